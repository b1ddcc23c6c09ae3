import type { BodyUse } from "../../../emit/names.js";
import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import type { MemberShape, RootShape, StructureShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";

/** What writing the messages of one body format takes. */
export interface HttpContext extends CodecContext {
  readonly body: BodyDialect;
}

/** Which side of an exchange reads a message. */
export type Reader = "decode" | "receive";

/** How bodies of one format are written and read, as code. */
export interface BodyDialect {
  /** The media type of a body that is a document of the protocol. */
  readonly mediaType: string;
  /** The body of an answer whose output has no members for one; the empty string for none. */
  readonly emptyAnswer: string;
  /** The body of a request whose payload, a structure, has no value; undefined for none. */
  readonly emptyPayload: string | undefined;
  /** The text or bytes of a member that is a whole body. */
  writePayload(context: HttpContext, member: MemberShape, value: string): string;
  /** The text or bytes of the members of a structure that a body holds. */
  writeDocument(context: HttpContext, use: BodyUse, shape: StructureShape, value: string): string;
  /** What a body parses to; an expression that is undefined for an empty body. `message` is `request` or `response`. */
  parse(context: HttpContext, reader: Reader, shapes: readonly RootShape[], message: string): string;
  /** What a body parses to, or where it is empty, what a structure without members is read from. */
  orEmpty(context: HttpContext, parsed: string): string;
  /** The value of a member that is a whole body, of what it parses to. */
  readPayload(context: HttpContext, reader: Reader, member: MemberShape, parsed: string): string;
  /** The draft with the members that a body holds, of what it parses to, or of undefined. */
  readDocument(context: HttpContext, use: BodyUse, shape: StructureShape, parsed: string): string;
}

/** The local name of a function of `@tsmith/runtime/bindings`. */
export function bindingHelper(context: CodecContext, name: string): string {
  return context.file.use(runtimeValue("bindings", name));
}

/** The local name of a type of `@tsmith/runtime/<module>`. */
export function typeOf(context: CodecContext, module: "client" | "server" | "http" | "errors", name: string): string {
  return context.file.use(runtimeType(module, name));
}
