import type { Model } from "../../codegen/src/shapes/model.js";
import { isNodeArray, isNodeObject, NumberToken, type Node } from "../../codegen/src/shapes/node.js";
import { expandParameters } from "./expand-parameters.js";
import type { Definition, Kind, ProtocolCase, Side } from "./protocol-case.js";

const traits: readonly (readonly [trait: string, kind: Kind, sides: readonly Side[]])[] = [
  ["smithy.test#httpRequestTests", "requests", ["client", "server"]],
  ["smithy.test#httpResponseTests", "responses", ["client", "server"]],
  ["smithy.test#httpMalformedRequestTests", "malformed", ["server"]],
  ["smithy.test#eventStreamTests", "eventStreams", ["client", "server"]],
];

/** Every protocol test of a model, in its order, once for each side that it applies to. */
export function collectCases(model: Model): readonly ProtocolCase[] {
  return [...model.shapes.values()].flatMap((shape) => {
    if (shape.kind !== "operation" && shape.kind !== "structure") return [];
    return traits.flatMap(([trait, kind, sides]) => {
      const value = shape.traits.get(trait)?.value;
      if (!isNodeArray(value)) return [];
      return value.flatMap((node) => {
        const definition = plain(node) as Definition;
        const applies = sides.filter((side) => (definition.appliesTo ?? side) === side);
        const expanded = kind === "malformed" ? expandParameters(definition) : [definition];
        return applies.flatMap((side) =>
          expanded.map((one, index): ProtocolCase => {
            const id = expanded.length > 1 ? `${one.id}_case${index}` : one.id;
            return { id, protocol: one.protocol, side, kind, shape, definition: one, node };
          }),
        );
      });
    });
  });
}

/** A node as plain JSON. Only parameters have numbers that a double cannot hold, and those are read from the node. */
export function plain(node: Node): unknown {
  if (node instanceof NumberToken) return node.toNumber();
  if (isNodeArray(node)) return node.map(plain);
  if (!isNodeObject(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}
