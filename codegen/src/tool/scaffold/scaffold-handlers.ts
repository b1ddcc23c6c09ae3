import { NewLineKind, Project, ts, type Node, type SourceFile } from "ts-morph";
import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Source, Span } from "../../source/source.js";
import { findHandlers, type HandlersPlace } from "./find-handlers.js";
import { classHandler, objectHandler, type HandlerSpec, type HandlersSpec } from "./handlers-spec.js";
import { knownHandlers, type KnownHandler } from "./known-handlers.js";

export interface ScaffoldResult {
  /** The file's new text; the old one when nothing is to add, undefined when the file is not understood. */
  readonly text: string | undefined;
  /** Handlers that were added, by name. */
  readonly added: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const notTypeScript = defineDiagnostic(
  "scaffold/syntax",
  "ERROR",
  (problem: string) => `The file has a syntax error, so nothing was added: ${problem}`,
);
const noPlace = defineDiagnostic(
  "scaffold/no-handlers",
  "ERROR",
  (name: string) => `The file has no object and no class typed as ${name}, so nobody can tell where handlers go.`,
);
const severalPlaces = defineDiagnostic(
  "scaffold/several-handlers",
  "ERROR",
  (name: string, count: number) =>
    `The file has ${count} objects or classes typed as ${name}. Handlers could go to any of them.`,
);
const unknownPart = defineDiagnostic(
  "scaffold/unknown-part",
  "ERROR",
  (part: string, missing: readonly string[]) =>
    `Nobody can tell which handlers \`${part}\` brings, so nothing was added. Not seen elsewhere: ${missing.join(", ")}.`,
);
const noOperation = defineDiagnostic(
  "scaffold/no-operation",
  "WARNING",
  (name: string) => `${name} handles no operation of the service. It was left as it is.`,
);

/**
 * Adds the handlers that a file lacks. Everything that is there stays byte for byte.
 *
 * @param path - the file's path on disk: what it spreads or extends is looked up from there
 */
export function scaffoldHandlers(source: Source, path: string, spec: HandlersSpec): ScaffoldResult {
  const file = parse(source, path);
  const refuse = (...diagnostics: readonly Diagnostic[]): ScaffoldResult => ({
    text: undefined,
    added: [],
    diagnostics,
  });
  const [problem] = syntaxErrors(file);
  if (problem !== undefined) {
    const location: Span = { source, start: problem.start ?? 0, end: (problem.start ?? 0) + (problem.length ?? 1) };
    return refuse(notTypeScript.create({ location }, ts.flattenDiagnosticMessageText(problem.messageText, " ")));
  }
  const places = findHandlers(file, spec);
  const [place] = places;
  if (place === undefined) {
    const suggestion = `Write \`export const handlers: ${spec.interfaceName} = {};\` and run again.`;
    return refuse(noPlace.create({ suggestion }, spec.interfaceName));
  }
  if (places.length > 1) {
    const related = places.map(({ node }) => ({ message: "Here", location: spanOf(source, node) }));
    const suggestion = "Leave the type on one of them, or name another file.";
    return refuse(severalPlaces.create({ suggestion, related }, spec.interfaceName, places.length));
  }
  const { handlers, unknown } = knownHandlers(place);
  const names = new Set(handlers.map(({ name }) => name));
  const missing = spec.handlers.filter(({ name }) => !names.has(name));
  const gone = goneHandlers(place, handlers, spec).map(({ name, node }) =>
    noOperation.create(node === undefined ? {} : { location: spanOf(source, node) }, name),
  );
  const [part] = unknown;
  if (missing.length > 0 && part !== undefined) {
    const suggestion = "Give what it takes from elsewhere a type, or write the missing handlers by hand.";
    const details = { location: spanOf(source, part), suggestion };
    return refuse(
      ...gone,
      unknownPart.create(
        details,
        part.getText(),
        missing.map(({ name }) => name),
      ),
    );
  }
  const text = missing.length === 0 ? source.text : withHandlers(file, source.text, place, missing);
  return { text, added: missing.map(({ name }) => name), diagnostics: gone };
}

/** In memory over the real file system: types of what a file imports count, and nothing is ever saved. */
function parse(source: Source, path: string): SourceFile {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    manipulationSettings: {
      newLineKind: source.text.includes("\r\n") ? NewLineKind.CarriageReturnLineFeed : NewLineKind.LineFeed,
    },
    compilerOptions: {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      noLib: true,
      types: [],
    },
  });
  return project.createSourceFile(path, source.text, { overwrite: true });
}

function syntaxErrors(file: SourceFile): readonly ts.DiagnosticWithLocation[] {
  const { compilerNode } = file;
  // The parser's own list; it needs no program and no types.
  return "parseDiagnostics" in compilerNode && Array.isArray(compilerNode.parseDiagnostics)
    ? compilerNode.parseDiagnostics
    : [];
}

function spanOf(source: Source, node: Node): Span {
  return { source, start: node.getStart(), end: Math.min(node.getEnd(), node.getStart() + 80) };
}

/**
 * Handlers of operations that are gone. All of an object's properties are handlers; of a class only methods whose signature
 * speaks of the generated package.
 */
function goneHandlers(
  place: HandlersPlace,
  handlers: readonly KnownHandler[],
  spec: HandlersSpec,
): readonly KnownHandler[] {
  const wanted = new Set(spec.handlers.map(({ name }) => name));
  const extra = handlers.filter(({ name, node }) => node !== undefined && !wanted.has(name));
  if (place.kind === "object") return extra;
  const imported = new Set(
    place.node
      .getSourceFile()
      .getImportDeclarations()
      .filter((declaration) => declaration.getModuleSpecifierValue().startsWith(spec.packageName))
      .flatMap((declaration) =>
        declaration.getNamedImports().map((entry) => entry.getAliasNode()?.getText() ?? entry.getName()),
      ),
  );
  return extra.filter(({ node }) => {
    const signature = node?.getText().split("{")[0] ?? "";
    const isHidden = /^(?:private|protected|static|#)/.test(signature);
    return !isHidden && [...signature.matchAll(/[A-Za-z_$][\w$]*/g)].some(([word]) => imported.has(word));
  });
}

/** Inserts handlers behind the last member, in the file's own indentation and line ends. */
function withHandlers(file: SourceFile, text: string, place: HandlersPlace, missing: readonly HandlerSpec[]): string {
  const members = place.kind === "object" ? place.node.getProperties() : place.node.getMembers();
  const last = members.at(-1);
  const close = place.node.getEnd() - 1;
  const base = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", place.node.getStart() - 1) + 1))?.[0] ?? "";
  const unit = indentationUnit(text, base, last);
  // ts-morph turns these into the file's own.
  const lineEnd = "\n";
  const lines = missing.flatMap((handler, index) => {
    if (place.kind === "object") return objectHandler(handler, unit);
    return [...(index > 0 || last !== undefined ? [""] : []), ...classHandler(handler, unit, place.handlersType)];
  });
  const added = lines.map((line) => (line === "" ? "" : base + line)).join(lineEnd);
  const from = last?.getEnd() ?? text.slice(0, close).lastIndexOf("{") + 1;
  const tail = text.slice(from, close);
  const needsComma = place.kind === "object" && last !== undefined && !hasComma(place.node.compilerNode.properties);
  // Behind comments that follow the last member; what stands between there and the brace stays between.
  const at = from + tail.trimEnd().length;
  const closesOnOwnLine = text.slice(at, close).includes("\n");
  const inserted = lineEnd + added + (closesOnOwnLine ? "" : lineEnd + base);
  // ts-morph inserts texts without touching what is around them; the later place first, so that the earlier one holds.
  file.insertText(at, inserted);
  if (needsComma) file.insertText(from, ",");
  return file.getFullText();
}

function hasComma(properties: { readonly hasTrailingComma?: boolean }): boolean {
  return properties.hasTrailingComma === true;
}

/** What the file indents members by: as its last member, else as its other lines. */
function indentationUnit(text: string, base: string, last: Node | undefined): string {
  if (last !== undefined) {
    const line = text.slice(text.lastIndexOf("\n", last.getStart() - 1) + 1, last.getStart());
    if (/^[ \t]+$/.test(line) && line.startsWith(base) && line.length > base.length) return line.slice(base.length);
  }
  const first = /^([ \t]+)\S/m.exec(text.replace(/^[ \t]+\*/gm, "*"))?.[1];
  return first === undefined ? "  " : first.startsWith("\t") ? "\t" : first;
}
