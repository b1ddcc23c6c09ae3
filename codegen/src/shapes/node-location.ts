import type { Location } from "../source/source.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject } from "./node.js";

/** Nodes are plain data that keeps no place. Of those that rules report by themselves, the place is kept beside. */
const locations = new WeakMap<NodeObject, Location>();

/** Keeps where the objects in an array were written, such as the entries of a metadata key. */
export function rememberElements(array: Node, locationOf: (index: number) => Location): void {
  if (!isNodeArray(array)) return;
  for (const [index, element] of array.entries()) {
    if (isNodeObject(element)) locations.set(element, locationOf(index));
  }
}

/** Where an object was written; undefined where that was not kept. */
export function locationOfNode(node: Node): Location | undefined {
  return isNodeObject(node) ? locations.get(node) : undefined;
}
