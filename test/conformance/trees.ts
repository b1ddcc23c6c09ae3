import { parseJsonText } from "../../codegen/src/loader/json-text.js";
import { nodeToJson } from "../../codegen/src/shapes/node-json.js";
import { isNodeArray, isNodeObject, type Node, NumberToken } from "../../codegen/src/shapes/node.js";
import { equalNodes } from "../../codegen/src/shapes/node-equality.js";
import { createSource } from "../../codegen/src/source/source.js";
import type { Corpus } from "./corpus.js";
import { expectSameText } from "./suite.js";

/** A JSON file of the corpus, its numbers without loss. */
export function readTree(corpus: Corpus, suite: string, path: unknown): Node {
  return parseTree(String(path), corpus.read(suite, String(path)));
}

export function parseTree(name: string, text: string): Node {
  const { value } = parseJsonText(createSource(name, text));
  if (value === undefined) throw new Error(`${name} is no JSON`);
  return value;
}

/** Objects are compared without regard to order, numbers by value. */
export function expectSameTree(actual: Node, expected: Node): void {
  if (equalNodes(actual, expected)) return;
  const sorted = { indent: 1, sortKeys: true };
  expectSameText(nodeToJson(actual, sorted), nodeToJson(expected, sorted));
  throw new Error("The trees differ only in how numbers are written");
}

/** JSON with sorted keys, without spaces, whole numbers without a fraction: what hashes of trees are taken of. */
export function canonicalJson(tree: Node): string {
  return nodeToJson(withoutFractions(tree), { indent: 0, sortKeys: true });
}

function withoutFractions(node: Node): Node {
  if (node instanceof NumberToken) return Number.isSafeInteger(node.toNumber()) ? node.toNumber() : node;
  if (isNodeArray(node)) return node.map(withoutFractions);
  if (!isNodeObject(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutFractions(value)]));
}
