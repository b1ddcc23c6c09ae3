import { decodeObject } from "./objects.js";

/** `smithy.api#Unit` as input or output: an empty object. */
export function encodeUnit(_value: Record<string, never>): string {
  return "{}";
}

export function decodeUnit(value: unknown, path: string): Record<string, never> {
  decodeObject(value, path);
  return {};
}
