import type { ShapeStatement, SyntaxTree } from "../syntax/tree.js";
import { keyText } from "../syntax/tree.js";
import { nameOf, type ShapeId, shapeId } from "../shapes/shape-id.js";

/** What follows the name of an operation in those of inline input and output ("Inline input / output shapes"). */
export interface InlineSuffixes {
  readonly input: string;
  readonly output: string;
}

/** What a relative shape ID of one file means ("Relative shape ID resolution"). */
export interface NameScope {
  /** Undefined in a file that defines no shapes. */
  readonly namespace: string | undefined;
  /** Names that `use` statements brought in. */
  readonly uses: ReadonlyMap<string, ShapeId>;
  /** True for every shape of the model, whichever file defines it. */
  readonly isDefined: (id: ShapeId) => boolean;
  /** True for the public shapes of the prelude. */
  readonly isPublicPrelude: (id: ShapeId) => boolean;
}

/**
 * The names of a file.
 *
 * @param checks - what all files of the model define, and what of the prelude is for everybody
 */
export function scopeOf(tree: SyntaxTree, checks: Pick<NameScope, "isDefined" | "isPublicPrelude">): NameScope {
  const uses = new Map(tree.uses.map(({ id }) => [nameOf(id.text), id.text]));
  return { namespace: tree.namespace?.name.text, uses, ...checks };
}

/** The absolute ID: a used name, else one of the file's namespace, else one of the prelude, else the namespace again. */
export function resolveId(scope: NameScope, text: string): ShapeId {
  if (text.includes("#")) return text;
  const dollar = text.indexOf("$");
  const name = dollar < 0 ? text : text.slice(0, dollar);
  const member = dollar < 0 ? "" : text.slice(dollar);
  return resolveName(scope, name) + member;
}

function resolveName(scope: NameScope, name: string): ShapeId {
  const used = scope.uses.get(name);
  if (used !== undefined) return used;
  const inPrelude = shapeId("smithy.api", name);
  if (scope.namespace === undefined) return inPrelude;
  const inNamespace = shapeId(scope.namespace, name);
  return !scope.isDefined(inNamespace) && scope.isPublicPrelude(inPrelude) ? inPrelude : inNamespace;
}

/** The suffixes that the control section of a file sets, or those that need not be set. */
export function inlineSuffixes(tree: SyntaxTree): InlineSuffixes {
  let input = "Input";
  let output = "Output";
  for (const { key, value } of tree.controls) {
    if (value.kind !== "string") continue;
    if (keyText(key) === "operationInputSuffix") input = value.value;
    if (keyText(key) === "operationOutputSuffix") output = value.value;
  }
  return { input, output };
}

/** The IDs of all shapes that a file defines, inline structures among them. */
export function definedIds(tree: SyntaxTree): readonly ShapeId[] {
  const namespace = tree.namespace?.name.text;
  if (namespace === undefined) return [];
  const suffixes = inlineSuffixes(tree);
  return tree.statements.flatMap((statement) => {
    if (statement.kind === "apply") return [];
    return [statement.name.text, ...inlineNames(statement, suffixes)].map((name) => shapeId(namespace, name));
  });
}

function inlineNames(statement: ShapeStatement, suffixes: InlineSuffixes): readonly string[] {
  if (statement.kind !== "operation-shape") return [];
  return statement.body.properties.flatMap((property) => {
    if (property.kind === "operation-errors" || property.value.kind !== "inline-structure") return [];
    const suffix = property.kind === "operation-input" ? suffixes.input : suffixes.output;
    return [statement.name.text + suffix];
  });
}
