import { unexpected, unwritable } from "./codec-errors.js";

/** What JSON must escape (RFC 8259, section 7), and surrogates, of which a lone one must be escaped to survive UTF-8. */
// oxlint-disable-next-line no-control-regex
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * A string as JSON text behind `opening`, which ends with the quote that begins it: written together, they take two concatenations
 * less. Lone surrogates are written as escapes.
 *
 * @throws EncodeError for anything but a string.
 */
export function appendString(opening: string, value: string, where: string): string {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  return needsEscape.test(value) ? opening.slice(0, -1) + JSON.stringify(value) : `${opening}${value}"`;
}

/** A string as JSON text. */
export function encodeString(value: string, where: string): string {
  return appendString('"', value, where);
}

/** A list of strings as JSON text. */
export function encodeStrings(list: readonly string[], where: string): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  for (let index = 0; index < list.length; index++) {
    if (typeof list[index] !== "string") throw unwritable(where, "a string in the list", list[index]);
  }
  return JSON.stringify(list);
}

/** @throws DecodeError for anything but a string. */
export function decodeString(value: unknown, path: string): string {
  if (typeof value !== "string") throw unexpected(path, "a string", value);
  return value;
}

/** A list of strings, without a copy. @throws DecodeError for anything else. */
export function decodeStrings(value: unknown, path: string): string[] {
  if (!Array.isArray(value)) throw unexpected(path, "a list", value);
  for (let index = 0; index < value.length; index++) {
    if (typeof value[index] !== "string") throw unexpected(`${path}/${index}`, "a string", value[index]);
  }
  return value;
}

/** A boolean as JSON text. */
export function encodeBoolean(value: boolean, where: string): string {
  if (typeof value !== "boolean") throw unwritable(where, "a boolean", value);
  return value ? "true" : "false";
}

export function decodeBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw unexpected(path, "a boolean", value);
  return value;
}
