import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import type { TransformResult } from "../transform-result.js";
import type { TransformArguments } from "./transform-arguments.js";

/** What a transform of a projection is given beside its arguments. */
export interface ProjectionContext {
  /** As the transforms before have left it. */
  readonly model: Model;
  /** Before all transforms of the projection. */
  readonly originalModel: Model;
  /** What validation found in the original model. */
  readonly originalFindings: readonly Diagnostic[];
  /** Runs the transforms of another projection on the model. */
  readonly applyOther: (projection: string, model: Model) => TransformResult;
}

/** A transform by the name that `smithy-build.json` calls it ("Transforms"). */
export interface ProjectionTransform {
  readonly name: string;
  /** What a list of texts in place of an object of arguments means: the form of the first versions. */
  readonly listArgument?: string | undefined;
  /** The arguments that it knows. */
  readonly keys: readonly string[];
  readonly apply: (context: ProjectionContext, given: TransformArguments) => TransformResult;
}
