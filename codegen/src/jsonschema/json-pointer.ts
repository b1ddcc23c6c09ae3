import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../shapes/node.js";
import { nodeObject } from "./schema/schema.js";

/** Deeper than any document of use; what a pointer leads through is walked recursively. */
const deepest = 500;

/** The parts of a JSON pointer (RFC 6901), a leading `#` aside; or in a text, why it is none. */
export function parsePointer(pointer: string): readonly string[] | string {
  const path = pointer.replace(/^#+/, "");
  if (path === "") return [];
  if (!path.startsWith("/")) return `JSON pointer must start with '/': ${path}`;
  const parts = path.slice(1).split("/");
  if (parts.length > deepest) return `JSON pointer must have at most ${deepest} parts`;
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * The object with a value added where the pointer leads, as the operation "add" of a JSON patch does. Objects that are missing on the
 * way are created; where the way is no object or array, or an index is outside of the array, nothing changes.
 */
export function addAtPointer(container: NodeObject, pointer: string, value: Node): NodeObject {
  const parts = parsePointer(pointer);
  if (typeof parts === "string") return container;
  const added = addAt(container, parts, value);
  return isNodeObject(added) ? added : container;
}

/** {@link addAtPointer} for values by pointer; in a text, why one of the pointers is none. */
export function addAllAtPointers(container: NodeObject, additions: NodeObject): NodeObject | string {
  let added = container;
  for (const [pointer, value] of Object.entries(additions)) {
    const parsed = parsePointer(pointer);
    if (typeof parsed === "string") return parsed;
    added = addAtPointer(added, pointer, value);
  }
  return added;
}

function addAt(container: Node, [part, ...rest]: readonly string[], value: Node): Node {
  if (part === undefined) return value;
  if (isNodeObject(container)) {
    const member = Object.hasOwn(container, part) ? (container[part] as Node) : {};
    return nodeObject([...Object.entries(container), [part, rest.length === 0 ? value : addAt(member, rest, value)]]);
  }
  if (!isNodeArray(container)) return container;
  if (rest.length === 0) return insertItem(container, part, value);
  const index = part === "-" ? container.length - 1 : indexOf(part);
  const item = container[index];
  return item === undefined ? container : container.with(index, addAt(item, rest, value));
}

function insertItem(items: readonly Node[], part: string, value: Node): readonly Node[] {
  const index = part === "-" ? items.length : indexOf(part);
  return index < 0 || index > items.length ? items : items.toSpliced(index, 0, value);
}

function indexOf(part: string): number {
  return /^[+-]?\d+$/.test(part) ? Number(part) : -1;
}
