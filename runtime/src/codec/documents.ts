import { EncodeError, unexpected } from "./codec-errors.js";
import { NumberToken } from "./number-token.js";

/** The value of a document shape: any JSON (Smithy 2.0, "document"). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A document as JSON text. */
export function encodeDocument(value: JsonValue, where: string): string {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new EncodeError(where, "the document has no value");
  return json;
}

/** Any parsed JSON. Numbers that a double rounds are rounded: a document has no model that says otherwise. */
export function decodeDocument(value: unknown, path: string): JsonValue {
  if (value === undefined) throw unexpected(path, "a document", value);
  return (holdsToken(value) ? JSON.parse(JSON.stringify(value)) : value) as JsonValue;
}

function holdsToken(value: unknown): boolean {
  if (value instanceof NumberToken) return true;
  if (Array.isArray(value)) return value.some(holdsToken);
  return typeof value === "object" && value !== null && Object.values(value).some(holdsToken);
}
