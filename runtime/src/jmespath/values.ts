import type { Comparator } from "./expression.js";
import type { Json, JsonObject } from "./json.js";

/** The types of data that expressions see ("Data Types"). */
export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** The type of a value, by the name that the function `type` gives it ("type"). */
export function typeOfJson(value: Json): JsonType {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

/** True for an array. `Array.isArray` does not narrow a readonly one. */
export function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object without a class. One of a class passes through whole: it is a value of the application's, without members here. */
export function isJsonObject(value: Json): value is JsonObject {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The own member of an object; null for any other value, as for names that the object inherits. */
export function memberOf(value: Json, name: string): Json {
  return isJsonObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;
}

/** Whether a value counts as true ("Or Expressions"): all do but null, false, and empty strings, arrays and objects. 0 does. */
export function isTruthy(value: Json): boolean {
  if (isJsonArray(value)) return value.length > 0;
  if (isJsonObject(value)) return Object.keys(value).length > 0;
  return value !== null && value !== false && value !== "";
}

/** Equality by value, objects without regard to the order of their keys. */
export function equalJson(left: Json, right: Json, spend: () => void): boolean {
  spend();
  if (left === right) return true;
  if (isJsonArray(left)) {
    if (!isJsonArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => equalJson(item, right[index] ?? null, spend));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equalJson(memberOf(left, key), memberOf(right, key), spend))
  );
}

/** An ordering comparison has a result for numbers only ("Ordering Operators"). */
export function compareJson(comparator: Comparator, left: Json, right: Json, spend: () => void): boolean | null {
  if (comparator === "==") return equalJson(left, right, spend);
  if (comparator === "!=") return !equalJson(left, right, spend);
  if (typeof left !== "number" || typeof right !== "number") return null;
  switch (comparator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
