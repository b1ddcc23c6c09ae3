import { DecodeError } from "../codec/codec-errors.js";
import { parsePlainJson } from "../codec/parse-json.js";
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

/** Bytes that are here already as a stream. */
export function streamOfBytes(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
