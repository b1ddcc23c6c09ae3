import { DecodeError, EncodeError, unwritable } from "../codec/codec-errors.js";
import { bytesOfBase64, bytesToBase64 } from "../codec/base64.js";
import { setMember } from "../codec/objects.js";
import type { DecodeText } from "../codec/text/scalars.js";

/** Writes a value as text; `where` is what an EncodeError names. */
export type EncodeText<T> = (value: T, where: string) => string;

/** What no header can hold: control characters, which would end its line or worse, and what is beyond Latin 1 (RFC 9110, section 5.5). */
const unfit = /[^\t\u0020-\u007e\u0080-\u00ff]/;

/** A string as the value of a header. @throws EncodeError for anything but a string, and for one that no header can hold. */
export function encodeHeader(value: string, where: string): string {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  if (unfit.test(value)) throw new EncodeError(where, "the text has characters that no header can hold");
  return value;
}

/** A string that has a media type: in base64 (Smithy 2.0, "httpHeader serialization rules"). */
export function encodeMediaHeader(value: string, where: string): string {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  if (/\p{Surrogate}/u.test(value)) throw new EncodeError(where, "the text is not well-formed Unicode");
  return bytesToBase64(new TextEncoder().encode(value));
}

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function decodeMediaHeader(text: string, path: string): string {
  const bytes = bytesOfBase64(text);
  if (bytes === undefined) throw new DecodeError(path, "the text is not base64 with padding");
  try {
    return utf8.decode(bytes);
  } catch {
    throw new DecodeError(path, "the text is not UTF-8");
  }
}

/** A string in a list of them: quoted where it would not be read as it is. */
export function encodeHeaderItem(value: string, where: string): string {
  const text = encodeHeader(value, where);
  return /[",]|^\s|\s$|^$/.test(text) ? `"${text.replaceAll(/["\\]/g, "\\$&")}"` : text;
}

/** A list as the value of one header. */
export function encodeHeaderList<T>(list: readonly T[], where: string, encodeItem: EncodeText<T>): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  return list.map((item: T) => encodeItem(item, where)).join(", ");
}

/** A list from the value of a header: items between commas, quotes and the space around items taken away. */
export function decodeHeaderList<T>(text: string, path: string, decodeItem: DecodeText<T>): T[] {
  if (text.trim() === "") return [];
  return itemsOf(text, path).map((item, index) => decodeItem(item, `${path}/${index}`));
}

/** A list of dates in HTTP's own format, each of which has a comma. */
export function decodeHttpDateList(text: string, path: string, decodeItem: DecodeText<Date>): Date[] {
  if (text.trim() === "") return [];
  const parts = text.split(",");
  const items = parts.flatMap((part, index) => (index % 2 === 0 ? [`${part},${parts[index + 1] ?? ""}`.trim()] : []));
  return items.map((item, index) => decodeItem(item, `${path}/${index}`));
}

function itemsOf(text: string, path: string): readonly string[] {
  const items: string[] = [];
  const item = /\s*(?:"((?:[^"\\]|\\.)*)"\s*|(?!\s*")([^,]*))(,|$)/y;
  while (item.lastIndex <= text.length) {
    const match = item.exec(text);
    if (match === null) throw new DecodeError(path, "expected items with commas between them");
    const [, quoted, plain = "", end] = match;
    items.push(quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(.)/g, "$1"));
    if (end === "") break;
  }
  return items;
}

/** The headers whose names begin with a prefix, as a map of the rest of their names; undefined where there are none. */
export function decodePrefixHeaders<T>(
  headers: Iterable<readonly [name: string, value: string]>,
  prefix: string,
  decodeValue: DecodeText<T>,
): Record<string, T> | undefined {
  let map: Record<string, T> | undefined;
  for (const [given, value] of headers) {
    const name = given.toLowerCase();
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    setMember((map ??= {}), key, decodeValue(value, key));
  }
  return map;
}

/** Sets a header for each entry of a map; those that are set already stay. */
export function addPrefixHeaders(
  headers: Record<string, string>,
  prefix: string,
  map: Readonly<Record<string, string>>,
  where: string,
): void {
  for (const key of Object.keys(map)) {
    const name = headerName(prefix + key, where).toLowerCase();
    if (!Object.hasOwn(headers, name)) headers[name] = encodeHeader(map[key] ?? "", where);
  }
}

/** {@link addPrefixHeaders} for the lines of an answer, where every name stands before its value. */
export function pushPrefixHeaders(
  lines: string[],
  prefix: string,
  map: Readonly<Record<string, string>>,
  where: string,
): void {
  const names = new Set(lines.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()));
  for (const key of Object.keys(map)) {
    const name = headerName(prefix + key, where);
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    lines.push(name, encodeHeader(map[key] ?? "", where));
  }
}

const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** @throws EncodeError for what is no name of a header (RFC 9110, section 5.1). */
function headerName(name: string, where: string): string {
  if (!token.test(name)) throw new EncodeError(where, "a key of the map cannot be the name of a header");
  return name;
}
