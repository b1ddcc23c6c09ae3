import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { defineDiagnostic } from "../../diagnostics/define.js";
import { suggest } from "../../diagnostics/suggest.js";
import { isNodeArray, isNodeObject, type Node, nodeKind, type NodeObject } from "../../shapes/node.js";
import type { Location } from "../../source/source.js";

const wrongType = defineDiagnostic(
  "transform/argument",
  "ERROR",
  (transform: string, argument: string, wanted: string, found: string) =>
    `The argument "${argument}" of the transform "${transform}" must be ${wanted}, but is of type ${found}.`,
);
const unknownArgument = defineDiagnostic(
  "transform/unknown-argument",
  "WARNING",
  (transform: string, argument: string, known: string) =>
    `The transform "${transform}" has no argument "${argument}". It knows ${known}.`,
);
const missingArgument = defineDiagnostic(
  "transform/missing-argument",
  "ERROR",
  (transform: string, argument: string) => `The transform "${transform}" needs the argument "${argument}".`,
);

/** The arguments of one transform. What is wrong with them goes to `diagnostics`. */
export interface TransformArguments {
  readonly transform: string;
  readonly values: NodeObject;
  readonly location: Location | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Warns of each argument that the transform does not know, since Smithy passes over them in silence. */
export function checkNames(given: TransformArguments, known: readonly string[]): void {
  const { transform, values, location, diagnostics } = given;
  const listed = known.length === 0 ? "none" : known.map((key) => `"${key}"`).join(", ");
  for (const key of Object.keys(values)) {
    if (known.includes(key)) continue;
    diagnostics.push(unknownArgument.create({ location, suggestion: suggest(key, known) }, transform, key, listed));
  }
}

function valueOf({ values }: TransformArguments, key: string): Node | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function reportType(given: TransformArguments, key: string, wanted: string, found: Node): void {
  const { transform, location, diagnostics } = given;
  diagnostics.push(wrongType.create({ location }, transform, key, wanted, nodeKind(found)));
}

/** The texts of a list; none when there is no such argument. */
export function textsOf(given: TransformArguments, key: string): ReadonlySet<string> {
  const value = valueOf(given, key);
  if (value === undefined) return new Set();
  const texts = isNodeArray(value) ? value.filter((item) => typeof item === "string") : [];
  if (!isNodeArray(value) || texts.length < value.length) reportType(given, key, "a list of strings", value);
  return new Set(texts);
}

/** The text of an argument; undefined when there is no such argument, or a diagnostic says that it is no text. */
export function textOf(given: TransformArguments, key: string): string | undefined {
  const value = valueOf(given, key);
  if (value === undefined || typeof value === "string") return value;
  reportType(given, key, "a string", value);
  return undefined;
}

/** {@link textOf}, with a diagnostic where there is none. */
export function requiredTextOf(given: TransformArguments, key: string): string | undefined {
  if (valueOf(given, key) === undefined) reportMissing(given, key);
  return textOf(given, key);
}

/** Whether an argument is true; false when there is no such argument, or a diagnostic says that it is no boolean. */
export function flagOf(given: TransformArguments, key: string): boolean {
  const value = valueOf(given, key);
  if (value === undefined || typeof value === "boolean") return value === true;
  reportType(given, key, "true or false", value);
  return false;
}

/** The texts of an object by key, of which there must be one at least. */
export function requiredMapOf(given: TransformArguments, key: string): ReadonlyMap<string, string> {
  const value = valueOf(given, key);
  const entries = isNodeObject(value) ? Object.entries(value) : [];
  const texts = entries.flatMap(([name, item]) => (typeof item === "string" ? [[name, item] as const] : []));
  if (value !== undefined && (!isNodeObject(value) || texts.length < entries.length)) {
    reportType(given, key, "an object of strings", value);
  } else if (entries.length === 0) reportMissing(given, key);
  return new Map(texts);
}

function reportMissing({ transform, location, diagnostics }: TransformArguments, key: string): void {
  diagnostics.push(missingArgument.create({ location }, transform, key));
}
