import { printWidth } from "../print-width.js";
import { layOut } from "./layout/statement.js";

/** Prettier's options for generated code, beside the parser. Its defaults otherwise. */
const formatOptions = { printWidth } as const;

/** Something to format: a statement, or a member of a class or interface. */
export interface FormatUnit {
  readonly text: string;
  /** Blocks around a statement, object types around a member. */
  readonly depth: number;
  readonly within: "block" | "class" | "interface";
}

const separator = /^\/\/@@(\d+)\n/m;

/**
 * Formats statements as prettier would leave them in their places, indented as their depth asks. What has a known layout is
 * laid out here, some fifty times faster than prettier does; only the rest is given to prettier.
 */
export async function formatUnits(units: readonly FormatUnit[]): Promise<readonly string[]> {
  const known = units.map(knownLayout);
  const others = await formatByPrettier(units.filter((_unit, index) => known[index] === undefined));
  let next = 0;
  return known.map((text) => text ?? others[next++] ?? "");
}

/** Columns and UTF-16 units may differ beyond these. */
const beyondLatin = /[\u0300-\uffff]/;

function knownLayout({ text, depth, within }: FormatUnit): string | undefined {
  if (beyondLatin.test(text)) return undefined;
  const column = depth * 2;
  const layout = layOut(text, within, column, printWidth);
  return layout === undefined ? undefined : " ".repeat(column) + layout;
}

/**
 * All go to prettier as one text, since a run costs more than a statement; where that is no TypeScript, each goes alone, and
 * what prettier cannot read stays as it is.
 */
async function formatByPrettier(units: readonly FormatUnit[]): Promise<readonly string[]> {
  if (units.length === 0) return [];
  const text = units.map((unit, index) => `//@@${index}\n${wrapped(unit)}\n`).join("");
  const formatted = await tryFormat(text);
  if (formatted !== undefined) {
    const parts = formatted.split(separator).slice(1);
    // Numbers and texts take turns.
    if (parts.length === units.length * 2)
      return units.map((unit, index) => unwrapped(parts[index * 2 + 1] ?? "", unit));
  }
  if (units.length === 1) return units.map(({ text: only, depth }) => indent(only, depth));
  const middle = units.length >> 1;
  return [...(await formatByPrettier(units.slice(0, middle))), ...(await formatByPrettier(units.slice(middle)))];
}

/** The text with every line but empty ones indented by two columns a block. */
export function indent(text: string, depth: number): string {
  return depth === 0 ? text : text.replace(/^(?=.)/gm, "  ".repeat(depth));
}

function wrapped({ text, depth, within }: FormatUnit): string {
  if (within === "block") return depth === 0 ? text : `${"{".repeat(depth)}\n${text}\n${"}".repeat(depth)}`;
  return `${within} _ {\n${"_: {\n".repeat(depth - 1)}${text}\n${"}".repeat(depth)}`;
}

/** The lines between the lines with the blocks' braces. */
function unwrapped(text: string, { depth }: FormatUnit): string {
  const lines = text.trimEnd().split("\n");
  return lines
    .slice(depth, depth === 0 ? undefined : -depth)
    .join("\n")
    .trimEnd();
}

async function tryFormat(text: string): Promise<string | undefined> {
  try {
    return await format(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Formats TypeScript as prettier does, with the parser that starts and runs fastest. */
export async function format(text: string): Promise<string> {
  const [{ format: run }, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  return run(text, { ...formatOptions, parser: "babel-ts", plugins: [babel, estree] });
}
