import { isNodeNumber } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { AppliedTrait, MemberShape, OperationShape, RootShape, Shape, StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { errorInfo } from "./errors.js";
import { httpTraitOf } from "./http-trait.js";
import { effectiveTrait } from "./traits.js";

/** Where in an HTTP message a member goes (Smithy 2.0, "HTTP bindings"). `unbound` is nowhere: another member is the payload. */
export type HttpLocation =
  "label" | "query" | "queryParams" | "header" | "prefixHeaders" | "payload" | "responseCode" | "document" | "unbound";

/** Where one member of an input, output or error goes. */
export interface HttpBinding {
  readonly member: MemberShape;
  readonly location: HttpLocation;
  /** The name of the header, header prefix or query parameter, else that of the member. */
  readonly locationName: string;
  /** The trait that binds it; undefined for `document` and `unbound`. */
  readonly trait?: AppliedTrait | undefined;
}

type BindingTrait = readonly [trait: ShapeId, location: HttpLocation, message: "request" | "response" | "both"];

/** The binding traits in order of precedence: a member has one of them, or the model has an error. */
const bindingTraits: readonly BindingTrait[] = [
  ["smithy.api#httpHeader", "header", "both"],
  ["smithy.api#httpPrefixHeaders", "prefixHeaders", "both"],
  ["smithy.api#httpQuery", "query", "request"],
  ["smithy.api#httpQueryParams", "queryParams", "request"],
  ["smithy.api#httpPayload", "payload", "both"],
  ["smithy.api#httpLabel", "label", "request"],
  ["smithy.api#httpResponseCode", "responseCode", "response"],
];

const noBindings: readonly HttpBinding[] = [];
const requests = new WeakMap<StructureShape, readonly HttpBinding[]>();
const responses = new WeakMap<StructureShape, readonly HttpBinding[]>();

/** Where the members of an operation's input go; none for an operation without an `http` trait. */
export function requestBindings(model: Model, operation: OperationShape): readonly HttpBinding[] {
  if (httpTraitOf(operation) === undefined) return noBindings;
  return bindingsOf(model.shapes.get(operation.input), "request");
}

/** Where the members of an operation's output or of an error structure go; none for what has no HTTP meaning. */
export function responseBindings(model: Model, shape: OperationShape | StructureShape): readonly HttpBinding[] {
  if (shape.kind === "structure") {
    return shape.traits.has("smithy.api#error") ? bindingsOf(shape, "response") : noBindings;
  }
  return httpTraitOf(shape) === undefined ? noBindings : bindingsOf(model.shapes.get(shape.output), "response");
}

function bindingsOf(structure: RootShape | undefined, message: "request" | "response"): readonly HttpBinding[] {
  if (structure?.kind !== "structure") return noBindings;
  const cache = message === "request" ? requests : responses;
  let bindings = cache.get(structure);
  if (bindings === undefined) {
    bindings = bindMembers(structure, message);
    cache.set(structure, bindings);
  }
  return bindings;
}

function bindMembers(structure: StructureShape, message: "request" | "response"): readonly HttpBinding[] {
  const members = [...structure.members.values()];
  const bound = members.flatMap((member) => bindMember(member, message) ?? []);
  const names = new Set(bound.map(({ member }) => member.name));
  const location = bound.some((binding) => binding.location === "payload") ? "unbound" : "document";
  const rest = members.filter(({ name }) => !names.has(name));
  return [...bound, ...rest.map((member): HttpBinding => ({ member, location, locationName: member.name }))];
}

function bindMember(member: MemberShape, message: "request" | "response"): HttpBinding | undefined {
  for (const [id, location, side] of bindingTraits) {
    const trait = side === "both" || side === message ? member.traits.get(id) : undefined;
    if (trait === undefined) continue;
    return { member, location, locationName: typeof trait.value === "string" ? trait.value : member.name, trait };
  }
  return undefined;
}

/** The bindings of one place, in member order. */
export function bindingsAt(bindings: readonly HttpBinding[], location: HttpLocation): readonly HttpBinding[] {
  return bindings.filter((binding) => binding.location === location);
}

/** Whether a message with these bindings has a body. */
export function hasBody(bindings: readonly HttpBinding[]): boolean {
  return bindings.some(({ location }) => location === "document" || location === "payload");
}

/** The status code of an operation's success, or of an error. */
export function responseCodeOf(shape: OperationShape | StructureShape): number {
  if (shape.kind === "operation") return httpTraitOf(shape)?.code ?? 200;
  const code = shape.traits.get("smithy.api#httpError")?.value;
  return isNodeNumber(code) ? Number(String(code)) : errorInfo(shape).statusCode;
}

/** The media types of a protocol's bodies. */
export interface ProtocolContentTypes {
  /** Of a body that is a document of the protocol. */
  readonly document: string;
  /** Of an event stream; undefined where the protocol has none. */
  readonly eventStream?: string | undefined;
}

/** The media type of the body of a message with these bindings; undefined for a message without a body. */
export function contentTypeOf(
  model: Model,
  bindings: readonly HttpBinding[],
  types: ProtocolContentTypes,
): string | undefined {
  const body = bindings.find(({ location }) => location === "document" || location === "payload");
  if (body === undefined) return undefined;
  if (body.location === "document") return types.document;
  const target = model.shapes.get(body.member.target);
  return target === undefined ? undefined : payloadContentType(target, types);
}

function payloadContentType(target: RootShape, types: ProtocolContentTypes): string | undefined {
  if (target.kind === "union" && target.traits.has("smithy.api#streaming")) return types.eventStream;
  if (["document", "structure", "union", "list", "map"].includes(target.kind)) return types.document;
  const mediaType = target.traits.get("smithy.api#mediaType")?.value;
  if (typeof mediaType === "string") return mediaType;
  if (target.kind === "blob") return "application/octet-stream";
  return target.kind === "string" || target.kind === "enum" ? "text/plain" : undefined;
}

/** How a timestamp is written ("timestampFormat trait"). */
export type TimestampFormat = "date-time" | "http-date" | "epoch-seconds";

const locationFormats: Readonly<Partial<Record<HttpLocation, TimestampFormat>>> = {
  header: "http-date",
  prefixHeaders: "http-date",
  query: "date-time",
  label: "date-time",
};

/**
 * How a timestamp is written (Smithy 2.0, "timestampFormat trait"): as its own or its target's trait says, else as its place in
 * the message does.
 *
 * @param fallback - the protocol's format for places that have none of their own
 */
export function timestampFormatOf(
  model: Model,
  shape: Shape,
  location: HttpLocation,
  fallback: TimestampFormat,
): TimestampFormat {
  const format = effectiveTrait(model, shape, "smithy.api#timestampFormat")?.value;
  if (format === "date-time" || format === "http-date" || format === "epoch-seconds") return format;
  return locationFormats[location] ?? fallback;
}
