import { describe, expect, it } from "vitest";
import type { Node } from "../shapes/node.js";
import {
  choice,
  type Decoder,
  expression,
  flag,
  listOf,
  mapOf,
  objectOf,
  shapeId,
  text,
  textSet,
} from "./configuration.js";

const at = "Deserialization error at";

describe("configuration decoders", () => {
  it.each<[Decoder<unknown>, Node, unknown]>([
    [text, "x", "x"],
    [flag, true, true],
    [shapeId, "a#B", "a#B"],
    [listOf(text), ["x", null], ["x"]],
    [mapOf(flag), { x: true, y: null }, new Map([["x", true]])],
    [choice("T", ["x", "y"]), "y", "y"],
    [
      objectOf<{ isOne: boolean; two: string }>("T", { isOne: { decoder: flag }, two: { decoder: text } }),
      { "is-one": true, two: null, three: 3, "is--one": 1 },
      { isOne: true },
    ],
  ])("%# reads %j", (decoder, node, value) => {
    expect(decoder.decode(node, "")).toEqual({ value });
  });

  it.each([
    ["a|bc", "a", "ab"],
    [".*When.*", "aWhenb", "when"],
    [".*When.*", "When", "When".repeat(300)],
  ])("reads the expression %s, which fits %s but not %s", (pattern, fits, fitsNot) => {
    const decoded = expression.decode(pattern, "");
    if ("problem" in decoded) throw new Error(decoded.problem);
    expect([decoded.value(fits), decoded.value(fitsNot)]).toEqual([true, false]);
  });

  it.each<[Decoder<unknown>, Node, string]>([
    [text, 1, `${at} (/): unable to create java.lang.String from 1`],
    [flag, "x", `${at} (/): unable to create boolean from "x"`],
    [listOf(text), ["x", 1], `${at} (/1): unable to create java.lang.String from 1`],
    [textSet, {}, `${at} (/): unable to create java.util.Set<java.lang.String> from {}`],
    [mapOf(flag), { x: 1 }, `${at} (/x): unable to create boolean from 1`],
    [
      choice("T", ["x", "y"]),
      "z",
      `${at} (/): unable to create T from "z": Expected one of the following enum strings: [x, y]`,
    ],
    [
      objectOf<{ x: boolean }>("T", { x: { decoder: flag, nullProblem: "" } }),
      { x: null },
      `${at} (/): unable to create T from {"x":null}`,
    ],
  ])("%# refuses %j", (decoder, node, problem) => {
    expect(decoder.decode(node, "")).toEqual({ problem });
  });
});
