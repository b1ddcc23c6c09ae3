import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { findShape, type Model } from "./model.js";
import { neighborGraph, type Relationship } from "./neighbors.js";
import type { Shape } from "./shape.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
service Z { operations: [O, O], resources: [R], errors: [E] }
resource R { identifiers: {i: S}, properties: {p: S}, read: O, create: P, operations: [O], collectionOperations: [P] }
operation O { input: I, errors: [E] }
operation P {}
@mixin structure M { @required m: String }
structure I with [M] { s: S, e: N }
@error("client") structure E {}
@refers(one: S, many: [N, E$missing]) string S
enum N { V }
@trait structure refers { @idRef one: String, many: Ids, self: refers }
list Ids { member: Id }
@idRef string Id`,
  ),
]);

function shapeOf(from: Model, id: string): Shape {
  const shape = findShape(from, id);
  if (shape === undefined) throw new Error(id);
  return shape;
}

const ends = (relationships: readonly Relationship[], end: (relationship: Relationship) => string) =>
  relationships.map((relationship) => `${relationship.kind} ${end(relationship).replace("a#", "")}`);

describe("neighborGraph", () => {
  const graph = neighborGraph(model);

  it.each([
    ["a#Z", ["operation O", "resource R", "error E"]],
    ["a#R", ["identifier S", "property S", "create P", "read O", "operation O", "collectionOperation P"]],
    ["a#O", ["input I", "error E"]],
    ["a#I", ["mixin M", "member I$m", "member I$s", "member I$e"]],
    ["a#I$s", ["container I", "target S"]],
    ["a#N$V", ["container N"]],
    ["a#S", []],
  ])("leads from %s", (id, expected) => {
    expect(ends(graph.from(shapeOf(model, id)), ({ id: to }) => to)).toEqual(expected);
  });

  it.each([
    ["a#O", ["operation Z", "read R", "operation R"]],
    ["a#S", ["identifier R", "property R", "target I$s"]],
    ["a#I", ["input O", "container I$m", "container I$s", "container I$e"]],
    ["a#nothing", []],
  ])("leads back from %s", (id, expected) => {
    expect(ends(graph.to(id), ({ from }) => from.id).toSorted()).toEqual(expected.toSorted());
  });

  it("has traits and what carries them", () => {
    expect(ends(graph.traitsOf(shapeOf(model, "a#I$m")), ({ id }) => id)).toEqual(["trait smithy.api#required"]);
    expect(ends(graph.carriersOf("a#refers"), ({ from }) => from.id)).toEqual(["trait S"]);
  });

  it("has the shapes that trait values name, where they exist", () => {
    expect(ends(graph.idRefsOf(shapeOf(model, "a#S")), ({ id }) => id)).toEqual(["idRef S", "idRef N"]);
    expect(graph.idRefsOf(shapeOf(model, "a#N"))).toEqual([]);
  });

  it("is made once", () => {
    expect(neighborGraph(model)).toBe(graph);
  });
});
