import { displayValue, isList, isObject, type Value } from "./value.js";

export function isScalar(value: Value): boolean {
  return !isList(value) && !isObject(value);
}

/** A plain value in a table or a line of text. */
export function scalarText(value: Value): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : displayValue(value);
}

/** Order by code point, which is the same on every machine. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
