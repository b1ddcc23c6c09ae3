import { DecodeError } from "../codec/codec-errors.js";
import { emptyElement, XmlReader, type ReadXml } from "../codec/xml/index.js";
import type { HttpResponse } from "../http/message.js";
import { requestText, responseText, type BodySource } from "./bodies.js";

/** A reader of a request's body, with its root element in hand; undefined where there is none. @throws DecodeError for what is no XML */
export function requestXml(request: BodySource): XmlReader | undefined {
  const text = requestText(request);
  return text === undefined ? undefined : new XmlReader(text);
}

/** A client's reader of a response's body, with its root element in hand; undefined where there is none. */
export function responseXml(response: HttpResponse): XmlReader | undefined {
  const text = responseText(response);
  return text === undefined ? undefined : new XmlReader(text, true);
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
