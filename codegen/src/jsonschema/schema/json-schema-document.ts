import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { unitId } from "../../knowledge/service-index.js";
import type { Model } from "../../shapes/model.js";
import type { NodeObject } from "../../shapes/node.js";
import type { RootShape, ServiceShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { addAtPointer, parsePointer } from "../json-pointer.js";
import { readJsonSchemaSettings, type JsonSchemaSettings } from "../settings/json-schema-settings.js";
import { nestingProblem } from "./inline-nesting.js";
import { assignPointers, propertyName } from "./pointers.js";
import { sortedObject, type Schema } from "./schema.js";
import { closureOf, isPrelude, convertibleShapes, traitOnlyShapes } from "./scope.js";
import { shapeSchema, type SchemaContext } from "./shape-schema.js";

/** Why a model has no document of this kind. */
const conversionFailed = defineDiagnostic("jsonschema/conversion", "ERROR", (problem: string) => problem);

/** A document that a model was converted to, or why it cannot be. */
export interface ConvertedDocument {
  /** Undefined when a diagnostic is a failure. */
  readonly document: NodeObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The JSON Schema document of a model: a definition for each shape that holds data (Smithy 2.0, "JSON schema configuration settings").
 *
 * @param model - a checked model: one in which every reference resolves
 * @param settings - those of Smithy's JSON Schema conversion, as `smithy-build.json` has them: `service`, `jsonSchemaVersion`, …
 * @returns the document; an ERROR in its place for settings that are wrong, and for shapes that no schema can say
 */
export function jsonSchemaDocument(model: Model, settings: NodeObject): ConvertedDocument {
  const read = readJsonSchemaSettings(settings);
  if (read.problem !== undefined) return failure(read.problem);
  const prepared = prepareSchemas(model, read.settings);
  if (prepared.problem !== undefined) return failure(prepared.problem);
  const problem = unreachableReference(prepared);
  if (problem !== undefined) return failure(problem);
  const { definitionPointer, schemaDocumentExtensions } = read.settings;
  const definitions = definitionsOf(prepared, undefined);
  const [first] = definitions.keys();
  if (first === undefined) return { document: schemaDocumentExtensions, diagnostics: [] };
  const parsed = parsePointer(first);
  if (typeof parsed === "string") return failure(`Invalid definition JSON pointer: ${parsed}`);
  const named = [...definitions].map(
    ([pointer, schema]) => [pointer.slice(definitionPointer.length + 1), schema] as const,
  );
  const placed = addAtPointer({}, definitionPointer, sortedObject(named));
  return { document: { ...schemaDocumentExtensions, ...placed }, diagnostics: [] };
}

/** No document, for one reason. */
export function failure(problem: string, shape?: ShapeId): ConvertedDocument {
  return { document: undefined, diagnostics: [conversionFailed.create({ shape }, problem)] };
}

/** All that converting the shapes of one model with one set of settings needs. */
export interface PreparedSchemas {
  readonly context: SchemaContext;
  /** Every shape but mixins. */
  readonly shapes: ReadonlyMap<ShapeId, RootShape>;
  /** The shapes that may be referred to. */
  readonly scope: ReadonlyMap<ShapeId, RootShape>;
  readonly service: ServiceShape | undefined;
  /** A union has a variant without a value, so that `smithy.api#Unit` needs a definition. */
  readonly usesUnit: boolean;
  readonly problem: string | undefined;
}

/** Names the definitions. */
export function prepareSchemas(
  model: Model,
  settings: JsonSchemaSettings,
  refinement: Partial<Pick<SchemaContext, "refine" | "lasting" | "propertyName">> = {},
): PreparedSchemas {
  const shapes = convertibleShapes(model);
  const found = settings.service === undefined ? undefined : shapes.get(settings.service);
  const service = found?.kind === "service" ? found : undefined;
  const scope = found === undefined || settings.enableOutOfServiceReferences ? shapes : closureOf(model, [found]);
  const usesUnit = [...scope.values()].some(
    (shape) => shape.kind === "union" && [...shape.members.values()].some(({ target }) => target === unitId),
  );
  const { pointers, conflict } = assignPointers({ model, settings, service }, scope, usesUnit);
  const problem =
    serviceProblem(settings.service, found) ?? conflict ?? nestingProblem(model, shapes, pointers.isInlined);
  const context: SchemaContext = {
    model,
    settings,
    pointers,
    refine: (_, schema) => schema,
    lasting: [],
    propertyName: (member) => propertyName(settings, member),
    ...refinement,
  };
  return { context, shapes, scope, service, usesUnit, problem };
}

function serviceProblem(id: ShapeId | undefined, shape: RootShape | undefined): string | undefined {
  if (id === undefined || shape?.kind === "service") return undefined;
  if (shape === undefined) return `Shape not found in model: ${id}`;
  return `Expected shape \`${id}\` to be an instance of \`ServiceShape\`, but found \`${shape.kind}\``;
}

/**
 * The definitions by pointer.
 *
 * @param root - the shape whose closure is converted; undefined for all of the model
 */
export function definitionsOf(
  { context, shapes, usesUnit }: PreparedSchemas,
  root: RootShape | undefined,
): ReadonlyMap<string, Schema> {
  const { model, pointers, settings } = context;
  const wanted = root === undefined ? shapes : closureOf(model, [root]);
  const traitOnly = traitOnlyShapes(model, wanted);
  const definitions = new Map<string, Schema>();
  for (const shape of shapes.values()) {
    if (!wanted.has(shape.id) || traitOnly.has(shape.id) || !holdsData(shape) || pointers.isInlined(shape)) continue;
    if (isPrelude(shape.id) && !(shape.id === unitId && usesUnit)) continue;
    const pointer = pointers.pointerOf(shape.id);
    if (isDefinitionPointer(settings.definitionPointer, pointer)) definitions.set(pointer, shapeSchema(context, shape));
  }
  return definitions;
}

function holdsData(shape: RootShape): boolean {
  return shape.kind !== "service" && shape.kind !== "resource" && shape.kind !== "operation";
}

/** Whether a pointer leads to a definition itself and not into one. */
function isDefinitionPointer(root: string, pointer: string): boolean {
  return pointer.startsWith(root) && pointer.split("/").length === root.split("/").length + 1;
}

/** A shape outside the service may be converted, but not refer to another outside of it. */
function unreachableReference({ context, shapes, scope }: PreparedSchemas): string | undefined {
  if (scope === shapes) return undefined;
  const traitOnly = traitOnlyShapes(context.model, shapes);
  for (const shape of shapes.values()) {
    if (scope.has(shape.id) || traitOnly.has(shape.id) || isPrelude(shape.id) || !holdsData(shape)) continue;
    if (shape.kind === "enum" || shape.kind === "intEnum" || context.pointers.isInlined(shape)) continue;
    const missing = [...shape.members.values()].find(({ target }) => !scope.has(target));
    if (missing !== undefined) return `Shape not found in model: ${missing.target}`;
  }
  return undefined;
}
