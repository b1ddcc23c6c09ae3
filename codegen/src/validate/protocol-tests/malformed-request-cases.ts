import { isNodeArray, isNodeObject, type Node, nodeMember, stringMember } from "../../shapes/node.js";
import { copiedHashOrder } from "../../shapes/hash-order.js";

/** The parameters of a case of `httpMalformedRequestTests`, each with its values. */
export function testParametersOf(testCase: Node): ReadonlyMap<string, readonly Node[]> {
  const parameters = nodeMember(testCase, "testParameters");
  const entries = isNodeObject(parameters) ? Object.entries(parameters) : [];
  return new Map(entries.map(([name, values]) => [name, isNodeArray(values) ? values : []]));
}

/** The IDs of the cases that one case stands for: its own, or one for each value of its parameters. */
export function expandedIds(testCase: Node): readonly string[] {
  const id = stringMember(testCase, "id");
  if (id === undefined) return [];
  const parameters = testParametersOf(testCase);
  if (parameters.size === 0) return [id];
  // Where lists differ in length, Smithy counts the values of the parameter that its hash map has first.
  const count = parameters.get(copiedHashOrder(parameters.keys())[0] ?? "")?.length ?? 0;
  return Array.from({ length: count }, (_, index) => `${id}_case${index}`);
}
