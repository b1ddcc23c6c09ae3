/** A value that rules work with. `undefined` is the empty value: a parameter that is not set, a function without a result. */
export type RuleValue = string | boolean | number | readonly RuleValue[] | RuleRecord | undefined;

/** Values by name: what JSON calls an object. */
export interface RuleRecord {
  readonly [name: string]: RuleValue;
}

/** What evaluation cannot go on with, such as a parameter of the wrong type. Never leaves this folder. */
export class EvaluationFault extends Error {}

/** True for an object of JSON. An instance of a class is none: lossless parsers make numbers such. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** True for an array. `Array.isArray` does not narrow a readonly one. */
export function isValueList(value: RuleValue): value is readonly RuleValue[] {
  return Array.isArray(value);
}

/**
 * The value of a document, as parameters have them: `null` is empty.
 *
 * @param document - parsed JSON
 * @param depth - how deep it stands in another document; 100 is the most
 * @returns undefined where it has no value in the language: a negative number or a fraction, too deep a nesting
 */
export function readValue(document: unknown, depth = 0): { readonly value: RuleValue } | undefined {
  if (document === null) return { value: undefined };
  if (typeof document === "string" || typeof document === "boolean") return { value: document };
  if (typeof document === "number") {
    return Number.isInteger(document) && document >= 0 ? { value: document } : undefined;
  }
  if (depth > 100) return undefined;
  if (Array.isArray(document))
    return readEntries(document.entries(), depth, (entries) => entries.map(([, item]) => item));
  return isRecord(document) ? readEntries(Object.entries(document), depth, Object.fromEntries) : undefined;
}

function readEntries<Key>(
  entries: Iterable<readonly [Key, unknown]>,
  depth: number,
  combine: (entries: readonly (readonly [Key, RuleValue])[]) => RuleValue,
): { readonly value: RuleValue } | undefined {
  const read: (readonly [Key, RuleValue])[] = [];
  for (const [key, item] of entries) {
    const found = readValue(item, depth + 1);
    if (found === undefined) return undefined;
    read.push([key, found.value]);
  }
  return { value: combine(read) };
}

/** Whether two values are the same: items in their order, members by name whatever their order. */
export function equalValues(left: RuleValue, right: RuleValue): boolean {
  if (left === right) return true;
  if (isValueList(left)) {
    return (
      isValueList(right) && left.length === right.length && left.every((item, index) => equalValues(item, right[index]))
    );
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equalValues(left[name], right[name]))
  );
}

/** A value in the words of Smithy's messages: `<empty>`, `[a, b]`, `{name=value}`, texts without quotes. */
export function valueText(value: RuleValue): string {
  if (value === undefined) return "<empty>";
  if (isValueList(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value !== "object") return String(value);
  return `{${Object.entries(value)
    .map(([name, item]) => `${name}=${valueText(item)}`)
    .join(", ")}}`;
}
