import type { ImportDeclarationStructure, SourceFileStructure, StatementStructures } from "ts-morph";
import type { TypeScriptFilePlan } from "./file-plan.js";
import type { Names } from "./names.js";
import { structureKinds } from "./structures.js";
import { isGeneratedModule, type EmitSymbol } from "./symbol.js";

/** A TypeScript file in the making. Say `use(symbol)` wherever a name is written: the references make the imports. */
export interface TypeScriptFile {
  readonly path: string;
  /**
   * The name to write for a symbol in this file. Its import is added, with an alias where another import or an export of
   * the generated package has the name; a symbol of this very file needs no import.
   */
  use(symbol: EmitSymbol): string;
  /** Adds top-level statements, in order: structures of `structures.ts`, or whole statements as text. */
  add(...statements: readonly (StatementStructures | string)[]): void;
  /** Whether nothing was added yet. */
  isEmpty(): boolean;
  /** The file as data: imports first (packages, then files of the package, each sorted), then the statements. */
  plan(): TypeScriptFilePlan;
}

interface Import {
  readonly symbol: EmitSymbol;
  readonly local: string;
  typeOnly: boolean;
}

/**
 * Starts the file at `path`, such as `src/client.ts`.
 *
 * `names` knows what the whole package exports: an import from elsewhere never takes one of those names, so that it cannot
 * hide a declaration that the file gets later.
 */
export function createTypeScriptFile(path: string, names: Pick<Names, "isTaken">): TypeScriptFile {
  const imports = new Map<string, Import>();
  const locals = new Map<string, string>();
  const statements: (StatementStructures | string)[] = [];

  function localNameFor(symbol: EmitSymbol, key: string): string {
    const isFree = isGeneratedModule(symbol.module)
      ? (name: string) => !locals.has(name)
      : (name: string) => !locals.has(name) && !names.isTaken(name);
    let local = symbol.name;
    while (!isFree(local)) local += "_";
    locals.set(local, key);
    return local;
  }

  return {
    path,
    use(symbol) {
      if (symbol.module === path) return symbol.name;
      const key = `${symbol.module} ${symbol.name}`;
      let known = imports.get(key);
      if (known === undefined) {
        known = { symbol, local: localNameFor(symbol, key), typeOnly: symbol.typeOnly };
        imports.set(key, known);
      }
      known.typeOnly &&= symbol.typeOnly;
      return known.local;
    },
    add(...added) {
      statements.push(...added);
    },
    isEmpty: () => statements.length === 0,
    plan() {
      const structure: SourceFileStructure = {
        kind: structureKinds.sourceFile,
        statements: [...importDeclarations(path, [...imports.values()]), ...statements],
      };
      return { kind: "typescript", path, structure };
    },
  };
}

function importDeclarations(path: string, imports: readonly Import[]): readonly ImportDeclarationStructure[] {
  const byModule = new Map<string, Import[]>();
  for (const entry of imports) {
    const specifier = moduleSpecifier(path, entry.symbol.module);
    const group = byModule.get(specifier);
    if (group === undefined) byModule.set(specifier, [entry]);
    else group.push(entry);
  }
  return [...byModule]
    .toSorted(([left], [right]) => compareSpecifiers(left, right))
    .map(([specifier, entries]): ImportDeclarationStructure => {
      const isTypeOnly = entries.every((entry) => entry.typeOnly);
      return {
        kind: structureKinds.importDeclaration,
        isTypeOnly,
        moduleSpecifier: specifier,
        namedImports: entries
          .toSorted((left, right) => compareText(left.symbol.name, right.symbol.name))
          .map((entry) => ({
            name: entry.symbol.name,
            isTypeOnly: entry.typeOnly && !isTypeOnly,
            ...(entry.local === entry.symbol.name ? {} : { alias: entry.local }),
          })),
      };
    });
}

/** How one file of the package imports another: `./types.js`, `../src/client.js`; a package by its own specifier. */
export function moduleSpecifier(from: string, module: string): string {
  if (!isGeneratedModule(module)) return module;
  const fromFolders = from.split("/").slice(0, -1);
  const target = module.replace(/\.ts$/, ".js").split("/");
  let shared = 0;
  while (shared < fromFolders.length && shared < target.length - 1 && fromFolders[shared] === target[shared])
    shared += 1;
  const up = fromFolders.length - shared;
  return (up === 0 ? "./" : "../".repeat(up)) + target.slice(shared).join("/");
}

/** Packages before files of the package, those further away first. */
function compareSpecifiers(left: string, right: string): number {
  return distance(left) - distance(right) || compareText(left, right);
}

function distance(specifier: string): number {
  return specifier.startsWith("../") ? 1 : specifier.startsWith("./") ? 2 : 0;
}

/** By UTF-16 code units: the same on every machine, whatever its locale. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
