import { isFailure, type Diagnostic } from "../diagnostics/diagnostic.js";
import { defineDiagnostic } from "../diagnostics/define.js";
import type { Emitter, GenerateOptions } from "../emit/emitter.js";
import type { FilePlan } from "../emit/file-plan.js";
import { createNames } from "../emit/names.js";
import { emitPackage } from "../emitters/package/emit-package.js";
import type { Model } from "../shapes/model.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { emitters as allEmitters } from "./emitters.js";

/** The files of a package, or why there are none. */
export interface PackagePlan {
  /** Sorted by path. Empty when a diagnostic is a failure. */
  readonly files: readonly FilePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

const twoPlans = defineDiagnostic(
  "emit/path-collision",
  "ERROR",
  (path: string, other: string) =>
    `Two generated files would have the same path on a file system that ignores letter case: ${path} and ${other}.`,
);

/**
 * Plans every file of one service's package: types, validators, a server, a client, a command line, reference pages, OpenAPI and tests.
 * Pure: the same model and options give the same plans.
 *
 * @param model - a checked model: one in which every reference resolves
 * @param service - the absolute ID of a service in the model
 * @param options - begin with {@link defaultGenerateOptions} and add the name of the package
 * @param emitters - by name; all of them unless told
 * @returns plans for `print`, sorted by path; none where a diagnostic says what cannot be generated
 * @throws Error when the model has no such service: a defect of the caller
 */
export function planPackage(
  model: Model,
  service: ShapeId,
  options: GenerateOptions,
  emitters: Readonly<Record<string, Emitter>> = allEmitters,
): PackagePlan {
  const names = createNames(model, service);
  const input = { model, service, names, options };
  const parts = Object.values(emitters).map((emit) => emit(input));
  const paths = new Set(parts.flatMap((output) => output.files.map(({ path }) => path)));
  const outputs = [...parts, emitPackage(input, paths)];
  const files = outputs
    .flatMap((output) => output.files)
    .toSorted((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
  const diagnostics = [...outputs.flatMap((output) => output.diagnostics), ...collisions(files, service)];
  return { files: diagnostics.some(isFailure) ? [] : files, diagnostics };
}

function collisions(files: readonly FilePlan[], service: ShapeId): readonly Diagnostic[] {
  const known = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const key = path.toLowerCase();
    const other = known.get(key);
    known.set(key, path);
    return other === undefined ? [] : [twoPlans.create({ shape: service }, other, path)];
  });
}
