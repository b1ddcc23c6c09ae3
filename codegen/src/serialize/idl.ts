import { isBundled, type Model } from "../shapes/model.js";
import type { Node } from "../shapes/node.js";
import type { RootShape } from "../shapes/shape.js";
import { namespaceOf } from "../shapes/shape-id.js";
import {
  defaultSuffixes,
  type InlineOptions,
  inlineShapes,
  isOperation,
  type Suffixes,
  suffixesOf,
} from "./idl-inline.js";
import { nodeText } from "./idl-nodes.js";
import { compareIds, compareTexts, type IdlOrder, sortShapes } from "./idl-order.js";
import { createReferences } from "./idl-references.js";
import { shapeText } from "./idl-shapes.js";
import { keyText, quoted } from "./idl-text.js";

/** In which order and with which shorthands the files are written. */
export interface IdlOptions extends InlineOptions {
  /** In which order shapes, traits and metadata stand; `preferred` by default. */
  readonly componentOrder?: IdlOrder | undefined;
}

/**
 * A model as files in the Smithy IDL 2.0, by name: `NAMESPACE.smithy` for each namespace, without bundled shapes, and
 * `metadata.smithy` where there is metadata. The texts are those that Smithy's own serialiser writes.
 *
 * @returns file names, which have no folders, to texts; loading them all gives the model again
 */
export function serializeIdl(model: Model, options: IdlOptions = {}): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [namespace, shapes] of byNamespace(model)) {
    files.set(`${namespace}.smithy`, namespaceFile(model, namespace, shapes, options));
  }
  if (Object.keys(model.metadata).length > 0) files.set("metadata.smithy", metadataFile(model, options));
  return files;
}

function byNamespace(model: Model): ReadonlyMap<string, readonly RootShape[]> {
  const namespaces = new Map<string, RootShape[]>();
  for (const shape of model.shapes.values()) {
    if (isBundled(model, shape.id)) continue;
    const namespace = namespaceOf(shape.id);
    const shapes = namespaces.get(namespace);
    if (shapes === undefined) namespaces.set(namespace, [shape]);
    else shapes.push(shape);
  }
  return namespaces;
}

function namespaceFile(model: Model, namespace: string, shapes: readonly RootShape[], options: IdlOptions): string {
  const order = options.componentOrder ?? "preferred";
  const suffixes = suffixesOf(shapes, options);
  const inline = inlineShapes(model, shapes, suffixes, options);
  const references = createReferences(model, namespace);
  const writer = { model, order, inline, write: references.write };
  const statements = sortShapes(
    shapes.filter(({ id }) => !inline.has(id)),
    order,
  ).map((shape) => shapeText(writer, shape));
  const uses = references
    .uses()
    .toSorted(compareIds)
    .map((id) => `use ${id}\n`);
  return [
    headerText(shapes.some(isOperation) ? suffixes : defaultSuffixes),
    `namespace ${namespace}\n`,
    ...(uses.length === 0 ? [] : [uses.join("")]),
    ...statements,
  ].join("\n");
}

/** `ControlSection` */
function headerText({ input, output }: Suffixes): string {
  return [
    '$version: "2.0"\n',
    input === defaultSuffixes.input ? "" : `$operationInputSuffix: ${quoted(input)}\n`,
    output === defaultSuffixes.output ? "" : `$operationOutputSuffix: ${quoted(output)}\n`,
  ].join("");
}

/** `MetadataSection` */
function metadataFile(model: Model, options: IdlOptions): string {
  const keys = Object.keys(model.metadata);
  const sorted = options.componentOrder === "sourceLocation" ? keys : keys.toSorted(compareTexts);
  const writer = { model, write: (id: string) => id };
  const statements = sorted.map((key) => {
    const value = nodeText(writer, model.metadata[key] as Node, undefined, "");
    return `metadata ${keyText(key)} = ${value}\n`;
  });
  return `${headerText(defaultSuffixes)}\n${statements.join("")}`;
}
