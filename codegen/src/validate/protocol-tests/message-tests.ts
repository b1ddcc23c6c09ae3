import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, isNodeObject, type Node, nodeMember, stringMember } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { checkParameters, type ParametersContext } from "../check-parameters.js";
import { mediaProblem } from "../media/media-problem.js";
import type { Rule } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

/** What one rule checks of the test cases of requests or responses. */
export interface MessageTests {
  /** `HttpRequestTestsInput`, `HttpResponseTestsOutput` or `HttpResponseTestsError`. */
  readonly code: string;
  readonly trait: ShapeId;
  /** The structure that the parameters of a shape's cases fit; undefined for a shape that another rule checks. */
  readonly structureOf: (shape: Shape) => ShapeId | undefined;
}

/**
 * `HttpRequestTestsInput`, `HttpResponseTestsOutput` and `HttpResponseTestsError` for the test cases of HTTP messages ("HTTP Protocol
 * Compliance Tests", "httpRequestTests" and "httpResponseTests"): parameters fit the shape of the message, those of vendors fit theirs,
 * and bodies are of their media type. As in Smithy, each rule checks the bodies of all cases.
 */
export function messageTestsRule(tests: MessageTests): Rule {
  return (model) => checkTests(model, tests);
}

function* checkTests(model: Model, { code, trait: id, structureOf }: MessageTests): Iterable<Diagnostic> {
  for (const carrier of modelIndex(model).withTrait(id)) {
    const trait = carrier.traits.get(id);
    if (trait === undefined || !isNodeArray(trait.value)) continue;
    const context: ParametersContext = { model, code, carrier, trait, timestamps: "epoch-seconds" };
    const structure = structureOf(carrier);
    for (const [index, testCase] of trait.value.entries()) {
      yield* checkBody(context, testCase);
      if (structure === undefined) continue;
      yield* checkVendorParameters(context, testCase, index);
      yield* checkParameters(context, structure, nodeMember(testCase, "params") ?? {}, `${index}.params`);
    }
  }
}

function* checkBody({ code, carrier, trait }: ParametersContext, testCase: Node): Iterable<Diagnostic> {
  const mediaType = stringMember(testCase, "bodyMediaType") ?? "";
  const problem = mediaProblem(stringMember(testCase, "body") ?? "", mediaType);
  if (problem === undefined) return;
  const id = stringMember(testCase, "id") ?? "";
  const message = `Invalid ${mediaType} content in \`${trait.id}\` protocol test case \`${id}\`: ${problem}`;
  yield shapeFinding("DANGER", code, carrier, message, trait);
}

function* checkVendorParameters(context: ParametersContext, testCase: Node, index: number): Iterable<Diagnostic> {
  const shape = stringMember(testCase, "vendorParamsShape");
  if (shape === undefined) return;
  const parameters = nodeMember(testCase, "vendorParams");
  if (isNodeObject(parameters) && Object.keys(parameters).length > 0) {
    yield* checkParameters(context, shape, parameters, `${index}.vendorParams`);
  } else {
    const message = "Protocol test case defined a `vendorParamsShape` but no `vendorParams`";
    yield shapeFinding("WARNING", context.code, context.carrier, message, context.trait);
  }
}
