import { isNodeArray, isNodeObject, type Node, nodeKind, type NodeObject, nodeMember } from "../../shapes/node.js";
import { isShapeId, type ShapeId } from "../../shapes/shape-id.js";
import { tickedList } from "../ticked-list.js";

/**
 * Why no trait can be made from a node, in Smithy's words; undefined when one can be. Only the first problem is told.
 *
 * @param target - the shape or member that the trait stands on
 */
export type Reader = (value: Node, target: ShapeId) => string | undefined;

/** Why an object's member is unusable. */
type MemberReader = (object: NodeObject, name: string, target: ShapeId) => string | undefined;

/** The types of nodes that readers ask for. */
export type ReadKind = "string" | "number" | "boolean" | "array" | "object";

/** Any node. */
export const anything: Reader = () => undefined;

/** A node of one kind. */
export function kind(expected: ReadKind): Reader {
  return (value) => {
    const found = nodeKind(value);
    return found === expected ? undefined : `Expected ${expected}, but found ${found}.`;
  };
}

/** A text, and what else is true of it. */
export function text(problemOf: (text: string, target: ShapeId) => string | undefined): Reader {
  return (value, target) =>
    typeof value === "string" ? problemOf(value, target) : `Expected string, but found ${nodeKind(value)}.`;
}

/** One of the texts. */
export function oneOf(...values: readonly string[]): Reader {
  const list = tickedList(values);
  return text((value) => (values.includes(value) ? undefined : `Expected one of ${list}; got \`${value}\`.`));
}

/** A string that is an absolute shape ID. */
export const shapeIdText: Reader = text((id) => (isShapeId(id) ? undefined : `Invalid shape ID: ${id}`));

/** A structure without members that count. */
export const annotation: Reader = (value) =>
  isNodeObject(value)
    ? undefined
    : `Annotation traits  must be an object or omitted in the IDL, but found ${nodeKind(value)}`;

/** A list of strings that Smithy's base class reads: it names the shape, not the trait. */
export const textList: Reader = (value, target) =>
  isNodeArray(value)
    ? castItems("string")(value, target)
    : `Expected \`${target}\` to be an array of strings. Found ${nodeKind(value)}.`;

/** An array, each item of which is read. */
export function array(item: Reader): Reader {
  return (value, target) =>
    isNodeArray(value) ? firstProblem(value, item, target) : `Expected array, but found ${nodeKind(value)}.`;
}

/** An array, whose items must be of one kind before each is read. */
export function arrayOf(expected: ReadKind, item: Reader = anything): Reader {
  const castAll = castItems(expected, item);
  return (value, target) =>
    isNodeArray(value) ? castAll(value, target) : `Expected array, but found ${nodeKind(value)}.`;
}

/** Items that Java casts: the message names the first that is of another kind. */
function castItems(expected: ReadKind, item: Reader = anything): Reader {
  return (value, target) => {
    for (const [index, element] of (value as readonly Node[]).entries()) {
      const found = nodeKind(element);
      if (found !== expected) return `Expected array element ${index} to be a ${expected} but found ${found}.`;
      const problem = item(element, target);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

function firstProblem(items: readonly Node[], item: Reader, target: ShapeId): string | undefined {
  for (const element of items) {
    const problem = item(element, target);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** An object, whose values are all read the same way. */
export function entries(item: Reader): Reader {
  return (value, target) =>
    isNodeObject(value)
      ? firstProblem(Object.values(value), item, target)
      : `Expected object, but found ${nodeKind(value)}.`;
}

/** An object, whose members are read in this order. */
export function object(members: Readonly<Record<string, MemberReader>>): Reader {
  const readers = Object.entries(members);
  return (value, target) => {
    if (!isNodeObject(value)) return `Expected object, but found ${nodeKind(value)}.`;
    for (const [name, read] of readers) {
      const problem = read(value, name, target);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** One reader after the other. */
export function both(first: Reader, second: Reader): Reader {
  return (value, target) => first(value, target) ?? second(value, target);
}

/** A member that may be absent, of one kind; then what is read of it. */
export function optional(expected: ReadKind, then: Reader = anything): MemberReader {
  return (parent, name, target) => {
    const value = nodeMember(parent, name);
    if (value === undefined) return undefined;
    const found = nodeKind(value);
    if (found !== expected) return `Expected \`${name}\` to be ${withArticle(expected)}; found ${found}`;
    return then(value, target);
  };
}

/** A member that must be there, of one kind; then what is read of it. */
export function required(expected: ReadKind, then: Reader = anything): MemberReader {
  return (parent, name, target) => {
    const value = nodeMember(parent, name);
    if (value === undefined) return missing(name);
    const found = nodeKind(value);
    if (found !== expected) return `Expected \`${name}\` member to be ${withArticle(expected)}, but found ${found}.`;
    return then(value, target);
  };
}

/** A member that may be absent, but is told of in the words for those that must be there. */
export function whenPresent(expected: ReadKind, then: Reader = anything): MemberReader {
  const read = required(expected, then);
  return (parent, name, target) => (nodeMember(parent, name) === undefined ? undefined : read(parent, name, target));
}

/** A member that may be absent, read by itself. */
export function optionalAs(read: Reader): MemberReader {
  return (parent, name, target) => {
    const value = nodeMember(parent, name);
    return value === undefined ? undefined : read(value, target);
  };
}

/** A member that must be there, read by itself. */
export function requiredAs(read: Reader): MemberReader {
  return (parent, name, target) => {
    const value = nodeMember(parent, name);
    return value === undefined ? missing(name) : read(value, target);
  };
}

function missing(name: string): string {
  return `Missing expected member \`${name}\`.`;
}

function withArticle(expected: ReadKind): string {
  return `${/^[ao]/.test(expected) ? "an" : "a"} ${expected}`;
}
