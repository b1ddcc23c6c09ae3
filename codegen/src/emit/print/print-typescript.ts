import { IndentationText, NewLineKind, Project, QuoteKind, type SourceFile } from "ts-morph";
import type { TypeScriptFilePlan } from "../file-plan.js";
import { formatStatements, type TextRange } from "./format-statements.js";

/**
 * Prints TypeScript plans: one `createSourceFile` a file, since adding declarations one by one costs a parse of the whole
 * file for each. ts-morph never wraps lines, so statements with a long one go through prettier.
 */
export function printTypeScript(
  plans: readonly TypeScriptFilePlan[],
  header: string,
): ReadonlyMap<TypeScriptFilePlan, Promise<string>> {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  const texts = new Map<TypeScriptFilePlan, Promise<string>>();
  for (const plan of plans) {
    const file = project.createSourceFile(plan.path, plan.structure, { overwrite: true });
    const statements = statementRanges(file);
    texts.set(plan, formatStatements(header + file.getFullText(), shifted(statements, header.length)));
    file.forget();
  }
  return texts;
}

/** Each top-level statement with its comments, without wrapping compiler nodes. */
function statementRanges(file: SourceFile): readonly TextRange[] {
  return file.compilerNode.statements.map((statement) => ({ start: statement.pos, end: statement.end }));
}

function shifted(ranges: readonly TextRange[], by: number): readonly TextRange[] {
  return ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
