import { compareKeys, isScalar, scalarText } from "./scalars.js";
import { isList, isObject, type Value } from "./value.js";

interface Section {
  readonly title: string;
  readonly depth: number;
  headers: readonly string[];
  rows: (readonly string[])[];
}

type JsonObject = ReadonlyMap<string, Value>;

/**
 * A table with a section for each object and list, indented by their depth. Where it would be wider than the terminal, sections of
 * one row stand upright: a line a column.
 *
 * @param title what stands over the whole: the operation's name
 * @param width of the terminal, in columns
 */
export function formatTable(title: string, value: Value, width = 80): string {
  const sections: Section[] = [];
  if (!addSections(title, value, 0, sections)) return "";
  let total = totalWidth(sections);
  if (total > width) {
    for (const section of sections) standUpright(section);
    total = totalWidth(sections);
  }
  return [`${"-".repeat(total)}\n`, ...sections.map((section) => renderSection(section, total))].join("");
}

function addSections(title: string | undefined, value: Value, depth: number, sections: Section[]): boolean {
  if (value === null || value === "" || value === false) return false;
  if (isList(value) && value.length === 0) return false;
  if (isObject(value) && value.size === 0) return false;
  if (title !== undefined) sections.push({ title, depth, headers: [], rows: [] });
  const current = sections.at(-1);
  if (current === undefined) return false;
  if (isObject(value)) addObject(value, depth, current, sections);
  else if (isList(value)) {
    if (isObject(value[0])) addObjects(value.filter(isObject), depth, current, sections);
    else for (const item of value) addItem(item, sections);
  } else current.rows.push([scalarText(value)]);
  return true;
}

function addItem(item: Value, sections: Section[]): void {
  if (isScalar(item)) sections.at(-1)?.rows.push([scalarText(item)]);
  else if (isList(item) && item.every(isScalar)) sections.at(-1)?.rows.push(item.map(scalarText));
  else addSections(undefined, item, 0, sections);
}

function addObject(value: JsonObject, depth: number, section: Section, sections: Section[]): void {
  const { plain, nested } = partition([value]);
  const cells = plain.map((key) => scalarText(value.get(key) ?? null));
  if (plain.length === 1) section.rows.push([plain[0] ?? "", cells[0] ?? ""]);
  else if (plain.length > 1) {
    section.headers = plain;
    section.rows.push(cells);
  }
  for (const key of nested) addSections(key, value.get(key) ?? null, depth + 1, sections);
}

function addObjects(items: readonly JsonObject[], depth: number, first: Section, sections: Section[]): void {
  const { plain, nested } = partition(items);
  let section = first;
  section.headers = plain;
  items.forEach((item, index) => {
    if (index > 0 && nested.length > 0) {
      section = { title: first.title, depth, headers: plain, rows: [] };
      sections.push(section);
    }
    section.rows.push(plain.map((key) => (item.has(key) ? cellText(item.get(key) ?? null) : "")));
    for (const key of nested) if (item.has(key)) addSections(key, item.get(key) ?? null, depth + 1, sections);
  });
}

function cellText(value: Value): string {
  return isScalar(value) ? scalarText(value) : "";
}

function partition(items: readonly JsonObject[]): { plain: readonly string[]; nested: readonly string[] } {
  const plain = new Set<string>();
  const nested = new Set<string>();
  for (const item of items) for (const [key, value] of item) (isScalar(value) ? plain : nested).add(key);
  return { plain: [...plain].toSorted(compareKeys), nested: [...nested].toSorted(compareKeys) };
}

/** A section of one row with headers becomes a row for each header. */
function standUpright(section: Section): void {
  const only = section.rows[0];
  if (section.rows.length !== 1 || only === undefined || section.headers.length === 0) return;
  section.rows = section.headers.map((header, index) => [header, only[index] ?? ""]);
  section.headers = [];
}

/** The widest content of each column. */
function columnWidths(section: Section): number[] {
  const widths: number[] = section.headers.map(displayWidth);
  for (const row of section.rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  return widths;
}

const padding = 4;
const border = 2;

function totalWidth(sections: readonly Section[]): number {
  return Math.max(
    ...sections.map((section) => {
      const columns = columnWidths(section).reduce((sum, width) => sum + width + padding, 0);
      return Math.max(displayWidth(section.title), columns) + border + 2 * section.depth;
    }),
  );
}

/** The columns stretched to fill a width together; what rounding leaves over goes to, or comes from, single columns. */
function stretch(widths: readonly number[], total: number): number[] {
  const factor = total / widths.reduce((sum, width) => sum + width + padding, 0);
  const scaled = widths.map((width) => roundHalfToEven(factor * (width + padding)));
  let excess = scaled.reduce((sum, width) => sum + width, 0) - total;
  while (excess !== 0) {
    const step = excess > 0 ? -1 : 1;
    for (let turn = 0; turn < scaled.length && excess !== 0; turn += 1) {
      const index = step < 0 ? turn : scaled.length - 1 - turn;
      scaled[index] = (scaled[index] ?? 0) + step;
      excess += step;
    }
  }
  return scaled;
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function renderSection(section: Section, total: number): string {
  const width = total - 2 * section.depth;
  const edge = "|".repeat(section.depth);
  const lines: string[] = [];
  if (section.title !== "") {
    lines.push(centre(section.title, width, true));
    if (section.headers.length === 0 && section.rows.length === 0) lines.push(`+${"-".repeat(width - 2)}+`);
  }
  const columns = columnWidths(section);
  if (columns.length > 0) {
    const widths = stretch(columns, width);
    const rule = widths.map((cell, index) => (index === 0 ? `+${"-".repeat(cell - 2)}+` : `${"-".repeat(cell - 1)}+`));
    const ruleLine = rule.join("");
    if (section.headers.length > 0) {
      lines.push(ruleLine);
      lines.push(section.headers.map((header, index) => centre(header, widths[index] ?? 0, index === 0)).join(""));
    }
    if (section.rows.length > 0) {
      lines.push(ruleLine);
      for (const row of section.rows) {
        lines.push(row.map((cell, index) => alignLeft(cell, widths[index] ?? 0, index === 0)).join(""));
      }
      lines.push(ruleLine);
    }
  }
  return lines.map((line) => `${edge}${line}${edge}\n`).join("");
}

function centre(text: string, width: number, withLeftEdge: boolean): string {
  const length = displayWidth(text);
  const start = Math.max(0, Math.floor(width / 2) - Math.floor(length / 2) - 1);
  const left = `${withLeftEdge ? "|" : ""}${" ".repeat(start)}${text}`;
  const used = (withLeftEdge ? 1 : 0) + start + length;
  return `${left}${" ".repeat(Math.max(0, width - 1 - used))}|`;
}

function alignLeft(text: string, width: number, withLeftEdge: boolean): string {
  const length = displayWidth(text);
  const edges = withLeftEdge ? 2 : 1;
  const before = width - (length + 2 + edges) >= 0 ? 2 : 0;
  const after = Math.max(0, width - edges - before - length);
  return `${withLeftEdge ? "|" : ""}${" ".repeat(before)}${text}${" ".repeat(after)}|`;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal: East Asian wide characters take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Mn}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
