import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { FilePlan } from "./file-plan.js";
import type { Names } from "./names.js";

/** What a user can choose about the generated package. Every default is in `defaultGenerateOptions`. */
export interface GenerateOptions {
  /** The npm name of the generated package, such as `@tsmith/ecr`. */
  readonly packageName: string;
  /** A semantic version, written to the generated `package.json`. */
  readonly packageVersion: string;
  /** How `long` is typed. `number` values that are not safe integers are errors, never rounded. */
  readonly long: "number" | "bigint";
  /** Who the code is for: an authoritative consumer of the model, or any client (Smithy 2.0, "Structure member optionality"). */
  readonly optionality: "authoritative" | "client";
  /** The error shape that reports validation failures where an operation lists no `smithy.framework#ValidationException`. */
  readonly validationException: ShapeId | undefined;
  /** The `license` field of the generated `package.json`: an SPDX expression. */
  readonly license: string | undefined;
  /** Folders of projects that the generated `tsconfig.json` refers to, relative to the package, for `tsc -b`. */
  readonly projectReferences: readonly string[];
}

/** Everything but the package's name, which follows from the service. */
export const defaultGenerateOptions: Omit<GenerateOptions, "packageName"> = {
  packageVersion: "0.1.0",
  long: "number",
  optionality: "authoritative",
  validationException: undefined,
  license: undefined,
  projectReferences: [],
};

/** All that an emitter may look at. */
export interface EmitterInput {
  readonly model: Model;
  readonly service: ShapeId;
  readonly names: Names;
  readonly options: GenerateOptions;
}

/** The files of one emitter, and why some are missing. */
export interface EmitterOutput {
  readonly files: readonly FilePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A pure function from a checked model to the files it wants. No emitter knows another. */
export type Emitter = (input: EmitterInput) => EmitterOutput;
