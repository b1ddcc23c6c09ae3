import { bindingsAt, contentTypeOf, type HttpBinding } from "../../../knowledge/http-bindings.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { isStreaming } from "../../../knowledge/traits.js";
import { helper } from "../context.js";
import { propertyOf, readMember, writeMember } from "../members.js";
import { fallback } from "../read.js";
import { bindingHelper, type HttpContext, type Reader } from "./context.js";
import { eventWriting } from "../events/event-streams.js";
import { eventHelper } from "../events/helper.js";
import { placeOf } from "../member-statements.js";
import { openTypeOf } from "../open-type.js";

/** What a message's body is: a member alone, the members that no trait binds elsewhere, or nothing. */
export type MessageBody =
  | { readonly kind: "payload"; readonly member: MemberShape; readonly content: PayloadContent }
  | { readonly kind: "document" }
  | { readonly kind: "none" };

/** `document` is in the protocol's own format. */
type PayloadContent = "stream" | "events" | "bytes" | "text" | "document";

export function bodyOf({ model }: HttpContext, bindings: readonly HttpBinding[]): MessageBody {
  const [payload] = bindingsAt(bindings, "payload");
  if (payload !== undefined) {
    const { member } = payload;
    return { kind: "payload", member, content: contentOf(targetOf(model, member), isStreaming(model, member)) };
  }
  return { kind: bindingsAt(bindings, "document").length > 0 ? "document" : "none" };
}

function contentOf({ kind }: RootShape, streams: boolean): PayloadContent {
  if (streams) return kind === "union" ? "events" : "stream";
  if (kind === "blob") return "bytes";
  return kind === "string" || kind === "enum" ? "text" : "document";
}

/** The media type of a message's body; undefined where it has none. */
export function mediaTypeOf(context: HttpContext, bindings: readonly HttpBinding[]): string | undefined {
  const types = { document: context.body.mediaType, eventStream: "application/vnd.amazon.eventstream" };
  return contentTypeOf(context.model, bindings, types);
}

/** The bytes, text or stream of a payload that has a value. */
export function payloadText(
  context: HttpContext,
  member: MemberShape,
  content: PayloadContent,
  value: string,
  side: "client" | "server",
): string {
  if (content === "document") return context.body.writePayload(context, member, value);
  if (content === "text") return `${bindingHelper(context, "textPayload")}(${value}, ${placeOf(context, member)})`;
  if (content !== "events") return value;
  const union = targetOf(context.model, member) as UnionShape;
  return `${eventHelper(context, "eventBody")}(${value}, ${eventWriting(context, union, side === "server")})`;
}

/** The condition that a payload has a value: null is one of a document, which JSON alone has. */
export function payloadPresence(context: HttpContext, member: MemberShape, value: string): string {
  if (targetOf(context.model, member).kind === "document") return `${value} !== undefined`;
  return `${helper(context, "isPresent")}(${value})`;
}

/** Whether the payload is a structure, which a request may have to write although it has no value. */
export function isStructurePayload({ model }: HttpContext, body: MessageBody): boolean {
  return body.kind === "payload" && targetOf(model, body.member).kind === "structure";
}

/** Statements that begin `result` with what a message's body holds. */
export function readBody(
  context: HttpContext,
  reader: Reader,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  draft: string,
  parsed?: string,
): readonly string[] {
  const body = bodyOf(context, bindings);
  const message = reader === "decode" ? "request" : "response";
  if (body.kind === "document") {
    const use = reader === "decode" ? "decodeRequest" : "receiveResponse";
    const source = parsed ?? context.body.parse(context, reader, documentShapes(context, bindings), message);
    return [`const result = ${context.body.readDocument(context, use, shape, source)};`];
  }
  const begin = `const result: ${draft} = {};`;
  if (body.kind === "none") return [begin];
  const { member, content } = body;
  const property = propertyOf(context, shape, member);
  const set = (value: string): string => writeMember(context, "result", property, value);
  if (content === "stream") return [begin, set(streamOf(context, reader))];
  if (content === "events") {
    const readers = context.names[reader](member.target, context.dialect).name;
    const read = `${eventHelper(context, "readEvents")}(${streamOf(context, reader)}, ${readers}, ${reader === "decode"})`;
    return [begin, set(read)];
  }
  const target = targetOf(context.model, member);
  const open = openTypeOf(context, reader, target);
  const isOptional = !isRequiredMember(shape, member, context.options.optionality);
  // Nothing else can be meant by no bytes: clients have no other way to send an empty value.
  if (reader === "decode" && !isOptional && content === "bytes") return [begin, set("request.body")];
  if (reader === "decode" && !isOptional && content === "text") {
    const text = `${bindingHelper(context, "requestText")}(request) ?? ""`;
    return [begin, set(open === undefined ? text : `(${text}) as ${open}`)];
  }
  const mayBeEmpty = reader === "decode" && target.kind === "structure" && isOptional && context.body.emptyPayload;
  const parse = (): string => context.body.parse(context, reader, [target], message);
  // What an error's name was looked for in is an object even where there is no body.
  const name = parsed === undefined ? "body" : "payload";
  const source =
    content === "document"
      ? mayBeEmpty
        ? `${bindingHelper(context, "payloadOf")}(${parse()})`
        : parse()
      : `${bindingHelper(context, content === "bytes" ? "bodyBytes" : `${message}Text`)}(${message})`;
  const value =
    content === "document"
      ? context.body.readPayload(context, reader, member, name)
      : `${name}${open === undefined ? "" : ` as ${open}`}`;
  const otherwise = fallback(context, reader, shape, member);
  const rest = otherwise === undefined ? "" : `\nelse ${set(otherwise)}`;
  return [begin, `const ${name} = ${source};`, `if (${payloadPresence(context, member, name)}) ${set(value)}${rest}`];
}

function streamOf(context: HttpContext, reader: Reader): string {
  return reader === "decode" ? "request.stream()" : `${bindingHelper(context, "responseStream")}(response)`;
}

function documentShapes({ model }: HttpContext, bindings: readonly HttpBinding[]): readonly RootShape[] {
  return bindingsAt(bindings, "document").map(({ member }) => targetOf(model, member));
}

/** The expression of a member of `object`. */
export function valueOf(context: HttpContext, shape: StructureShape, member: MemberShape, object: string): string {
  return readMember(context, object, propertyOf(context, shape, member));
}
