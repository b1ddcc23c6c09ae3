import { isRequiredMember } from "../../../codegen/src/knowledge/optionality.js";
import type { HttpBinding } from "../../../codegen/src/knowledge/http-bindings.js";
import { isXmlFlattened } from "../../../codegen/src/knowledge/xml-traits.js";
import { expectShape, type Model } from "../../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape, StructureShape } from "../../../codegen/src/shapes/shape.js";
import { valueOf } from "../../protocol-tests/values.js";
import { greedyLabel, sharedQuery } from "./bound-model.js";

/** What clients of the suite put where an input has no token. */
export const idempotencyToken = "00000000-0000-4000-8000-000000000000";

/** How one side's messages are written. */
export type Format = "json" | "cbor" | "xml" | "awsQuery" | "ec2Query";

/** What a message cannot carry: whoever would write it refuses. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** What the specification says of a message. */
export interface Message {
  readonly model: Model;
  readonly format: Format;
  readonly direction: "request" | "response";
  /** Whether a path with segments of dots is sent as it is: URLs of `fetch` have none (WHATWG URL, "path state"). */
  readonly keepsDots: boolean;
}

/**
 * A value as it arrives on the other side: with defaults, without what leaves no trace.
 *
 * @throws Refusal where the format has no form for it
 */
export function arrived(message: Message, shape: RootShape, value: unknown): unknown {
  switch (shape.kind) {
    case "structure":
    case "union":
      return arrivedMembers(message, shape, [...shape.members.values()], value as object);
    case "list":
      return (value as readonly unknown[]).map((item) => arrivedItem(message, shape.member, item));
    case "map": {
      for (const key of Object.keys(value as object)) checkText(message.format, key);
      const entries = Object.entries(value as object);
      return Object.fromEntries(entries.map(([key, item]) => [key, arrivedItem(message, shape.value, item)]));
    }
    case "string":
      checkText(message.format, value as string);
      return value;
    case "document":
      checkTexts(message.format, value);
      return value;
    default:
      return value;
  }
}

/** Forms and XML have no null. */
function arrivedItem(message: Message, member: MemberShape, item: unknown): unknown {
  if (item !== null) return arrived(message, expectShape(message.model, member.target), item);
  if (message.format !== "json" && message.format !== "cbor") throw new Refusal("null");
  return null;
}

function arrivedMembers(
  message: Message,
  shape: RootShape,
  members: readonly MemberShape[],
  value: object,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const member of members) {
    const target = expectShape(message.model, member.target);
    const given = own(value, member.name) ?? defaultOf(message.model, member);
    if (given === undefined) continue;
    const part = arrived(message, target, given);
    const isTraceless = leavesNoTrace(message, member, part);
    // A union without a chosen member is none; forms tell the choice with a parameter that is empty.
    if (isTraceless && shape.kind === "union" && message.format === "xml") throw new Refusal("a choice without trace");
    if (!isTraceless || shape.kind === "union" || isRequiredMember(shape as StructureShape, member, "authoritative")) {
      Object.defineProperty(result, member.name, { value: part, enumerable: true, configurable: true });
    }
  }
  return result;
}

function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function defaultOf(model: Model, member: MemberShape): unknown {
  // Echoes make the token that calls without one are given.
  if (member.traits.has("smithy.api#idempotencyToken")) return idempotencyToken;
  const trait = member.traits.get("smithy.api#default");
  return trait === undefined ? undefined : valueOf(model, expectShape(model, member.target), trait.value);
}

/**
 * Whether a member's value is as if it were not there: collections without items where each item has an element or a parameter of its own,
 * and in forms structures without members.
 */
function leavesNoTrace(message: Message, member: MemberShape, value: unknown): boolean {
  const { format, model } = message;
  const target = expectShape(model, member.target);
  if (target.kind === "list" || target.kind === "map") {
    if (format === "json" || format === "cbor" || Object.keys(value as object).length > 0) return false;
    if (format === "xml") return isXmlFlattened(member);
    return format === "ec2Query" || target.kind === "map";
  }
  if (target.kind !== "structure" || (format !== "awsQuery" && format !== "ec2Query")) return false;
  return [...target.members.values()].every((inner) => {
    const part = own(value as object, inner.name);
    return part === undefined || leavesNoTrace(message, inner, part);
  });
}

const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A value whose texts have U+FFFD for each character that XML does not have. Keys of maps stay as they are. */
export function writableInXml(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(new RegExp(notInXml.source, "gu"), "\ufffd");
  if (Array.isArray(value)) return value.map(writableInXml);
  if (typeof value !== "object" || value === null || ![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, writableInXml(member)]));
}

/** JSON escapes halves of surrogate pairs, UTF-8 has none; XML 1.0 has no control characters. */
export function checkText(format: Format, text: string): void {
  const isRefused = format === "xml" ? notInXml.test(text) : format !== "json" && /\p{Surrogate}/u.test(text);
  if (isRefused) throw new Refusal(JSON.stringify(text));
}

function checkTexts(format: Format, value: unknown): void {
  if (typeof value === "string") checkText(format, value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    checkText(format, key);
    checkTexts(format, item);
  }
}

/** {@link arrived} for a structure whose members are bound to places of an HTTP message. */
export function arrivedBound(
  message: Message,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  value: object,
): object {
  const documents = bindings.filter(({ location }) => location === "document").map(({ member }) => member);
  const result = arrivedMembers(message, shape, documents, value);
  for (const { member, location } of bindings) {
    if (location === "document") continue;
    const given = location === "queryParams" ? withoutShared(shape, value, member) : own(value, member.name);
    const part = arrivedAt(message, location, member, given);
    if (part !== undefined) result[member.name] = part;
  }
  return withSharedQuery(message.model, shape, result);
}

const sharedNameOf = (shape: StructureShape): string | undefined => {
  const name = shape.members.get(sharedQuery)?.traits.get("smithy.api#httpQuery")?.value;
  return typeof name === "string" ? name : undefined;
};

/** The map of all parameters of the query, of which a client leaves out what a member says (Smithy 2.0, "httpQueryParams trait"). */
function withoutShared(shape: StructureShape, value: object, member: MemberShape): unknown {
  const map = own(value, member.name);
  const name = sharedNameOf(shape);
  if (map === undefined || name === undefined || own(value, sharedQuery) === undefined) return map;
  return Object.fromEntries(Object.entries(map as object).filter(([key]) => key !== name));
}

/** To a server, what stands in the query is both the member's and the map's. */
function withSharedQuery(model: Model, shape: StructureShape, result: Record<string, unknown>): object {
  const map = [...shape.members.values()].find(({ traits }) => traits.has("smithy.api#httpQueryParams"));
  const name = sharedNameOf(shape);
  if (map === undefined || name === undefined) return result;
  const target = expectShape(model, map.target);
  const holdsLists = target.kind === "map" && expectShape(model, target.value.target).kind === "list";
  const parameters = (result[map.name] ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const given = result[sharedQuery] as string | undefined;
  if (given === undefined) {
    const other = parameters[name];
    return other === undefined ? result : { ...result, [sharedQuery]: typeof other === "string" ? other : other[0] };
  }
  return { ...result, [map.name]: { ...parameters, [name]: holdsLists ? [given] : given } };
}

function arrivedAt(message: Message, location: HttpBinding["location"], member: MemberShape, value: unknown): unknown {
  const target = expectShape(message.model, member.target);
  if (location === "prefixHeaders") return arrivedPrefixed(message, (value ?? {}) as Readonly<Record<string, string>>);
  if (location === "responseCode") return value ?? 200;
  if (value === undefined) return undefined;
  switch (location) {
    case "label":
      checkLabel(String(value), message.keepsDots && member.name === greedyLabel);
      return value;
    case "header":
      return arrivedHeader(target, value);
    case "query":
    case "queryParams":
      return arrivedQuery(value);
    case "payload":
      return arrivedPayload(message, target, value);
    default:
      return value;
  }
}

/** Segments of dots would be taken as steps in the path (RFC 3986, section 5.2.4), an empty label is none. */
function checkLabel(text: string, keepsDots: boolean): void {
  checkText("cbor", text);
  if (text === "" || (!keepsDots && text.split("/").some((segment) => segment === "." || segment === "..")))
    throw new Refusal(text);
}

/** Header values are lines of Latin-1 without controls, whose surrounding blanks do not count (RFC 9110, section 5.5). */
function arrivedLine(text: string): string {
  if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(text)) throw new Refusal(JSON.stringify(text));
  return text.replaceAll(/^[\t ]+|[\t ]+$/g, "");
}

function arrivedHeader(target: RootShape, value: unknown): unknown {
  if (target.kind === "string") {
    if (!target.traits.has("smithy.api#mediaType")) return arrivedLine(value as string);
    checkText("cbor", value as string);
    return value;
  }
  if (!Array.isArray(value)) return value;
  for (const item of value) if (typeof item === "string") arrivedLine(item);
  return value;
}

/** Names of headers are tokens in any case. */
function arrivedPrefixed({ direction }: Message, map: Readonly<Record<string, string>>): object | undefined {
  const result: Record<string, string> = {};
  for (const [key, text] of Object.entries(map)) {
    if (!/^[\w!#$%&'*+.^`|~-]*$/.test(key)) throw new Refusal(key);
    const line = arrivedLine(text);
    if (!Object.hasOwn(result, key.toLowerCase()))
      Object.defineProperty(result, key.toLowerCase(), { value: line, enumerable: true, configurable: true });
  }
  // To a client no header with the prefix is an empty map.
  return direction === "response" || Object.keys(result).length > 0 ? result : undefined;
}

function arrivedQuery(value: unknown): unknown {
  checkTexts("cbor", value);
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, item]) => item.length > 0 || typeof item === "string");
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A body without bytes is no payload; on a request, neither is the structure without members. */
function arrivedPayload(message: Message, target: RootShape, value: unknown): unknown {
  if (target.kind === "string" || target.kind === "enum") {
    checkText("cbor", value as string);
    return value === "" ? undefined : value;
  }
  if (target.kind === "blob") return (value as Uint8Array).length === 0 ? undefined : value;
  const isEmpty = target.kind === "structure" && Object.keys(arrived(message, target, value) as object).length === 0;
  if (isEmpty && message.format === "json" && message.direction === "request") return undefined;
  return arrived(message, target, value);
}
