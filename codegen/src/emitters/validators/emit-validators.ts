import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { constant, functionDeclaration, type ParameterSpec } from "../../emit/structures.js";
import { typeExpression } from "../../emit/type-expression.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { isStreaming } from "../../knowledge/traits.js";
import type { RootShape } from "../../shapes/shape.js";
import { checkBody } from "./aggregate-checks.js";
import { depthTest, isAggregate, testBody } from "./aggregate-tests.js";
import { ValidatorContext, type Unit } from "./context.js";
import { addDropFunction, dropFunction } from "./drop-functions.js";

/**
 * `src/validators.ts`: `isX`, `parseX` and `XSchema` for each shape, as straight-line functions of their own. What a bundle does
 * not use of it goes away.
 */
export const emitValidators: Emitter = (input) => {
  const context = new ValidatorContext(input);
  const { shapes, inputShapes } = serviceIndex(input.model, input.service);
  for (const shape of shapes) {
    // An event stream is never at hand as a whole: what it has functions for are its events, which a server reads one by one.
    if (isEventStream(input, shape) && !inputShapes.has(shape.id)) continue;
    addShape(context, shape);
    for (let pending = context.takePending(); pending.length > 0; pending = context.takePending()) {
      for (const unit of pending) if (isAggregate(unit.target)) addMemberUnit(context, unit);
    }
  }
  if (context.file.isEmpty()) context.file.add("export {};");
  return { files: [context.file.plan()], diagnostics: context.diagnostics };
};

function isEventStream({ model }: Pick<EmitterInput, "model">, shape: RootShape): boolean {
  return shape.kind === "union" && isStreaming(model, shape);
}

const depth: ParameterSpec = { name: "depth", type: "number" };

function addShape(context: ValidatorContext, shape: RootShape): void {
  const { file } = context;
  const { names } = context.input;
  const unit = context.unit(shape);
  const type = isEventStream(context.input, shape)
    ? file.use(names.type(shape.id))
    : typeExpression(context.types, shape, "written");
  const guard = { parameters: [{ name: "value", type: "unknown" }], returnType: `value is ${type}` };
  const body = testBody(context, unit);
  if (unit.group === undefined) {
    file.add(functionDeclaration({ name: unit.test, ...guard, body }));
  } else {
    const test = depthTest(context, unit);
    file.add(functionDeclaration({ name: unit.test, ...guard, body: [`return ${test}(value, 0);`] }));
    addInternalTest(context, test, unit, body);
  }
  addCheck(context, unit);
  if (shape.kind === "structure" || shape.kind === "union") addDropFunction(context, shape);
  const drop = dropFunction(context, shape.id) ?? context.helper("keepWhole");
  const result = `${context.helperType("ParseResult")}<${type}>`;
  const parse = names.parse(shape.id).name;
  file.add(
    functionDeclaration({
      name: parse,
      parameters: guard.parameters,
      returnType: result,
      body: [`return ${context.helper("parseResult")}(value, ${unit.check}, ${drop});`],
    }),
    constant({
      name: names.schema(shape.id).name,
      type: `${context.helperType("StandardSchemaV1")}<unknown, ${type}>`,
      value: `/* @__PURE__ */ ${context.helper("standardSchema")}(${parse})`,
    }),
  );
}

/** The functions for a list or map that a member narrows. */
function addMemberUnit(context: ValidatorContext, unit: Unit): void {
  addInternalTest(context, unit.test, unit, testBody(context, unit));
  addCheck(context, unit);
}

function addInternalTest(context: ValidatorContext, name: string, unit: Unit, body: readonly string[]): void {
  const parameters = [{ name: "value", type: "unknown" }, ...(unit.group === undefined ? [] : [depth])];
  context.file.add(functionDeclaration({ name, exported: false, parameters, returnType: "boolean", body }));
}

function addCheck(context: ValidatorContext, unit: Unit): void {
  const body = checkBody(context, unit);
  context.file.add(
    functionDeclaration({
      name: unit.check,
      exported: false,
      parameters: [
        { name: "value", type: "unknown" },
        { name: "path", type: "string" },
        { name: "key", type: context.helperType("Key") },
        { name: "report", type: context.helperType("Report") },
        ...(unit.group === undefined ? [] : [depth]),
      ],
      returnType: "void",
      body,
    }),
  );
}
