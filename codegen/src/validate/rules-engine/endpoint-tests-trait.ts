import { equalValues, type Parameter, readValue } from "@tsmith/runtime/endpoints";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { type EndpointTest, type EndpointTestInput, endpointTests } from "../../knowledge/endpoints/endpoint-tests.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { equalNodes } from "../../shapes/node-equality.js";
import { type Model } from "../../shapes/model.js";
import { type Node, nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { checkNode } from "../node/check-node.js";
import { jsonText, nodeText } from "../../shapes/node-text.js";
import type { RuleContext } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { eachServiceRules, findingWithin } from "./service-rules.js";

const code = "EndpointTestsTrait";

/**
 * `EndpointTestsTrait`, `EndpointTestsTrait.UnknownMember.<shape>.<member>`: inputs of endpoint tests name operations of the service,
 * fit their input shapes, and give the built-ins that the test's parameters stand for ("smithy.rules#endpointTests trait").
 */
export function* endpointTestsTraitRule(model: Model, context?: RuleContext): Iterable<Diagnostic> {
  for (const { service, rules } of eachServiceRules(model, context)) {
    const trait = service.traits.get("smithy.rules#endpointTests");
    if (trait === undefined) continue;
    const { operations } = boundEntities(model, service);
    const byName = new Map(operations.map((operation) => [nameOf(operation.id), operation]));
    const builtIns = rules.parameters.filter(({ builtIn }) => builtIn !== undefined);
    for (const [testIndex, test] of endpointTests(service).entries()) {
      for (const [inputIndex, input] of test.inputs.entries()) {
        const pointer = `/testCases/${testIndex}/operationInputs/${inputIndex}`;
        yield* checkInput({ model, service, trait, pointer, builtIns }, byName.get(input.operation), test, input);
      }
    }
  }
}

interface InputContext {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly trait: AppliedTrait;
  readonly pointer: string;
  readonly builtIns: readonly Parameter[];
}

function* checkInput(
  context: InputContext,
  operation: OperationShape | undefined,
  test: EndpointTest,
  input: EndpointTestInput,
): Iterable<Diagnostic> {
  const { service, trait, pointer } = context;
  if (operation === undefined) {
    const message = `Test case operation \`${input.operation}\` does not exist in service \`${service.id}\``;
    yield findingWithin("ERROR", code, service, message, trait, pointer);
    return;
  }
  for (const parameter of context.builtIns) yield* checkBuiltIn(context, parameter, test, input);
  yield* checkParameters(context, operation, test, input);
}

/** A value that the test gives a parameter must be what the parameter's built-in gives it. */
function* checkBuiltIn(
  { service, trait, pointer }: InputContext,
  parameter: Parameter,
  test: EndpointTest,
  input: EndpointTestInput,
): Iterable<Diagnostic> {
  const { name, builtIn = "" } = parameter;
  const value = nodeMember(test.parameters, name);
  if (value === undefined) return;
  const given = nodeMember(input.builtIns, builtIn);
  if (given === undefined) {
    if ("default" in parameter && isDefault(parameter, value)) return;
    const message =
      "default" in parameter
        ? `Test case does not supply the \`${jsonText(value)}\` value for the \`${name}\` parameter's \`${builtIn}\` built-in.`
        : `Operation input does not supply a value for the \`${builtIn}\` built-in parameter and the \`${name}\` parameter does not set a default.`;
    yield findingWithin("ERROR", code, service, message, trait, pointer);
  } else if (!equalNodes(given, value)) {
    const message = `Inconsistent testcase parameters: ${nodeText(value)} and ${nodeText(given)}`;
    yield shapeFinding("ERROR", code, service, message);
  }
}

function isDefault(parameter: Parameter, value: Node): boolean {
  const read = readValue(value);
  return read !== undefined && equalValues(read.value, parameter.default);
}

function* checkParameters(
  { model, service, trait, pointer }: InputContext,
  operation: OperationShape,
  test: EndpointTest,
  input: EndpointTestInput,
): Iterable<Diagnostic> {
  const shape = model.shapes.get(operation.input);
  if (shape === undefined) return;
  const subject = "The operationInput value for an endpoint test does not match the operation's input shape";
  const expectsError = nodeMember(test.expect, "error") !== undefined;
  for (const { path, message, severity: found, eventSuffix } of checkNode(model, shape, input.operationParameters)) {
    // A test of an error may well give what the operation refuses.
    const severity: Severity = found === "WARNING" || expectsError ? "DANGER" : "ERROR";
    const id = eventSuffix === undefined ? code : `${code}.${eventSuffix}`;
    const place = `${pointer}/operationParams${path.replaceAll(".", "/")}`;
    yield findingWithin(severity, id, service, `${subject}${path}: ${message}`, trait, place);
  }
}
