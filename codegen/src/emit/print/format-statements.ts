import { printWidth } from "../print-width.js";

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Prettier's options for generated code, beside the parser. Its defaults otherwise. */
export const formatOptions = { printWidth } as const;

/** Wider than the print width, or with characters that do not take one column for each UTF-16 unit. */
const needsFormatting = new RegExp(`.{${printWidth + 1}}|[\\u0300-\\uffff]`);

/** Runs prettier on those statements that it may want to wrap; all others are as prettier leaves them already. */
export async function formatStatements(text: string, statements: readonly TextRange[]): Promise<string> {
  const pieces: string[] = [];
  let end = 0;
  for (const range of statements) {
    const statement = text.slice(range.start, range.end);
    if (!needsFormatting.test(statement)) continue;
    const before = /^\s*/.exec(statement)?.[0] ?? "";
    pieces.push(text.slice(end, range.start) + before, (await format(statement)).trimEnd());
    end = range.end;
  }
  return pieces.join("") + text.slice(end);
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
