import type { Json } from "@tsmith/runtime/jmespath";
import { hashOrder } from "../../shapes/hash-order.js";

/** A type of JMESPath as far as it is known without data: `any` where nothing is. */
export type ExpressionType = "string" | "number" | "boolean" | "null" | "array" | "object" | "expression" | "any";

/**
 * A stand-in for the values that an expression may meet: of the right type, with the fields of its shape, and where it is a
 * scalar, with one possible value. What is inside of arrays and objects is made only when asked for, since shapes may be
 * recursive, and wide.
 */
export type Sample =
  | { readonly type: "any" | "expression" | "null" }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "string"; readonly value: string }
  | ArraySample
  | ObjectSample;

/** A list, with one sample for each item that is known to be there. */
export interface ArraySample {
  readonly type: "array";
  readonly items: () => readonly Sample[];
}

/** A structure or map, with the fields that expressions may ask for. */
export interface ObjectSample {
  readonly type: "object";
  /** In the order that messages list them. */
  readonly names: readonly string[];
  readonly field: (name: string) => Sample | undefined;
}

/** What nothing is known of: every use of it is right. */
export const anySample: Sample = { type: "any" };
/** What `&` makes of an expression: only functions can take it. */
export const expressionSample: Sample = { type: "expression" };
/** What a field that does not exist gives. */
export const nullSample: Sample = { type: "null" };
/** A number of unknown value. Zero is true to JMESPath, as every number is. */
export const numberSample: Sample = { type: "number", value: 0 };
/** A string of unknown value. Like that of Smithy it is empty, and so counts as false. */
export const stringSample: Sample = { type: "string", value: "" };
/** A list of which nothing is known; like that of Smithy it is empty, and so counts as false. */
export const arraySample: Sample = arrayOf([]);
/** An object of which nothing is known; like that of Smithy it is empty, and so counts as false. */
export const objectSample: Sample = objectOf(new Map());

/** Comparing what has different types is false, whatever the comparator. */
export const booleanSample: Sample = booleanOf(false);

/** A boolean of known value. */
export function booleanOf(value: boolean): Sample {
  return { type: "boolean", value };
}

/** A list of known items. */
export function arrayOf(items: readonly Sample[]): ArraySample {
  return { type: "array", items: () => items };
}

/** An object of known fields, in their order. */
export function objectOf(fields: ReadonlyMap<string, Sample>): ObjectSample {
  return { type: "object", names: [...fields.keys()], field: (name) => fields.get(name) };
}

/** What a literal of an expression stands for: itself. */
export function sampleOfJson(value: Json): Sample {
  if (value === null) return nullSample;
  if (typeof value === "string") return { type: "string", value };
  if (typeof value === "number") return { type: "number", value };
  if (typeof value === "boolean") return booleanOf(value);
  if (isList(value)) return arrayOf(value.map(sampleOfJson));
  const fields = new Map(Object.entries(value).map(([name, item]) => [name, sampleOfJson(item)]));
  return { ...objectOf(fields), names: hashOrder([...fields.keys()]) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** As JMESPath: null, false and what is empty are not true. What is unknown is taken to be. */
export function isTruthySample(sample: Sample): boolean {
  switch (sample.type) {
    case "null":
      return false;
    case "boolean":
      return sample.value;
    case "string":
      return sample.value !== "";
    case "array":
      return sample.items().length > 0;
    case "object":
      return sample.names.length > 0;
    default:
      return true;
  }
}
