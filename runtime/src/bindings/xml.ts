import { DecodeError } from "../codec/codec-errors.js";
import { emptyElement, XmlReader, type ReadXml } from "../codec/xml/index.js";
import type { HttpResponse } from "../http/message.js";
import { requestText, responseText, type BodySource } from "./bodies.js";

/** A reader of a request's body, with its root element in hand; undefined where there is none. @throws DecodeError for what is no XML */
export function requestXml(request: BodySource): XmlReader | undefined {
  const text = requestText(request);
  return text === undefined ? undefined : new XmlReader(text);
}

/**
 * A client's reader of a response's body, with its root element in hand; undefined where there is none.
 *
 * @throws DecodeError for what is no XML, as the body of a success by its media type too
 */
export function responseXml(response: HttpResponse): XmlReader | undefined {
  const text = responseText(response);
  if (text === undefined) return undefined;
  if (response.statusCode < 300) requireXmlType(response);
  return new XmlReader(text, true);
}

/** XML, and what servers that are compatible with Amazon S3 say of it where they know no better. */
const xmlType =
  /^(?!application\/xhtml\b)[^;]*[/+]xml\s*(?:;|$)|^(?:(?:application|binary)\/octet-stream|text\/plain)\s*(?:;|$)|^$/i;

/**
 * A page of a proxy is often well-formed, and a client takes elements that it does not know: only the media type tells it from an answer.
 *
 * @throws DecodeError for a media type of something else
 */
export function requireXmlType({ headers }: Pick<HttpResponse, "headers">): void {
  if (!xmlType.test(headers["content-type"] ?? "")) throw new DecodeError("", "its media type is not one of XML");
}

/**
 * Reads a whole document. Where there is none, it is read as one without contents. A client takes a root element of any name.
 *
 * @throws DecodeError for a root element of another name, and for what the model refuses
 */
export function readXmlRoot<T>(xml: XmlReader | undefined, root: string, read: ReadXml<T>): T {
  if (xml === undefined) return read(emptyElement());
  if (!xml.isTolerant && xml.name !== root) {
    throw new DecodeError("", `expected the root element ${root}, but found another`);
  }
  const value = read(xml);
  xml.end();
  return value;
}
