import { EncodeError, unwritable } from "../codec-errors.js";

// Characters of XML 1.0 (production Char): not among them are most control characters, U+FFFE, U+FFFF and lone surrogates.
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u;
// oxlint-disable-next-line no-control-regex
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/;

// Line ends of every kind are escaped, so that no reader turns one into another: XML 1.1 also counts U+0085 and U+2028.
const unsafeText = /[&<>\r\n\u0085\u2028]/g;
const unsafeAttribute = /[&<>"'\t\r\n\u0085\u2028]/g;
// oxlint-disable-next-line no-control-regex
const needsLook = /[&<>"'\u0000-\u001f\u0085\u2028\ud800-\udfff\ufffe\uffff]/;

/** The offset of the first character that XML does not have. */
export function findForbidden(text: string): number | undefined {
  return suspicious.test(text) ? forbidden.exec(text)?.index : undefined;
}

/** A text with U+FFFD for each character that XML does not have: for texts that tell of what was received. */
export function replaceForbidden(text: string): string {
  return suspicious.test(text) ? text.replace(new RegExp(forbidden, "gu"), "\ufffd") : text;
}

/**
 * A string as the text of an element.
 *
 * @throws EncodeError for anything but a string, and for characters that XML does not have.
 */
export function encodeXmlString(value: string, where: string): string {
  return encode(value, where, unsafeText);
}

/** {@link encodeXmlString} for the value of an attribute, between quotes of any kind. */
export function encodeXmlAttribute(value: string, where: string): string {
  return encode(value, where, unsafeAttribute);
}

function encode(value: string, where: string, unsafe: RegExp): string {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  if (!needsLook.test(value)) return value;
  if (findForbidden(value) !== undefined)
    throw new EncodeError(where, "the string has characters that XML does not have");
  return value.replace(unsafe, (character) => references[character] ?? `&#x${hexadecimal(character)};`);
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What the text of an element stands for; undefined where it has a reference that XML does not know, or `]]>`. */
export function decodeCharacters(raw: string): string | undefined {
  if (raw.includes("]]>")) return undefined;
  return decodeReferences(raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw);
}

/** What the value of an attribute stands for: white space that is not a reference is a blank (XML 1.0, section 3.3.3). */
export function decodeAttributeText(raw: string): string | undefined {
  return decodeReferences(raw.replace(/\r\n|[\t\r\n]/g, " "));
}

function decodeReferences(text: string): string | undefined {
  let next = text.indexOf("&");
  if (next < 0) return text;
  let decoded = "";
  let copied = 0;
  for (; next >= 0; next = text.indexOf("&", copied)) {
    reference.lastIndex = next;
    const match = reference.exec(text);
    const character = match === null ? undefined : characterOf(match);
    if (character === undefined) return undefined;
    decoded += text.slice(copied, next) + character;
    copied = reference.lastIndex;
  }
  return decoded + text.slice(copied);
}

const reference = /&(?:(lt|gt|amp|quot|apos)|#0*(\d{1,7})|#x0*([\dA-Fa-f]{1,6}));/y;
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function characterOf([, name, decimal, hex]: RegExpExecArray): string | undefined {
  if (name !== undefined) return named[name];
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return findForbidden(character) === undefined ? character : undefined;
}
