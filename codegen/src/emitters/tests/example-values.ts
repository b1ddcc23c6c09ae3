import type { EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { code, type LiteralValue } from "../../emit/literal.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { enumValueOf, isSparse, isStreaming } from "../../knowledge/traits.js";
import { targetOf } from "../../shapes/model.js";
import { isNodeArray, isNodeNumber, isNodeObject, nodeKind, type Node, type NodeObject } from "../../shapes/node.js";
import type { EnumShape, MemberShape, RootShape, StructureShape, UnionShape } from "../../shapes/shape.js";

/** Why a value of an example is none of its shape. */
export class ExampleMismatch extends Error {
  constructor(path: string, problem: string) {
    super(`${path === "" ? "the value" : path} ${problem}`);
  }
}

/** How an example's values are written for one reader. */
export interface ValueStyle {
  /** What stands for bytes and for a point in time. */
  readonly blob: (base64: string) => LiteralValue;
  readonly timestamp: (milliseconds: number, member: MemberShape) => LiteralValue;
  /** How numbers beyond a double, and decimals, are written. */
  readonly integer: (text: string, kind: "long" | "bigInteger") => LiteralValue;
  readonly decimal: (text: string) => LiteralValue;
  /** The property for a structure's member; its name unless given. */
  readonly property?: ((structure: RootShape, member: string) => string) | undefined;
  /** The order of a structure's members. */
  readonly order: "model" | "name";
}

/** A value as the types of the package have it, given to and expected from its functions. */
export function typedStyle(input: EmitterInput, bytes: () => string): ValueStyle {
  return {
    blob: (base64) => code(`${bytes()}(${stringLiteral(base64)})`),
    timestamp: (milliseconds) => code(`new Date(${stringLiteral(new Date(milliseconds).toISOString())})`),
    integer: (text, kind) => (kind === "bigInteger" || input.options.long === "bigint" ? BigInt(text) : code(text)),
    decimal: (text) => text,
    order: "model",
  };
}

/**
 * Writes a value of an example, which is written as trait values are (Smithy 2.0, "Trait node values"): blobs in base64, timestamps
 * as `date-time` texts or seconds.
 *
 * @throws ExampleMismatch when the value is none of the shape, a required member is missing, or a member is unknown.
 */
function exampleValue(
  input: EmitterInput,
  style: ValueStyle,
  member: MemberShape,
  value: Node,
  path: string,
): LiteralValue {
  const target = targetOf(input.model, member);
  const wrong = (expected: string): ExampleMismatch =>
    new ExampleMismatch(path, `should be ${expected}, but is ${nodeKind(value)}`);
  switch (target.kind) {
    case "string":
      if (typeof value !== "string") throw wrong("a string");
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw wrong("a boolean");
      return value;
    case "enum":
    case "intEnum":
      return enumValue(target, value, path);
    case "byte":
    case "short":
    case "integer":
    case "float":
    case "double":
    case "long":
    case "bigInteger":
    case "bigDecimal":
      return numberValue(style, target.kind, value, wrong);
    case "timestamp": {
      const milliseconds = isNodeNumber(value) ? Number(value.toString()) * 1000 : Date.parse(String(value));
      if (Number.isNaN(milliseconds)) throw wrong("a date-time or seconds since the epoch");
      return style.timestamp(Math.round(milliseconds), member);
    }
    case "blob":
      if (isStreaming(input.model, member)) throw new ExampleMismatch(path, "is a stream, which no text can stand for");
      if (typeof value !== "string" || !isBase64(value)) throw new ExampleMismatch(path, "is not base64");
      return style.blob(value);
    case "document":
      return documentValue(value);
    case "list":
      if (!isNodeArray(value)) throw wrong("a list");
      return value.map((item, index) =>
        item === null && isSparse(target) ? null : exampleValue(input, style, target.member, item, `${path}/${index}`),
      );
    case "map":
      if (!isNodeObject(value)) throw wrong("an object");
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          item === null && isSparse(target) ? null : exampleValue(input, style, target.value, item, `${path}/${key}`),
        ]),
      );
    case "structure":
    case "union":
      if (!isNodeObject(value)) throw wrong("an object");
      return structureValue(input, style, target, value, path);
    case "service":
    case "operation":
    case "resource":
      throw new Error(`${target.id} is a ${target.kind}: it has no values`);
  }
}

/** A whole input, output or error: {@link exampleValue} for a structure. Members that are null are left out. */
export function structureValue(
  input: EmitterInput,
  style: ValueStyle,
  shape: StructureShape | UnionShape,
  value: NodeObject,
  path: string,
): { readonly [key: string]: LiteralValue } {
  for (const key of Object.keys(value)) {
    if (!shape.members.has(key)) throw new ExampleMismatch(`${path}/${key}`, `is no member of ${shape.id}`);
  }
  const present = [...shape.members.values()].filter((member) => isPresent(value, member.name));
  if (shape.kind === "union" && present.length !== 1) {
    throw new ExampleMismatch(path, `should have one member, but has ${present.length}`);
  }
  if (shape.kind === "structure") {
    for (const member of shape.members.values()) {
      if (isRequiredMember(shape, member, input.options.optionality) && !isPresent(value, member.name)) {
        throw new ExampleMismatch(`${path}/${member.name}`, "is missing, but required");
      }
    }
  }
  const ordered = style.order === "model" ? present : present.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(
    ordered.map((member) => [
      style.property?.(shape, member.name) ?? member.name,
      exampleValue(input, style, member, value[member.name] ?? null, `${path}/${member.name}`),
    ]),
  );
}

function isPresent(value: NodeObject, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== null;
}

function enumValue(shape: EnumShape, value: Node, path: string): LiteralValue {
  const values = [...shape.members.values()].map(enumValueOf);
  const plain = isNodeNumber(value) ? Number(value.toString()) : value;
  const found = values.find((known) => known === plain);
  if (found === undefined) throw new ExampleMismatch(path, `is none of the values of ${shape.id}`);
  return found;
}

function numberValue(
  style: ValueStyle,
  kind: RootShape["kind"],
  value: Node,
  wrong: (expected: string) => ExampleMismatch,
): LiteralValue {
  if ((kind === "float" || kind === "double") && typeof value === "string" && /^(?:NaN|-?Infinity)$/.test(value)) {
    return code(value);
  }
  if (kind === "bigDecimal" && (isNodeNumber(value) || typeof value === "string")) return style.decimal(String(value));
  if (!isNodeNumber(value)) throw wrong("a number");
  const text = value.toString();
  if (kind === "float" || kind === "double") return code(text);
  if (!/^-?\d+$/.test(text)) throw wrong("a whole number");
  return kind === "long" || kind === "bigInteger" ? style.integer(text, kind) : code(text);
}

function documentValue(value: Node): LiteralValue {
  if (isNodeArray(value)) return value.map(documentValue);
  if (!isNodeObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, documentValue(item)]));
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
