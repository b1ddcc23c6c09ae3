import { compareKeys, isScalar, scalarText } from "./scalars.js";
import { isList, isObject, type Value } from "./value.js";

type JsonObject = ReadonlyMap<string, Value>;

/**
 * Lines of tab-separated values, for tools that cut columns. An object is one line of its plain values, sorted by key, behind the
 * name under which it stands in capitals; what it holds follows. Objects of one list show the same columns.
 */
export function formatText(value: Value): string {
  const lines: string[] = [];
  writeValue(value, undefined, undefined, lines);
  return lines.map((line) => `${line}\n`).join("");
}

function writeValue(
  value: Value,
  name: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  if (isObject(value)) writeObject(value, name, columns, lines);
  else if (isList(value)) writeList(value, name, lines);
  else lines.push(scalarText(value));
}

function writeList(items: readonly Value[], name: string | undefined, lines: string[]): void {
  if (items.length === 0) return;
  if (items.some(isObject)) {
    const columns = new Set<string>();
    for (const item of items.filter(isObject)) {
      for (const [key, inner] of item) if (isScalar(inner)) columns.add(key);
    }
    const sorted = [...columns].toSorted(compareKeys);
    for (const item of items) writeValue(item, name, sorted, lines);
    return;
  }
  const scalars = items.filter(isScalar);
  if (scalars.length > 0) writeScalars(scalars, name, lines);
  for (const item of items) if (!isScalar(item)) writeValue(item, name, undefined, lines);
}

function writeScalars(items: readonly Value[], name: string | undefined, lines: string[]): void {
  const texts = items.map(scalarText);
  if (name === undefined) lines.push(texts.join("\t"));
  else lines.push(...texts.map((text) => `${name.toUpperCase()}\t${text}`));
}

function writeObject(
  value: JsonObject,
  name: string | undefined,
  columns: readonly string[] | undefined,
  lines: string[],
): void {
  const keys = [...value.keys()].toSorted(compareKeys);
  const scalars =
    columns === undefined
      ? keys.filter((key) => isScalar(value.get(key) ?? null)).map((key) => scalarText(value.get(key) ?? null))
      : columns.map((key) => (value.has(key) ? textOfCell(value.get(key) ?? null) : ""));
  if (scalars.length > 0) lines.push((name === undefined ? scalars : [name.toUpperCase(), ...scalars]).join("\t"));
  for (const key of keys) {
    const inner = value.get(key) ?? null;
    if (columns === undefined ? !isScalar(inner) : !columns.includes(key)) writeValue(inner, key, undefined, lines);
  }
}

function textOfCell(value: Value): string {
  return isScalar(value) ? scalarText(value) : "";
}
