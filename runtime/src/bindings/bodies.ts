import { DecodeError, EncodeError, unwritable } from "../codec/codec-errors.js";
import { parsePlainJson } from "../codec/parse-json.js";
import { streamOfBytes } from "../http/byte-streams.js";
import type { HttpResponse } from "../http/message.js";

/** What of a request its body is read from. */
export interface BodySource {
  readonly body: Uint8Array;
  /** The body as text; undefined when it is not UTF-8. */
  text(): string | undefined;
}

/** The text of a request's body; undefined where there is none. @throws DecodeError for what is not UTF-8. */
export function requestText(request: BodySource): string | undefined {
  if (request.body.length === 0) return undefined;
  const text = request.text();
  if (text === undefined) throw new DecodeError("", "it is not UTF-8 text");
  return text;
}

/** What the members of a request's body are read from: an empty object where there is no body. */
export function documentOf(parsed: unknown): unknown {
  return parsed === undefined ? {} : parsed;
}

/**
 * What a structure that is a whole body is read from: nothing where the object is empty, since that is what clients send for none.
 */
export function payloadOf(parsed: unknown): unknown {
  const isEmpty = typeof parsed === "object" && parsed !== null && Object.keys(parsed).length === 0;
  return isEmpty && !Array.isArray(parsed) ? undefined : parsed;
}

/** A text that is a whole body. @throws EncodeError for anything but a string, and for one that has no form in UTF-8 */
export function textPayload<T extends string>(value: T, where: string): T {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  if (/\p{Surrogate}/u.test(value)) throw new EncodeError(where, "the text is not well-formed Unicode");
  return value;
}

/** The bytes of a body; undefined where there are none. */
export function bodyBytes(message: { readonly body: Uint8Array }): Uint8Array | undefined {
  return message.body.length === 0 ? undefined : message.body;
}

/** The text of a response's body; undefined where there is none. */
export function responseText({ body }: HttpResponse): string | undefined {
  return body.length === 0 ? undefined : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
}

/** The parsed JSON of a response's body; undefined where there is none. */
export function responseJson(response: HttpResponse, parse: (text: string) => unknown = parsePlainJson): unknown {
  const text = responseText(response);
  return text === undefined ? undefined : parse(text);
}

/** The body of a response that is read as it comes. */
export function responseStream({ body, stream }: HttpResponse): ReadableStream<Uint8Array> {
  return stream ?? streamOfBytes(body);
}
