import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import type { Location } from "../../source/source.js";
import type { TransformResult } from "../transform-result.js";
import type { ProjectionContext, ProjectionTransform } from "./projection-transform.js";
import { checkNames, type TransformArguments } from "./transform-arguments.js";
import { projectionTransforms } from "./transforms.js";

/** One transform of a projection, as `smithy-build.json` has it. */
export interface ProjectionStep {
  readonly name: string;
  /** An object; a list of texts in the form of the first versions; undefined where the file has none. */
  readonly args?: Node | undefined;
  readonly location?: Location | undefined;
}

/** What transforms may ask for beside the model. */
export interface ProjectionOptions {
  /** The transforms of all projections, for the transform `apply`. */
  readonly projections?: ReadonlyMap<string, readonly ProjectionStep[]> | undefined;
  /** What validation found in the model: which suppressions have an effect follows from that. */
  readonly findings?: readonly Diagnostic[] | undefined;
}

const unknownTransform = defineDiagnostic(
  "transform/unknown",
  "ERROR",
  (name: string) => `There is no transform "${name}".`,
);
const wrongArguments = defineDiagnostic(
  "transform/arguments",
  "ERROR",
  (name: string) => `The arguments of the transform "${name}" must be an object.`,
);
const unknownProjection = defineDiagnostic(
  "transform/unknown-projection",
  "ERROR",
  (name: string) => `The transform "apply" names the projection "${name}", which does not exist.`,
);
const endlessProjection = defineDiagnostic(
  "transform/endless",
  "ERROR",
  (path: readonly string[]) => `The projections apply each other without end: ${path.join(" -> ")}.`,
);

const byName: ReadonlyMap<string, ProjectionTransform> = new Map(
  projectionTransforms.map((transform) => [transform.name, transform]),
);

/**
 * Runs the transforms of a projection on a model, one after the other (Smithy guides, "smithy-build.json", "Transforms"). After an ERROR the rest
 * does not run.
 *
 * @param model - a checked model: one in which every reference resolves. It stays as it is.
 * @param steps - in order, as the `transforms` of `smithy-build.json`: a name, and arguments as a node
 * @returns the transformed model, and what is wrong with the names and arguments of the transforms, as diagnostics. After an ERROR, the
 * model as the transforms before it have left it.
 */
export function applyProjection(
  model: Model,
  steps: readonly ProjectionStep[],
  options: ProjectionOptions = {},
): TransformResult {
  return run({ original: model, options, path: [] }, model, steps);
}

interface Run {
  readonly original: Model;
  readonly options: ProjectionOptions;
  /** The projections that apply this one. */
  readonly path: readonly string[];
}

function run(projection: Run, start: Model, steps: readonly ProjectionStep[]): TransformResult {
  const diagnostics: Diagnostic[] = [];
  let model = start;
  for (const step of steps) {
    const result = runStep(projection, model, step);
    diagnostics.push(...result.diagnostics);
    if (result.diagnostics.some(({ severity }) => severity === "ERROR")) break;
    model = result.model;
  }
  return { model, diagnostics };
}

function runStep(projection: Run, model: Model, { name, args, location }: ProjectionStep): TransformResult {
  const transform = byName.get(name);
  if (transform === undefined) {
    const suggestion = suggest(name, byName.keys());
    return { model, diagnostics: [unknownTransform.create({ location, suggestion }, name)] };
  }
  const values = argumentsOf(transform, args);
  if (values === undefined) return { model, diagnostics: [wrongArguments.create({ location }, name)] };
  const given: TransformArguments = { transform: name, values, location, diagnostics: [] };
  checkNames(given, transform.keys);
  const context: ProjectionContext = {
    model,
    originalModel: projection.original,
    originalFindings: projection.options.findings ?? [],
    applyOther: (other, current) => applyOther(projection, other, current, location),
  };
  const result = transform.apply(context, given);
  const found = result.diagnostics.map((diagnostic) => ({ ...diagnostic, location: diagnostic.location ?? location }));
  return { model: result.model, diagnostics: [...given.diagnostics, ...found] };
}

function argumentsOf({ listArgument }: ProjectionTransform, args: Node | undefined): NodeObject | undefined {
  if (args === undefined || args === null) return {};
  if (isNodeArray(args) && listArgument !== undefined) return { [listArgument]: args };
  return isNodeObject(args) ? args : undefined;
}

function applyOther(projection: Run, name: string, model: Model, location: Location | undefined): TransformResult {
  const { options, path } = projection;
  if (path.includes(name)) {
    return { model, diagnostics: [endlessProjection.create({ location }, [...path, name])] };
  }
  const steps = options.projections?.get(name);
  if (steps !== undefined) return run({ ...projection, path: [...path, name] }, model, steps);
  const suggestion = suggest(name, options.projections?.keys() ?? []);
  return { model, diagnostics: [unknownProjection.create({ location, suggestion }, name)] };
}
