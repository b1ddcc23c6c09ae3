import { errorNameOf, unmodelledError } from "../../client/unmodelled-error.js";
import { emptyElement, XmlReader } from "../../codec/xml/index.js";
import type { ServiceError, ServiceErrorOptions } from "../../errors/index.js";

/** Reads the members of an error from the element in hand and makes an instance of its class. */
export type ReceiveXmlError = (xml: XmlReader, options: ServiceErrorOptions) => ServiceError;

/**
 * The error in the body of an unsuccessful response, whatever stands around its element `Error`: `ErrorResponse`, `Response` and `Errors`, or
 * nothing. Its name is in `Code`. What the operation does not list, or what is no XML at all, is a plain `ServiceError`.
 *
 * @param receiverOf what reads the error of a code; undefined for one that the operation does not list
 * @param type what a header says of the name, for bodies that are a member of the error and so have no `Code`
 */
export function readXmlError(
  body: Uint8Array,
  options: ServiceErrorOptions,
  receiverOf: (code: string) => ReceiveXmlError | undefined,
  type?: string,
): ServiceError {
  const text = new TextDecoder().decode(body);
  const head = headOf(text);
  const known: ServiceErrorOptions = { ...options, requestId: options.requestId ?? head.requestId };
  const names = [type, head.code].map(errorNameOf);
  const name = names.find((one) => receiverOf(one) !== undefined) ?? errorNameOf(head.code ?? type);
  const receive = receiverOf(name);
  if (receive !== undefined) {
    try {
      return receive(errorElement(text), known);
    } catch {
      // Its members are not what the model says; name and message are still worth telling.
    }
  }
  return unmodelledError(known, name, head.message);
}

/** A reader of the element of the error; of an empty one where the body is something else. */
function errorElement(text: string): XmlReader {
  try {
    const xml = new XmlReader(text, true);
    if (enterError(xml)) return xml;
  } catch {
    // The body is a text or bytes.
  }
  return emptyElement();
}

interface ErrorHead {
  code?: string | undefined;
  message?: string | undefined;
  requestId?: string | undefined;
}

/** What identifies an error, as far as the text can be read. */
function headOf(text: string): ErrorHead {
  const head: ErrorHead = {};
  try {
    const xml = new XmlReader(text, true);
    if (enterError(xml, head)) {
      while (xml.next()) {
        if (xml.name === "Code") head.code = xml.text().trim();
        else if (xml.name === "Message" || xml.name === "message") head.message = xml.text();
        else readRequestId(xml, head);
      }
    }
    // The identifier may also stand behind the error, beside it or around it.
    for (let depth = 0; depth < 2; depth++) while (xml.next()) readRequestId(xml, head);
  } catch {
    // What was found before the text broke off is still worth telling.
  }
  return head;
}

/** Reads up to the element of the error, which is then in hand. */
function enterError(xml: XmlReader, head: ErrorHead = {}): boolean {
  if (xml.name === "Error") return true;
  while (xml.next()) {
    if (xml.name === "Error") return true;
    if (xml.name === "Errors") return enterError(xml, head);
    readRequestId(xml, head);
  }
  return false;
}

function readRequestId(xml: XmlReader, head: ErrorHead): void {
  if (/^request_?id$/i.test(xml.name)) head.requestId = xml.text().trim();
  else xml.skip();
}
