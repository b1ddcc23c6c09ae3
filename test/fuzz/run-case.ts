import { loadModel } from "../../codegen/src/loader/load-model.js";
import { upgradeSource } from "../../codegen/src/loader/migrate/upgrade-source.js";
import { parseSelector } from "../../codegen/src/selector/parse-selector.js";
import { select } from "../../codegen/src/selector/select.js";
import { serializeAst } from "../../codegen/src/serialize/ast.js";
import { serializeIdl } from "../../codegen/src/serialize/idl.js";
import { nodeToJson } from "../../codegen/src/serialize/json-text.js";
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

function runSelector(text: string): void {
  exampleModel ??= loadModel([createSource("example.smithy", exampleText)]).model;
  const model = exampleModel;
  const { selector } = step("parse selector", () => parseSelector(text));
  if (selector !== undefined) step("select", () => select(model, selector));
}
