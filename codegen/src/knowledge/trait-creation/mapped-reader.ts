import { isNodeArray, isNodeNumber, isNodeObject, type Node } from "../../shapes/node.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { jsonText } from "../../shapes/node-text.js";
import { base64Problem } from "./base64-problem.js";
import { type Reader, shapeIdText } from "./reader.js";

/**
 * A Java type that Smithy's mapper makes of a node. Its messages name Java's types, and where in the node it stopped.
 */
export interface Mapped {
  /** As Java prints it. */
  readonly type: string;
  readonly read: (value: Node, pointer: string, target: ShapeId) => string | undefined;
}

/** Reads a trait's value as a Java type. */
export function mapped({ read }: Mapped): Reader {
  return (value, target) => read(value, "/", target);
}

function scalar(type: string, accepts: (value: Node) => boolean): Mapped {
  return { type, read: (value, pointer) => (accepts(value) ? undefined : unable(type, value, pointer)) };
}

/** A string. */
export const javaString = scalar("java.lang.String", (value) => typeof value === "string");
/** Any number, fractions too. */
export const javaInteger = scalar("java.lang.Integer", isNodeNumber);
/** A boolean, in messages by the name of a class. */
export const javaBoolean = scalar("java.lang.Boolean", (value) => typeof value === "boolean");
/** A boolean, in messages by the name of a primitive type. */
export const primitiveBoolean = scalar("boolean", (value) => typeof value === "boolean");
/** An object that is kept as a node. */
export const objectNode = scalar("software.amazon.smithy.model.node.ObjectNode", isNodeObject);

/** A text in base64. */
export const javaBytes: Mapped = {
  type: "byte[]",
  read: (value, pointer) => {
    if (typeof value !== "string") return unable("byte[]", value, pointer);
    const problem = base64Problem(value);
    return problem === undefined ? undefined : unable("byte[]", value, pointer, problem);
  },
};

/** A type with its own way to read a node. */
export function fromNode(type: string, reader: Reader): Mapped {
  const read: Mapped["read"] = (value, pointer, target) => {
    const problem = reader(value, target);
    if (problem === undefined) return undefined;
    return unable(type, value, pointer, `Unable to deserialize Node using fromNode method: ${problem}`);
  };
  return { type, read };
}

/** A shape ID, read by a method of Smithy's class. */
export const mappedShapeId = fromNode("software.amazon.smithy.model.shapes.ShapeId", shapeIdText);

/** A list; the first item that is wrong is the problem. */
export function listOf(item: Mapped): Mapped {
  const type = `java.util.List<${item.type}>`;
  const read: Mapped["read"] = (value, pointer, target) => {
    if (!isNodeArray(value)) return unable(type, value, pointer);
    return firstProblem(value.entries(), () => item, pointer, target);
  };
  return { type, read };
}

/** A map by strings; the first value that is wrong is the problem. */
export function mapOf(item: Mapped): Mapped {
  const type = `java.util.Map<java.lang.String, ${item.type}>`;
  const read: Mapped["read"] = (value, pointer, target) => {
    if (!isNodeObject(value)) return unable(type, value, pointer);
    return firstProblem(Object.entries(value), () => item, pointer, target);
  };
  return { type, read };
}

/**
 * A class with a builder. Members that it does not know are passed over.
 *
 * @param required - in the order in which the builder asks for them
 */
export function built(
  type: string,
  members: Readonly<Record<string, Mapped>>,
  required: readonly string[] = [],
): Mapped {
  const known = new Map(Object.entries(members));
  const read: Mapped["read"] = (value, pointer, target) => {
    if (!isNodeObject(value)) return unable(type, value, pointer);
    const problem = firstProblem(Object.entries(value), (name) => known.get(String(name)), pointer, target);
    if (problem !== undefined) return problem;
    const missing = required.find((name) => !Object.hasOwn(value, name) || value[name] === null);
    if (missing === undefined) return undefined;
    return unable(type, value, pointer, `${missing} was not set on the builder (builder class is probably ${type})`);
  };
  return { type, read };
}

function firstProblem(
  items: Iterable<readonly [string | number, Node]>,
  typeOf: (key: string | number) => Mapped | undefined,
  pointer: string,
  target: ShapeId,
): string | undefined {
  for (const [key, value] of items) {
    // Null stands for what is not there.
    if (value === null) continue;
    const problem = typeOf(key)?.read(value, pointer === "/" ? `/${key}` : `${pointer}/${key}`, target);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unable(type: string, value: Node, pointer: string, reason?: string): string {
  const text = `Deserialization error at (${pointer}): unable to create ${type} from ${jsonText(value)}`;
  return reason === undefined ? text : `${text}: ${reason}`;
}
