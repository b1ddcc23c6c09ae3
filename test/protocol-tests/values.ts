import { errorProperties } from "../../codegen/src/knowledge/error-properties.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import { isNodeArray, isNodeObject, type Node } from "../../codegen/src/shapes/node.js";
import type { RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";
import { plain } from "./collect-cases.js";

/**
 * The parameters of a test as values of generated types: blobs are given as plain text, timestamps as epoch seconds (Smithy 2.0, "Parameter
 * format").
 */
export function valueOf(model: Model, shape: RootShape, node: Node): unknown {
  if (node === null) return null;
  const streams = shape.traits.has("smithy.api#streaming");
  switch (shape.kind) {
    case "structure":
    case "union":
      return membersOf(model, shape, node, shape.kind === "structure" && shape.traits.has("smithy.api#error"));
    case "list":
      return isNodeArray(node) ? node.map((item) => valueOf(model, expectShape(model, shape.member.target), item)) : [];
    case "map": {
      const value = expectShape(model, shape.value.target);
      return Object.fromEntries(entriesOf(node).map(([key, item]) => [key, valueOf(model, value, item)]));
    }
    case "blob":
      return streams ? streamOf(String(node)) : new TextEncoder().encode(String(node));
    case "timestamp":
      return new Date(typeof node === "string" ? node : Math.round(Number(String(node)) * 1000));
    case "long":
    case "bigInteger":
      return BigInt(String(node));
    case "bigDecimal":
      return String(node);
    case "float":
    case "double":
      return Number(String(node));
    default:
      return plain(node);
  }
}

function membersOf(model: Model, shape: RootShape, node: Node, isError: boolean): unknown {
  const properties = isError ? errorProperties(model, shape as StructureShape) : undefined;
  const entries = entriesOf(node).flatMap(([name, value]) => {
    const member = shape.members.get(name);
    if (member === undefined) throw new Error(`${shape.id} has no member ${name}`);
    const target = expectShape(model, member.target);
    // Null for a member is absence, but in a document, which has a null of its own.
    if (value === null && target.kind !== "document") return [];
    return [[properties?.get(name) ?? name, valueOf(model, target, value)] as const];
  });
  return Object.fromEntries(entries);
}

function entriesOf(node: Node): readonly (readonly [string, Node])[] {
  return isNodeObject(node) ? Object.entries(node) : [];
}

function streamOf(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** A value with each stream replaced by its bytes. An empty stream is what a missing one is read as. */
export async function drained(value: unknown): Promise<unknown> {
  if (value instanceof ReadableStream) {
    const bytes = new Uint8Array(await new Response(value).arrayBuffer());
    return bytes.length === 0 ? undefined : bytes;
  }
  if (typeof value !== "object" || value === null || !Object.values(value).some((one) => one instanceof ReadableStream))
    return value;
  const entries = Object.entries(value).map(async ([name, one]) => [name, await drained(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** What differs between two values, as `/path: wanted …, found …`; undefined where nothing does. Undefined members are absent. */
export function differenceOf(wanted: unknown, found: unknown, path = ""): string | undefined {
  const mismatch = `${path === "" ? "/" : path}: wanted ${show(wanted)}, found ${show(found)}`;
  if (wanted instanceof Date || found instanceof Date) {
    return wanted instanceof Date && found instanceof Date && wanted.getTime() === found.getTime()
      ? undefined
      : mismatch;
  }
  if (wanted instanceof Uint8Array || found instanceof Uint8Array) {
    return show(wanted) === show(found) ? undefined : mismatch;
  }
  if (typeof wanted !== "object" || typeof found !== "object" || wanted === null || found === null) {
    return equalScalars(wanted, found) ? undefined : mismatch;
  }
  if (Array.isArray(wanted) !== Array.isArray(found)) return mismatch;
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  for (const key of keys) {
    const [left, right] = [wanted, found].map((side) => (side as Record<string, unknown>)[key]);
    const difference = differenceOf(left, right, `${path}/${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function equalScalars(wanted: unknown, found: unknown): boolean {
  if (wanted === found || Object.is(wanted, found)) return true;
  // Floats are given with as many digits as tell them apart from other floats.
  return typeof wanted === "number" && typeof found === "number" && Math.fround(wanted) === Math.fround(found);
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("latin1")}`;
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === "bigint" || (typeof one === "number" && !Number.isFinite(one)) ? String(one) : one,
  );
  return text === undefined ? "nothing" : text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/**
 * A value without what servers put into it and a test does not mention: the entries of a map of all headers, which every HTTP message has, and a map of all
 * query parameters, where those with members of their own are as well.
 */
export function withoutUnmentioned(shape: StructureShape, wanted: unknown, found: unknown): unknown {
  if (typeof found !== "object" || found === null) return found;
  const entries = Object.entries(found).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    const traits = shape.members.get(name)?.traits;
    const given = (wanted as Readonly<Record<string, object | undefined>>)[name];
    if (traits?.has("smithy.api#httpQueryParams") === true && given === undefined) return [];
    if (traits?.get("smithy.api#httpPrefixHeaders")?.value !== "") return [[name, value]];
    return [[name, Object.fromEntries(Object.entries(value as object).filter(([key]) => key in (given ?? {})))]];
  });
  return Object.fromEntries(entries);
}
