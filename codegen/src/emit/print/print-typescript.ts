import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";
import type { TypeScriptFilePlan } from "../file-plan.js";
import { formatUnits, indent, type FormatUnit } from "./format-statements.js";
import { hasLongLine } from "./long-lines.js";
import { commentOf, joinStatements, setAside, type Aside } from "./set-aside.js";

// `require` takes half the time of `import`, which would look for exports in all ten megabytes of the TypeScript compiler.
const tsMorph = createRequire(import.meta.url)("ts-morph") as typeof TsMorph;
const { IndentationText, NewLineKind, Project, QuoteKind, SyntaxKind } = tsMorph;

/**
 * Prints TypeScript plans: one `createSourceFile` a file, since adding declarations one by one costs a parse of the whole
 * file for each. ts-morph never wraps lines, so what has a long one goes through prettier, in pieces as small as keep their
 * meaning: a declaration without its body, a member of a class, a statement of a body.
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
  return new Map(
    plans.map((plan) => {
      const asides: Aside[] = [];
      const file = project.createSourceFile(plan.path, setAside(plan.structure, asides), { overwrite: true });
      const pieces = piecesOf(file, asides);
      file.forget();
      return [plan, finish(pieces, asides).then((text) => header + text)];
    }),
  );
}

/** A part of a file's text. Only declarations and members are ever formatted; what is between them stays. */
interface Piece {
  readonly text: string;
  readonly within: FormatUnit["within"] | undefined;
}

/** The text in pieces, read from compiler nodes without wrapping them. */
function piecesOf(file: TsMorph.SourceFile, asides: readonly Aside[]): readonly Piece[] {
  const source = file.compilerNode;
  const { text } = source;
  const pieces: Piece[] = [];
  let end = 0;
  let before: StatementKind = "import";
  const push = (node: TsMorph.ts.Node, within: FormatUnit["within"], isApart: boolean): void => {
    // Without comments: they are never laid out again.
    const start = node.getStart(source);
    const between = text.slice(end, start);
    pieces.push({ text: isApart ? apart(between) : between, within: undefined });
    pieces.push({ text: text.slice(start, node.end), within });
    end = node.end;
  };
  for (const statement of source.statements) {
    const start = statement.getStart(source);
    const kind = kindOf(text.slice(start, statement.end), asides);
    const isApart = end > 0 && (kind !== before || kind === "other" || text.slice(end, start).includes("/**"));
    before = kind;
    const within = withinOf(statement);
    if (within === "block") push(statement, within, isApart);
    else {
      membersOf(statement).forEach((member, index) =>
        push(member, within, index === 0 ? isApart : isDocumentedMethod(member)),
      );
      pieces.push({ text: text.slice(end, statement.end), within: undefined });
      end = statement.end;
    }
  }
  pieces.push({ text: text.slice(end), within: undefined });
  return pieces;

  function isDocumentedMethod(member: TsMorph.ts.Node): boolean {
    if (member.kind !== (SyntaxKind.MethodSignature as TsMorph.ts.SyntaxKind)) return false;
    return text.slice(end, member.getStart(source)).includes("/**");
  }
}

/** Statements of one kind may follow each other without a blank line, but for documented ones and those of no other kind. */
type StatementKind = "import" | "re-export" | "exported constant" | "constant" | "other";

function kindOf(text: string, asides: readonly Aside[]): StatementKind {
  const mark = wholeMark.exec(text)?.[1];
  const shown = mark === undefined ? text : (asides[Number(mark)]?.texts[0] ?? "");
  if (shown.startsWith("import")) return "import";
  if (/^export (?:type )?[*{]/.test(shown)) return "re-export";
  if (shown.startsWith("export const ")) return "exported constant";
  return shown.startsWith("const ") ? "constant" : "other";
}

/** What stands between two declarations, with a blank line at its beginning. */
function apart(between: string): string {
  return /^[^\S\n]*\n[^\S\n]*\n/.test(between) ? between : `\n${between}`;
}

function withinOf(statement: TsMorph.ts.Statement): FormatUnit["within"] {
  const members = membersOf(statement);
  if (members.length === 0) return "block";
  return statement.kind === (SyntaxKind.ClassDeclaration as TsMorph.ts.SyntaxKind) ? "class" : "interface";
}

function membersOf(statement: TsMorph.ts.Statement): readonly TsMorph.ts.Node[] {
  return "members" in statement && Array.isArray(statement.members) ? statement.members : [];
}

/** Puts the texts back, formatted where they need it. */
async function finish(pieces: readonly Piece[], asides: readonly Aside[]): Promise<string> {
  const units: FormatUnit[] = [];
  const request = (unit: FormatUnit): number | undefined => {
    if (!hasLongLine(unit.text, unit.depth * 2)) return undefined;
    units.push(unit);
    return units.length - 1;
  };
  const requestPiece = ({ text, within }: Piece): number | undefined => {
    if (within === undefined || wholeMark.test(text)) return undefined;
    const unit = withFoldedExpressions(text, asides).replace(anyMark, "_$1_");
    return request({ text: unit, depth: within === "block" ? 0 : 1, within });
  };
  const pieceUnits = pieces.map(requestPiece);
  const asideUnits = asides.map((aside) =>
    aside.kind === "statements"
      ? aside.texts.map((text) => request({ text, depth: aside.depth, within: "block" }))
      : [],
  );
  const formatted = await formatUnits(units);
  const textOf = (unit: number | undefined): string | undefined => (unit === undefined ? undefined : formatted[unit]);
  const bodyOf = (number: number): string => {
    const aside = asides[number];
    if (aside === undefined) return "";
    const texts = aside.texts.map((text, index) => textOf(asideUnits[number]?.[index]) ?? indent(text, aside.depth));
    return joinStatements(aside.texts, texts);
  };
  return pieces
    .map((piece, index) => {
      const whole = wholeMark.exec(piece.text)?.[1];
      if (whole !== undefined) return bodyOf(Number(whole));
      const done = textOf(pieceUnits[index]);
      if (done === undefined) {
        return withExpressions(withComments(piece.text, asides), asides)
          .replace(bodyMark, (_match, number: string) => bodyOf(Number(number)))
          .replace(/ \{\n\s*\}$/, " {}");
      }
      // A member's first line is indented already, by the text before it.
      return (piece.within === "block" ? done : done.trimStart())
        .replace(foldMark, (_match, space: string, number: string) =>
          foldedLines(asides[Number(number)], space.length - 2),
        )
        .replace(formattedBodyMark, (_match, number: string) => bodyOf(Number(number)));
    })
    .join("");
}

const anyMark = /\u{1D6C3}(\d+)_/gu;
const wholeMark = /^\{?\u{1D6C3}(\d+)_[;}]?$/u;
const bodyMark = /^ *\u{1D6C3}(\d+)_;$/gmu;
const formattedBodyMark = /^ *_(\d+)_;$/gm;
const commentMark = /^( *)\/\*\* \u{1D6C3}(\d+)_ \*\/$/gmu;
const expressionMark = /(?<== )\u{1D6C3}(\d+)_/gu;
const foldMark = /^( +)\$(\d+)\$: 0,$/gm;

/** Comments stand between the pieces that are formatted. */
function withComments(text: string, asides: readonly Aside[]): string {
  return text.replace(commentMark, (match, indentation: string, number: string) => {
    const [comment] = asides[Number(number)]?.texts ?? [];
    return comment === undefined ? match : commentOf(comment, indentation);
  });
}

function expressionOf(aside: Aside | undefined): string | undefined {
  return aside?.kind === "expression" ? aside.texts[0] : undefined;
}

/** Initialisers go back into their statements: how a statement is laid out depends on them. */
function withExpressions(text: string, asides: readonly Aside[]): string {
  return text.replace(expressionMark, (match, number: string) => expressionOf(asides[Number(number)]) ?? match);
}

/** As above; of an object over many lines that needs no formatting only the outermost lines, which is all that counts. */
function withFoldedExpressions(text: string, asides: readonly Aside[]): string {
  return text.replace(expressionMark, (match, number: string) => {
    const expression = expressionOf(asides[Number(number)]);
    if (expression === undefined) return match;
    const lines = expression.split("\n");
    const inner = lines.slice(1, -1);
    const folds =
      lines.length > 2 &&
      lines[0]?.endsWith("{") === true &&
      lines.at(-1)?.startsWith("}") === true &&
      inner.every((line) => line === "" || line.startsWith("  ")) &&
      !hasLongLine(inner.join("\n"), 0);
    return folds ? `${lines[0] ?? ""}\n  $${number}$: 0,\n${lines.at(-1) ?? ""}` : expression;
  });
}

/** @param deeper columns that wrapping moved the object to the right by */
function foldedLines(aside: Aside | undefined, deeper: number): string {
  const inner = (expressionOf(aside) ?? "").split("\n").slice(1, -1);
  return inner.map((line) => (line === "" ? line : " ".repeat(deeper) + line)).join("\n");
}
