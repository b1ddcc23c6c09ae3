import type { EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { literal, type LiteralValue } from "../../emit/literal.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { errorMessageMember, errorProperties } from "../../knowledge/error-properties.js";
import { errorInfo } from "../../knowledge/errors.js";
import type { OperationExample } from "../../knowledge/examples.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { nodeMember, type NodeObject } from "../../shapes/node.js";
import type { StructureShape } from "../../shapes/shape.js";
import { structureValue, typedStyle, type ValueStyle } from "./example-values.js";
import { parameterStyle, printedStyle, wireStyle } from "./json-style.js";
import type { JsonProtocol } from "./json-protocol.js";
import type { Support } from "./support.js";

/** One example on its way into the tests. */
export interface ExampleContext {
  readonly input: EmitterInput;
  readonly file: TypeScriptFile;
  readonly support: Support;
  readonly protocol: JsonProtocol;
  readonly operation: OperationInfo;
  readonly example: OperationExample;
}

/** An example in each form that it takes on its way through a surface. */
export interface ExampleData {
  readonly input: LiteralValue;
  readonly requestBody: LiteralValue;
  readonly parameters: LiteralValue;
  readonly statusCode: number;
  readonly responseBody: LiteralValue;
  /** The output or the error's members as the package's types have them. */
  readonly result: LiteralValue;
  /** What the command line writes, as an expression. */
  readonly printed: string;
}

/** @throws ExampleMismatch when a part of the example does not fit its shape. */
export function exampleData(context: ExampleContext): ExampleData {
  const { input, support, operation, example, protocol } = context;
  const typed = typedStyle(input, () => support.use("bytes"));
  const wire = wireStyle(input.model);
  const write = (style: ValueStyle, shape: StructureShape, value: NodeObject, where: string) =>
    structureValue(input, style, shape, value, where);
  const request = {
    input: write(typed, operation.input, example.input, "/input"),
    requestBody: write(wire, operation.input, example.input, "/input"),
    parameters: write(parameterStyle, operation.input, example.input, "/input"),
  };
  if (example.result.kind === "output") {
    const { output } = example.result;
    const printed = write(
      printedStyle(() => support.use("shownTime")),
      operation.output,
      output,
      "/output",
    );
    return {
      ...request,
      statusCode: 200,
      responseBody: write(wire, operation.output, output, "/output"),
      result: write(typed, operation.output, output, "/output"),
      printed:
        Object.keys(printed).length === 0 ? '""' : `${support.use("printed")}(${literal(printed, { indent: 8 })})`,
    };
  }
  const { shape, content } = example.result;
  const message = errorMessageMember(input.model, shape);
  const text = message === undefined ? undefined : nodeMember(content, message);
  const properties = errorProperties(input.model, shape);
  const property: ValueStyle["property"] = (owner, member) =>
    owner.id === shape.id ? (properties.get(member) ?? member) : member;
  return {
    ...request,
    statusCode: errorInfo(shape).statusCode,
    responseBody: { __type: protocol.errorType(shape.id), ...write(wire, shape, content, "/error/content") },
    result: write({ ...typed, property }, shape, content, "/error/content"),
    printed: errorText(context, shape, typeof text === "string" ? text : undefined),
  };
}

/** What the command line says of an error; without a message it says what the client makes of it. */
function errorText({ input, support, operation }: ExampleContext, shape: StructureShape, message?: string): string {
  const name = input.names.shapeName(operation.shape.id);
  const start = `An error occurred (${input.names.shapeName(shape.id)}) when calling the ${name} operation: `;
  if (message !== undefined) return stringLiteral(`\n${start}${message}\n`);
  return `${support.use("expect")}.stringContaining(${stringLiteral(start.trimEnd())})`;
}
