import { describe, expect, it } from "vitest";
import type { Node } from "../shapes/node.js";
import { addAtPointer, parsePointer } from "./json-pointer.js";

describe("parsePointer", () => {
  it.each([
    ["", []],
    ["#", []],
    ["#/a/b", ["a", "b"]],
    ["/a~1b/~01/", ["a/b", "~1", ""]],
    ["a/b", "JSON pointer must start with '/': a/b"],
    ["/a".repeat(501), "JSON pointer must have at most 500 parts"],
  ])("%s", (pointer, expected) => {
    expect(parsePointer(pointer)).toEqual(expected);
  });
});

describe("addAtPointer", () => {
  it.each<[string, Node]>([
    ["/a", 1],
    ["/b/c", { list: [1, 2], c: 1 }],
    ["/x/y", { y: 1 }],
    ["/__proto__", 1],
  ])("adds at %s", (pointer, expected) => {
    const added = addAtPointer({ a: 0, b: { list: [1, 2] } }, pointer, 1);
    const key = pointer.split("/")[1] ?? "";
    expect(Object.getOwnPropertyDescriptor(added, key)?.value).toEqual(expected);
  });

  it.each([
    ["/list/-", [1, { x: 2 }, 9]],
    ["/list/0", [9, 1, { x: 2 }]],
    ["/list/2", [1, { x: 2 }, 9]],
    ["/list/3", [1, { x: 2 }]],
    ["/list/x", [1, { x: 2 }]],
    ["/list/-/y", [1, { x: 2, y: 9 }]],
    ["/list/1/x", [1, { x: 9 }]],
    ["/list/0/x", [1, { x: 2 }]],
  ])("in an array at %s", (pointer, list) => {
    expect(addAtPointer({ list: [1, { x: 2 }] }, pointer, 9)).toEqual({ list });
  });
});
