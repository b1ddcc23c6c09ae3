import { diffModels } from "../../codegen/src/diff/diff-models.js";
import { jsonSchemaDocument } from "../../codegen/src/jsonschema/schema/json-schema-document.js";
import { openApiServiceDocument } from "../../codegen/src/jsonschema/openapi/open-api-document.js";
import { addClientOptional } from "../../codegen/src/transform/add-client-optional.js";
import { changeStringEnumsToEnumShapes } from "../../codegen/src/transform/change-string-enums-to-enum-shapes.js";
import { copyServiceErrorsToOperations } from "../../codegen/src/transform/copy-service-errors-to-operations.js";
import { createDedicatedInputAndOutput } from "../../codegen/src/transform/create-dedicated-input-and-output.js";
import { deconflictErrorsWithSharedStatusCode } from "../../codegen/src/transform/deconflict-errors-with-shared-status-code.js";
import { downgradeToV1 } from "../../codegen/src/transform/downgrade-to-v1.js";
import { filterDeprecatedRelativeDate } from "../../codegen/src/transform/filter-deprecated-relative-date.js";
import { filterDeprecatedRelativeVersion } from "../../codegen/src/transform/filter-deprecated-relative-version.js";
import { flattenAndRemoveMixins } from "../../codegen/src/transform/flatten-and-remove-mixins.js";
import { flattenPaginationInfoIntoOperations } from "../../codegen/src/transform/flatten-pagination-info-into-operations.js";
import { makeIdempotencyTokensClientOptional } from "../../codegen/src/transform/make-idempotency-tokens-client-optional.js";
import { modelWithoutTraitShapes } from "../../codegen/src/transform/model-without-trait-shapes.js";
import { removeInvalidDefaults } from "../../codegen/src/transform/remove-invalid-defaults.js";
import { removeUnreferencedShapes } from "../../codegen/src/transform/remove-unreferenced-shapes.js";
import { removeUnreferencedTraitDefinitions } from "../../codegen/src/transform/remove-unreferenced-trait-definitions.js";
import { scrubTraitDefinitions } from "../../codegen/src/transform/scrub-trait-definitions.js";
import { modelIndex } from "../../codegen/src/shapes/model-index.js";
import type { ServiceShape } from "../../codegen/src/shapes/shape.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { upgradeSource } from "../../codegen/src/loader/migrate/upgrade-source.js";
import { parseSelector } from "../../codegen/src/selector/parse-selector.js";
import { select } from "../../codegen/src/selector/select.js";
import { serializeAst } from "../../codegen/src/serialize/ast.js";
import { serializeIdl } from "../../codegen/src/serialize/idl.js";
import { nodeToJson } from "../../codegen/src/shapes/node-json.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { formatSmithy } from "../../codegen/src/syntax/format/format-smithy.js";
import { validate } from "../../codegen/src/validate/validate.js";
import type { FuzzCase } from "./fuzz-case.js";

/** Does with a text what commands would do. Throws what they would throw, with the step's name in front of the message. */
export function runCase(entry: FuzzCase): void {
  if (entry.kind === "selector") runSelector(entry.text);
  else runModel(entry);
}

function step<Result>(name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error) error.message = `${name}: ${error.message}`;
    throw error;
  }
}

function runModel({ kind, text, index }: FuzzCase): void {
  const source = createSource(kind === "idl" ? "fuzz.smithy" : "fuzz.json", text);
  const { model, diagnostics } = step("load", () => loadModel([source]));
  if (kind === "idl") {
    const formatted = step("format", () => formatSmithy(source));
    step("format again", () => formatSmithy(createSource("fuzz.smithy", formatted.text)));
  }
  if (diagnostics.some(({ severity }) => severity === "ERROR")) return;
  step("validate", () => validate(model, { allPhases: index % 2 === 0 }));
  step("serialise", () => nodeToJson(serializeAst(model)));
  step("serialise as 1.0", () => serializeAst(model, { version: "1.0" }));
  step("write IDL", () => serializeIdl(model, { coerceInlineIo: index % 3 === 0 }));
  step("upgrade", () => upgradeSource(source, model));
  runTransforms(model);
  runConversions(model);
  step("diff", () => diffModels(exampleOf(), model));
}

const transforms: readonly ((model: Model) => unknown)[] = [
  (model) => addClientOptional(model, true),
  (model) => changeStringEnumsToEnumShapes(model, { synthesizeNames: true }),
  (model) => createDedicatedInputAndOutput(model, "Input", "Output"),
  downgradeToV1,
  flattenAndRemoveMixins,
  makeIdempotencyTokensClientOptional,
  modelWithoutTraitShapes,
  removeInvalidDefaults,
  removeUnreferencedShapes,
  removeUnreferencedTraitDefinitions,
  scrubTraitDefinitions,
  (model) => filterDeprecatedRelativeDate(model, "2020-01-01"),
  (model) => filterDeprecatedRelativeVersion(model, "1.1"),
];

const serviceTransforms: readonly ((model: Model, service: ServiceShape) => unknown)[] = [
  copyServiceErrorsToOperations,
  deconflictErrorsWithSharedStatusCode,
  flattenPaginationInfoIntoOperations,
];

function runTransforms(model: Model): void {
  for (const transform of transforms) step(`transform ${transform.name}`, () => transform(model));
  for (const service of modelIndex(model).ofKind("service")) {
    for (const transform of serviceTransforms) step(`transform ${transform.name}`, () => transform(model, service));
  }
}

/** A service is converted only when the model is checked. */
function runConversions(model: Model): void {
  if (validate(model).some(({ severity }) => severity === "ERROR")) return;
  step("JSON Schema", () => jsonSchemaDocument(model, {}));
  for (const { id } of modelIndex(model).ofKind("service")) {
    step("OpenAPI", () => openApiServiceDocument(model, { service: id }));
  }
}

let exampleModel: Model | undefined;

const exampleText = `$version: "2"
namespace a
service S { version: "1", operations: [O], resources: [R] }
operation O { input := { @required a: String, b: L }, errors: [E] }
resource R { identifiers: { id: String }, read: G }
@readonly operation G { input := { @required id: String } }
@error("client") @httpError(404) structure E { message: String }
list L { member: M }
map M { key: String, value: U }
union U { x: Integer, y: L }
enum N { A, B = "b" }`;

function exampleOf(): Model {
  exampleModel ??= loadModel([createSource("example.smithy", exampleText)]).model;
  return exampleModel;
}

function runSelector(text: string): void {
  const model = exampleOf();
  const { selector } = step("parse selector", () => parseSelector(text));
  if (selector !== undefined) step("select", () => select(model, selector));
}
