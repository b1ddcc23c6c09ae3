import { stringLiteral } from "../../emit/escape.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { defaultOf } from "../../knowledge/traits.js";
import { NumberToken, type Node } from "../../shapes/node.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../shapes/shape.js";
import { helper, helperType, type CodecContext, type Direction } from "./context.js";

/**
 * Whether a missing member takes its default (Smithy 2.0, "default trait"). A server always fills what it reads, and what only a
 * server writes; clients do, except members that are `clientOptional` or of an `input` structure. Writers omit `internal` ones.
 */
export function fillsDefault(
  context: CodecContext,
  shape: StructureShape,
  member: MemberShape,
  direction: Direction,
): boolean {
  if (defaultOf(context.model, member) === undefined) return false;
  if (direction === "decode") return true;
  if (direction === "encode" && member.traits.has("smithy.api#internal")) return false;
  if (direction === "encode" && !serviceIndex(context.model, context.service).inputShapes.has(shape.id)) return true;
  return !member.traits.has("smithy.api#clientOptional") && !shape.traits.has("smithy.api#input");
}

/** The default as an expression of the member's TypeScript type. */
export function defaultExpression(context: CodecContext, member: MemberShape): string {
  const value = defaultOf(context.model, member);
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "blob":
      return value === "" ? "new Uint8Array(0)" : `${helper(context, "decodeBlob")}(${literal(value ?? "")}, "")`;
    case "timestamp":
      return typeof value === "string"
        ? `${helper(context, "decodeDateTime")}(${stringLiteral(value)}, "")`
        : `new Date(${Math.round(Number(text(value ?? 0)) * 1000)})`;
    case "bigInteger":
      return `${text(value ?? 0)}n`;
    case "long":
      return context.options.long === "bigint" ? `${text(value ?? 0)}n` : text(value ?? 0);
    case "bigDecimal":
      return stringLiteral(text(value ?? 0));
    case "enum":
    case "intEnum":
      return literal(value ?? "");
    case "document":
      return `(${literal(value ?? "")} as ${helperType(context, "JsonValue")})`;
    default:
      return literal(value ?? "");
  }
}

/** What a client takes for a required member that the service left out; undefined where only an error is right. */
export function correction(context: CodecContext, member: MemberShape): string | undefined {
  const target = targetOf(context.model, member);
  switch (target.kind) {
    case "boolean":
      return "false";
    case "byte":
    case "short":
    case "integer":
    case "float":
    case "double":
    case "intEnum":
      return "0";
    case "long":
      return context.options.long === "bigint" ? "0n" : "0";
    case "bigInteger":
      return "0n";
    case "bigDecimal":
      return '"0"';
    case "string":
    case "enum":
      return '""';
    case "blob":
      return "new Uint8Array(0)";
    case "timestamp":
      return "new Date(0)";
    case "document":
      return "null";
    case "list":
      return "[]";
    case "map":
      return "{}";
    case "union":
      return '{ $unknown: ["", null] }';
    default:
      return undefined;
  }
}

/** Whether a structure's required members lead into a circle, so that no value of it could ever be whole. */
export function requiresItself(context: CodecContext, structure: StructureShape): boolean {
  const open = new Set<StructureShape>();
  const done = new Set<StructureShape>();
  const visit = (shape: StructureShape): boolean => {
    if (open.has(shape)) return true;
    if (done.has(shape)) return false;
    open.add(shape);
    const isEndless = [...shape.members.values()].some((member) => {
      const target = targetOf(context.model, member);
      const isCorrected =
        target.kind === "structure" &&
        isRequiredMember(shape, member, context.options.optionality) &&
        !fillsDefault(context, shape, member, "receive");
      return isCorrected && visit(target);
    });
    open.delete(shape);
    done.add(shape);
    return isEndless;
  };
  return visit(structure);
}

function literal(value: Node): string {
  if (typeof value === "string") return stringLiteral(value);
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (value instanceof NumberToken) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const entries = Object.entries(value).map(([key, member]) => `[${stringLiteral(key)}]: ${literal(member)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function text(value: Node): string {
  return value instanceof NumberToken ? value.text : String(value);
}
