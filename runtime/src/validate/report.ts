import { maximumDepth, type ValidationFailure } from "./failure.js";

/** What one call of `parseX` has found so far. */
export interface Report {
  readonly failures: ValidationFailure[];
  /** Set with the first value that nests too deep: from then on nothing recursive is looked into, so that the walk ends. */
  tooDeep: boolean;
}

/** Where a value is: the path of what holds it, and its own name or index there; undefined for the holder itself. */
export type Key = string | number | undefined;

export function createReport(): Report {
  return { failures: [], tooDeep: false };
}

/** The JSON pointer (RFC 6901) of a member or list item. Names of members and indexes need no escape. */
export function pathOf(path: string, key: Key): string {
  return key === undefined ? path : `${path}/${key}`;
}

/** A map's key as a reference token of a JSON pointer. */
export function escapeKey(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** For a value of the wrong type; for one that is missing or null, that it must not be. */
export function failType(report: Report, path: string, key: Key, value: unknown, expected: string): void {
  const at = pathOf(path, key);
  if (value === undefined || value === null) {
    const message = `Value at '${at}' failed to satisfy constraint: Member must not be null`;
    report.failures.push({ path: at, constraint: "required", message });
  } else {
    const message = `Value at '${at}' failed to satisfy constraint: Member must be of type ${expected}`;
    report.failures.push({ path: at, constraint: "type", message, expected });
  }
}

export function failLength(
  report: Report,
  path: string,
  key: Key,
  length: number,
  min: number | undefined,
  max: number | undefined,
): void {
  const at = pathOf(path, key);
  const rule =
    min === undefined
      ? `less than or equal to ${max}`
      : max === undefined
        ? `greater than or equal to ${min}`
        : `between ${min} and ${max}, inclusive`;
  const message = `Value with length ${length} at '${at}' failed to satisfy constraint: Member must have length ${rule}`;
  report.failures.push({ path: at, constraint: "length", message, length, min, max });
}

export function failPattern(report: Report, path: string, key: Key, pattern: string): void {
  const at = pathOf(path, key);
  const message = `Value at '${at}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`;
  report.failures.push({ path: at, constraint: "pattern", message, pattern });
}

export function failRange(
  report: Report,
  path: string,
  key: Key,
  min: string | undefined,
  max: string | undefined,
): void {
  const at = pathOf(path, key);
  const rule =
    min === undefined
      ? `less than or equal to ${max}`
      : max === undefined
        ? `greater than or equal to ${min}`
        : `between ${min} and ${max}, inclusive`;
  const message = `Value at '${at}' failed to satisfy constraint: Member must be ${rule}`;
  report.failures.push({ path: at, constraint: "range", message, min, max });
}

export function failEnum(report: Report, path: string, key: Key, values: readonly (string | number)[]): void {
  const at = pathOf(path, key);
  const message = `Value at '${at}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(", ")}]`;
  report.failures.push({ path: at, constraint: "enum", message, values });
}

export function failUniqueItems(report: Report, path: string, key: Key): void {
  const at = pathOf(path, key);
  const message = `Value at '${at}' failed to satisfy constraint: Member must have unique values`;
  report.failures.push({ path: at, constraint: "uniqueItems", message });
}

export function failUnion(report: Report, path: string, key: Key, members: readonly string[]): void {
  const at = pathOf(path, key);
  const message = `Value at '${at}' failed to satisfy constraint: Member must have exactly one of the members: [${members.join(", ")}]`;
  report.failures.push({ path: at, constraint: "union", message, members });
}

export function failUnsafeInteger(report: Report, path: string, key: Key): void {
  const at = pathOf(path, key);
  const message = `Value at '${at}' failed to satisfy constraint: Member must be between ${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}, inclusive`;
  report.failures.push({ path: at, constraint: "unsafe-integer", message });
}

/** Whether a value of a recursive shape is too deep to be looked into; the first one is reported. */
export function isTooDeep(report: Report, path: string, depth: number): boolean {
  if (report.tooDeep) return true;
  if (depth <= maximumDepth) return false;
  report.tooDeep = true;
  const message = `Value at '${path}' failed to satisfy constraint: Member must not be nested deeper than ${maximumDepth} levels`;
  report.failures.push({ path, constraint: "depth", message, max: maximumDepth });
  return true;
}
