import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { hasBody, responseBindings } from "../../../knowledge/http-bindings.js";
import { httpTraitOf } from "../../../knowledge/http-trait.js";
import { isNodeNumber } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { OperationShape, Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "HttpResponseCodeSemantics";

/** `HttpResponseCodeSemantics`: status codes say what they are used for ("http trait", "httpError trait"). */
export function* httpResponseCodeSemanticsRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) yield* checkOperation(model, operation);
  for (const shape of modelIndex(model).withTrait("smithy.api#httpError")) yield* checkError(shape);
}

function* checkOperation(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const http = httpTraitOf(operation);
  if (http === undefined) return;
  if (http.code < 200 || http.code >= 300) {
    const message = `Expected an \`http\` code in the 2xx range, but found ${http.code}`;
    yield shapeFinding("DANGER", code, operation, message, http.trait);
  } else if ((http.code === 204 || http.code === 205) && hasBody(responseBindings(model, operation))) {
    const message = `The HTTP ${http.code} status code does not allow a response body. To use this status code, all output members need to be bound to @httpHeader, @httpPrefixHeaders, @httpResponseCode, etc.`;
    yield shapeFinding("WARNING", code, operation, message);
  }
}

function* checkError(shape: Shape): Iterable<Diagnostic> {
  const trait = shape.traits.get("smithy.api#httpError");
  const fault = shape.traits.get("smithy.api#error")?.value;
  if (shape.kind !== "structure" || trait === undefined || !isNodeNumber(trait.value)) return;
  if (fault !== "client" && fault !== "server") return;
  const status = Number(String(trait.value));
  const lowest = fault === "client" ? 400 : 500;
  if (status >= lowest && status < lowest + 100) return;
  const range = fault === "client" ? "4xx" : "5xx";
  const message = `Expected an \`httpError\` code in the ${range} range for a \`${fault}\` error, but found ${status}`;
  yield shapeFinding("DANGER", code, shape, message, trait);
}
