import { decodeObject } from "./objects.js";

/** `smithy.api#Unit` as input or output: an empty object. */
export function encodeUnit(_value?: unknown): string {
  return "{}";
}

export function decodeUnit(value: unknown, path: string): Record<string, never> {
  decodeObject(value, path);
  return {};
}
