import { EncodeError, unwritable } from "../codec/codec-errors.js";

/** Percent-encodes all but the unreserved characters of RFC 3986. @throws EncodeError for lone surrogates. */
export function escapeUri(text: string, where: string): string {
  if (typeof text !== "string") throw unwritable(where, "a string", text);
  try {
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => {
      return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    });
  } catch {
    throw new EncodeError(where, "the text is not well-formed Unicode");
  }
}

/**
 * The value of a label in a path (Smithy 2.0, "httpLabel serialization rules").
 *
 * @throws EncodeError where it is empty, and for dots that would be taken as a step in the path (RFC 3986, section 5.2.4)
 */
export function encodeLabel(text: string, where: string): string {
  if (text === "." || text === "..") throw new EncodeError(where, "a part of the path must not be a step in it");
  if (text === "") throw new EncodeError(where, "a part of the path must not be empty");
  return escapeUri(text, where);
}

/** The value of a label that takes the rest of a path: its slashes stay. */
export function encodeGreedyLabel(text: string, where: string): string {
  if (text === "") throw new EncodeError(where, "a part of the path must not be empty");
  return escapeUri(text, where).replaceAll("%2F", "/");
}
