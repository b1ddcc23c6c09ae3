import { EncodeError, unexpected } from "./codec-errors.js";
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

/** A structure in the making: members are set one by one. */
export type Draft<T> = { -readonly [Member in keyof T]?: T[Member] | undefined };

/** Whether a member has a value. Null counts as none: rows of databases have it, and so has JSON from real clients. */
export function isPresent<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

/** The value of a required member that is a structure, a union, a payload or a stream. @throws EncodeError when it has none. */
export function requireMember<T>(value: T, where: string): NonNullable<T> {
  if (value !== undefined && value !== null) return value;
  throw new EncodeError(where, "the member is required, but has no value");
}

/** The own member of that name: for members whose names every object inherits, such as `constructor`. */
export function ownMember<T extends object, Name extends keyof T & string>(object: T, name: Name): T[Name] {
  // What is missing is for the caller to notice, as with any other member.
  return Object.hasOwn(object, name) ? object[name] : (undefined as T[Name]);
}

/** Sets a member of any name, `__proto__` included, as an own property. */
export function setMember<T extends object, Name extends keyof T & string>(
  object: T,
  name: Name,
  value: T[Name],
): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[name] = value;
  }
}
