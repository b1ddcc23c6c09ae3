import { serializeAst } from "../../../codegen/src/serialize/ast.js";
import { changeStringEnumsToEnumShapes } from "../../../codegen/src/transform/change-string-enums-to-enum-shapes.js";
import { copyServiceErrorsToOperations } from "../../../codegen/src/transform/copy-service-errors-to-operations.js";
import { createDedicatedInputAndOutput } from "../../../codegen/src/transform/create-dedicated-input-and-output.js";
import { deconflictErrorsWithSharedStatusCode } from "../../../codegen/src/transform/deconflict-errors-with-shared-status-code.js";
import { downgradeEnums } from "../../../codegen/src/transform/downgrade-enums.js";
import { filterDeprecatedRelativeDate } from "../../../codegen/src/transform/filter-deprecated-relative-date.js";
import { filterDeprecatedRelativeVersion } from "../../../codegen/src/transform/filter-deprecated-relative-version.js";
import { flattenAndRemoveMixins } from "../../../codegen/src/transform/flatten-and-remove-mixins.js";
import { flattenPaginationInfoIntoOperations } from "../../../codegen/src/transform/flatten-pagination-info-into-operations.js";
import { addClientOptional } from "../../../codegen/src/transform/add-client-optional.js";
import { downgradeToV1 } from "../../../codegen/src/transform/downgrade-to-v1.js";
import { makeIdempotencyTokensClientOptional } from "../../../codegen/src/transform/make-idempotency-tokens-client-optional.js";
import { modelWithoutTraitShapes } from "../../../codegen/src/transform/model-without-trait-shapes.js";
import { removeInvalidDefaults } from "../../../codegen/src/transform/remove-invalid-defaults.js";
import { removeUnreferencedShapes } from "../../../codegen/src/transform/remove-unreferenced-shapes.js";
import { removeUnreferencedTraitDefinitions } from "../../../codegen/src/transform/remove-unreferenced-trait-definitions.js";
import { scrubTraitDefinitions } from "../../../codegen/src/transform/scrub-trait-definitions.js";
import type { TransformResult } from "../../../codegen/src/transform/transform-result.js";
import { expectKind, type Model } from "../../../codegen/src/shapes/model.js";
import type { ServiceShape } from "../../../codegen/src/shapes/shape.js";
import { loadCase } from "../load.js";
import type { Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

type Arguments = Readonly<Record<string, unknown>>;
type Transform = (model: Model, given: Arguments) => Model | TransformResult;

function text(given: Arguments, key: string): string {
  return String(given[key]);
}

function forService(transform: (model: Model, service: ServiceShape) => Model | TransformResult): Transform {
  return (model, given) => transform(model, expectKind(model, text(given, "service"), "service"));
}

/** By the names of the methods of Smithy's `ModelTransformer`. */
const transforms: Readonly<Record<string, Transform>> = {
  addClientOptional: (model, given) => addClientOptional(model, given["applyWhenNoDefaultValue"] === true),
  changeStringEnumsToEnumShapes: (model, given) =>
    changeStringEnumsToEnumShapes(model, { synthesizeNames: given["synthesizeEnumNames"] === true }),
  copyServiceErrorsToOperations: forService(copyServiceErrorsToOperations),
  createDedicatedInputAndOutput: (model, given) =>
    createDedicatedInputAndOutput(model, text(given, "inputSuffix"), text(given, "outputSuffix")),
  deconflictErrorsWithSharedStatusCode: forService(deconflictErrorsWithSharedStatusCode),
  downgradeEnums,
  downgradeToV1,
  filterDeprecatedRelativeDate: (model, given) => filterDeprecatedRelativeDate(model, text(given, "date")),
  filterDeprecatedRelativeVersion: (model, given) => filterDeprecatedRelativeVersion(model, text(given, "version")),
  flattenAndRemoveMixins,
  flattenPaginationInfoIntoOperations: forService(flattenPaginationInfoIntoOperations),
  getModelWithoutTraitShapes: (model) => modelWithoutTraitShapes(model),
  makeIdempotencyTokensClientOptional,
  removeInvalidDefaults,
  removeUnreferencedShapes: (model) => removeUnreferencedShapes(model),
  removeUnreferencedTraitDefinitions: (model) => removeUnreferencedTraitDefinitions(model),
  scrubTraitDefinitions: (model) => scrubTraitDefinitions(model),
};

export const transform: Suite = {
  name: "transform",
  run: (entry, corpus) => {
    const given = entry.expect["transform"] as Arguments;
    const apply = transforms[text(given, "name")];
    if (apply === undefined) throw new Error(`There is no transform ${text(given, "name")}`);
    const result = apply(loadCase("transform", entry, corpus).model, given);
    const { model, diagnostics } = "model" in result ? result : { model: result, diagnostics: [] };
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    expectSameTree(serializeAst(model), readTree(corpus, "transform", entry.expect["ast"]));
  },
};
