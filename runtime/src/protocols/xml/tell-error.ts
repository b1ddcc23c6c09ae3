import { EncodeError } from "../../codec/codec-errors.js";
import { replaceForbidden } from "../../codec/xml/index.js";

/**
 * Writes the members of an error, whose texts often quote a request: with U+FFFD for what XML 1.0 has no form for (production Char, not even
 * as a reference), since the error itself must reach the caller. What a handler threw is changed only where it cannot be written as it is.
 */
export function tellError<T>(value: unknown, write: (value: unknown) => T): T {
  if (!(value instanceof Error)) return write(shown(value));
  try {
    return write(value);
  } catch (error) {
    if (!(error instanceof EncodeError)) throw error;
    return write(shown({ ...value, message: value.message }));
  }
}

function shown(value: unknown): unknown {
  if (typeof value === "string") return replaceForbidden(value);
  if (Array.isArray(value)) return value.map(shown);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shown(member)]));
}

/** Whether an object is no more than its members: neither a date nor bytes. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
