import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { eventStreamOf } from "../../knowledge/event-streams.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, type Node, nodeMember, stringMember } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { checkParameters, type ParametersContext } from "../check-parameters.js";
import { mediaProblem } from "../media/media-problem.js";
import { shapeFinding } from "../shape-finding.js";

const code = "EventStreamTestsTrait";

/** What all checks of one operation's cases need. */
interface Context extends ParametersContext {
  readonly carrier: OperationShape;
}

/**
 * `EventStreamTestsTrait`: what test cases of event streams send and receive fits the operation ("eventStreamTests"). A case has an event
 * or an initial message.
 */
export function* eventStreamTestsTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [carrier, trait] of carriers(model, "operation", "smithy.test#eventStreamTests")) {
    const context: Context = { model, code, carrier, trait, timestamps: "format" };
    const cases = isNodeArray(trait.value) ? trait.value : [];
    for (const [index, testCase] of cases.entries()) yield* checkCase(context, testCase, index);
  }
}

function* checkCase(context: Context, testCase: Node, index: number): Iterable<Diagnostic> {
  const { carrier, trait } = context;
  const requestParameters = nodeMember(testCase, "initialRequestParams");
  const responseParameters = nodeMember(testCase, "initialResponseParams");
  if (requestParameters !== undefined) {
    yield* checkParameters(context, carrier.input, requestParameters, `${index}.initialRequestParams`);
  }
  yield* checkShaped(context, testCase, "initialRequest", `${index}`);
  if (responseParameters !== undefined) {
    yield* checkParameters(context, carrier.output, responseParameters, `${index}.initialResponseParams`);
  }
  yield* checkShaped(context, testCase, "initialResponse", `${index}`);
  yield* checkShaped(context, testCase, "vendorParams", `${index}`);
  const events = nodeMember(testCase, "events");
  const list = isNodeArray(events) ? events : [];
  for (const [position, event] of list.entries()) yield* checkEvent(context, event, `${index}.events.${position}`);
  const messages = ["initialRequestParams", "initialRequest", "initialResponseParams", "initialResponse"];
  if (list.length > 0 || messages.some((name) => nodeMember(testCase, name) !== undefined)) return;
  const message = `${trait.id}.${index}: At least one event, an initial request, or an initial response must be set.`;
  yield shapeFinding("ERROR", `${code}.${index}`, carrier, message, trait);
}

/** A member whose shape the member of the same name with `Shape` at its end names. */
function* checkShaped(context: Context, owner: Node, name: string, place: string): Iterable<Diagnostic> {
  const shape = stringMember(owner, `${name}Shape`);
  if (shape !== undefined) yield* checkParameters(context, shape, nodeMember(owner, name) ?? {}, `${place}.${name}`);
}

function* checkEvent(context: Context, event: Node, place: string): Iterable<Diagnostic> {
  const parameters = nodeMember(event, "params");
  const type = stringMember(event, "type");
  if (parameters !== undefined && type === "request") {
    yield* checkStreamed(context, "request", parameters, place);
  } else if (parameters !== undefined && type === "response") {
    yield* checkStreamed(context, "response", parameters, place);
  }
  const mediaType = stringMember(event, "bodyMediaType") ?? "";
  const problem = mediaProblem(stringMember(event, "body") ?? "", mediaType);
  if (problem !== undefined) {
    const message = `${context.trait.id}.${place}.body: Invalid ${mediaType} content: ${problem}`;
    yield shapeFinding("DANGER", code, context.carrier, message, context.trait);
  }
  yield* checkShaped(context, event, "vendorParams", place);
}

function* checkStreamed(
  context: Context,
  direction: "request" | "response",
  parameters: Node,
  place: string,
): Iterable<Diagnostic> {
  const { model, carrier, trait } = context;
  const isRequest = direction === "request";
  const stream = eventStreamOf(model, isRequest ? carrier.input : carrier.output);
  if (stream !== undefined) {
    yield* checkParameters(context, stream.id, parameters, `${place}.params`);
    return;
  }
  const side = isRequest ? "input" : "output";
  const message = `${trait.id}.${place}: Invalid ${direction} event for operation ${carrier.id} that has no ${side} stream.`;
  // Smithy places only events of responses in the event ID.
  yield shapeFinding("ERROR", isRequest ? code : `${code}.${place}`, carrier, message, trait);
}
