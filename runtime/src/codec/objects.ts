import { unexpected } from "./codec-errors.js";
import { NumberToken } from "./number-token.js";

/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object. @throws DecodeError for anything else. */
export function decodeObject(value: unknown, path: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NumberToken)) {
    return value as JsonObject;
  }
  throw unexpected(path, "an object", value);
}

/** The own member of that name: for members whose names every object inherits, such as `constructor`. */
export function ownMember(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Sets a member of any name, `__proto__` included, as an own property. */
export function setMember<T>(object: Record<string, T>, name: string, value: T): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}
