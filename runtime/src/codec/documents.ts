import { EncodeError, unexpected } from "./codec-errors.js";
import { NumberToken } from "./number-token.js";

/** The value of a document shape: any JSON (Smithy 2.0, "document"). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A document as JSON text. @throws EncodeError for what JSON has no form for, with the key that it stands at in the document */
export function encodeDocument(value: JsonValue, where: string): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value, function (this: unknown, key: string, part: unknown) {
      // A member without a value is as good as none; an item is not.
      const isLost =
        part === undefined
          ? Array.isArray(this)
          : typeof part === "number"
            ? !Number.isFinite(part)
            : strange.has(typeof part);
      if (!isLost) return part;
      const problem =
        typeof part === "number" ? `${part} has no form in a document` : `a document holds no ${typeof part}`;
      throw new EncodeError(where, key === "" ? problem : `${problem}, at ${JSON.stringify(key)}`);
    });
  } catch (error) {
    if (error instanceof RangeError) throw new EncodeError(where, "the document is nested too deep or too long");
    // The one error of this type that values cause themselves: an object within itself.
    throw error instanceof TypeError ? new EncodeError(where, "the document holds itself") : error;
  }
  if (json === undefined) throw new EncodeError(where, "the document has no value");
  return json;
}

const strange: ReadonlySet<string> = new Set(["bigint", "function", "symbol"]);

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
