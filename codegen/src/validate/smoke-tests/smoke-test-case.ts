import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, type Node, nodeMember, stringMember } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { checkParameters, type ParametersContext } from "../check-parameters.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const code = "SmokeTestCase";

/** `SmokeTestCase`: parameters of a smoke test fit the input of its operation, and those of vendors their shape ("Smoke Tests"). */
export function* smokeTestCaseRule(model: Model): Iterable<Diagnostic> {
  for (const [operation, trait] of carriers(model, "operation", "smithy.test#smokeTests")) {
    const context: ParametersContext = { model, code, carrier: operation, trait, timestamps: "epoch-seconds" };
    const cases = isNodeArray(trait.value) ? trait.value : [];
    for (const testCase of cases) {
      const id = stringMember(testCase, "id") ?? "";
      yield* checkVendorParameters(context, testCase, id);
      yield* checkInput(context, operation, testCase, id);
    }
  }
}

function* checkVendorParameters(context: ParametersContext, testCase: Node, id: string): Iterable<Diagnostic> {
  const shape = stringMember(testCase, "vendorParamsShape");
  const parameters = nodeMember(testCase, "vendorParams");
  const { carrier, trait } = context;
  if (shape !== undefined && parameters !== undefined) {
    yield* checkParameters(context, shape, parameters, `${id}.vendorParams`);
  } else if (shape !== undefined) {
    const message = `Smoke test case with ID \`${id}\` defined a \`vendorParamsShape\` but no \`vendorParams\``;
    yield shapeFinding("WARNING", code, carrier, message, trait);
  } else if (parameters !== undefined) {
    const message = `Smoke test case with ID \`${id}\` defined \`vendorParams\` but no \`vendorParamsShape\``;
    yield shapeFinding("WARNING", code, carrier, message, trait);
  }
}

function* checkInput(
  context: ParametersContext,
  operation: OperationShape,
  testCase: Node,
  id: string,
): Iterable<Diagnostic> {
  const parameters = nodeMember(testCase, "params");
  if (parameters !== undefined) {
    yield* checkParameters(context, operation.input, parameters, `${id}.params`);
    return;
  }
  const members = [...(context.model.shapes.get(operation.input)?.members.values() ?? [])];
  const required = members.filter(({ traits }) => traits.has("smithy.api#required")).map(({ name }) => name);
  if (required.length === 0) return;
  const message = `Smoke test case with ID \`${id}\` does not define \`params\`, but the target operation has required input members: ${tickedList(required)}`;
  yield shapeFinding("ERROR", code, operation, message, context.trait);
}
