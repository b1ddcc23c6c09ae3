import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { cborValue } from "./cbor-value.js";
import { differenceOf } from "./values.js";
import { comparable, xmlTree } from "./xml-tree.js";

/** What the bodies of a protocol are, where a test does not say. */
export function mediaTypeOf(protocol: string): string | undefined {
  return protocols.find(({ trait }) => trait === protocol)?.mediaType;
}

/** The bytes of a body as a test gives it: text, or base64 where the media type is binary. */
export function bodyBytes(body: string | undefined, mediaType: string | undefined): Uint8Array {
  if (body === undefined) return new Uint8Array(0);
  return isBinary(mediaType) ? new Uint8Array(Buffer.from(body, "base64")) : new TextEncoder().encode(body);
}

export function isBinary(mediaType: string | undefined): boolean {
  return mediaType === "application/cbor" || mediaType === "application/vnd.amazon.eventstream";
}

/** What differs between the body that a test wants and the one that was sent, as the media type has them compared. */
export function bodyDifference(wanted: string, found: Uint8Array, mediaType: string | undefined): string | undefined {
  const text = Buffer.from(found).toString("utf8");
  const bytes = bodyBytes(wanted, mediaType);
  if (bytes.length === 0 || found.length === 0) {
    return bytes.length === found.length ? undefined : `body: wanted ${quote(wanted)}, found ${quote(text)}`;
  }
  try {
    const isXml = mediaType === undefined && wanted.startsWith("<") && text.startsWith("<");
    const read = readerOf(isXml ? "application/xml" : mediaType);
    const difference = read === undefined ? exact(wanted, text) : differenceOf(read(bytes), read(found));
    if (difference === undefined) return undefined;
    return `body: ${difference}\nwanted ${shown(wanted, mediaType)}\nfound  ${isBinary(mediaType) ? JSON.stringify(cborText(found)) : text}`;
  } catch (error) {
    return `body: ${String(error)}\nfound ${quote(text)}`;
  }
}

function readerOf(mediaType: string | undefined): ((bytes: Uint8Array) => unknown) | undefined {
  switch (mediaType) {
    case "application/json":
      return (bytes) => JSON.parse(textOf(bytes)) as unknown;
    case "application/xml":
      return (bytes) => comparable(xmlTree(textOf(bytes)));
    case "application/x-www-form-urlencoded":
      return (bytes) => textOf(bytes).replaceAll(/\s+/g, "").split("&").toSorted();
    case "application/cbor":
      return cborValue;
    default:
      return undefined;
  }
}

function exact(wanted: string, found: string): string | undefined {
  return wanted === found ? undefined : "the texts differ";
}

function shown(wanted: string, mediaType: string | undefined): string {
  return isBinary(mediaType) ? JSON.stringify(cborText(bodyBytes(wanted, mediaType))) : wanted;
}

/** For messages: big integers have no JSON. */
function cborText(bytes: Uint8Array): unknown {
  return JSON.parse(
    JSON.stringify(cborValue(bytes), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 600 ? `${text.slice(0, 600)}…` : text);
}
