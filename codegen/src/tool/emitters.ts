import type { Emitter } from "../emit/emitter.js";
import { emitErrors } from "../emitters/errors/emit-errors.js";
import { emitPackage } from "../emitters/package/emit-package.js";
import { emitTypes } from "../emitters/types/emit-types.js";

/** Every emitter of a package, by name. Their order decides nothing: no two plan the same file. */
export const emitters: Readonly<Record<string, Emitter>> = {
  types: emitTypes,
  errors: emitErrors,
  package: emitPackage,
};
