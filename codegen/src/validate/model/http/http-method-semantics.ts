import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { bindingsAt, requestBindings } from "../../../knowledge/http-bindings.js";
import { type HttpTrait, httpTraitOf } from "../../../knowledge/http-trait.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { OperationShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "HttpMethodSemantics";

interface MethodSemantics {
  readonly readonly: boolean;
  /** Undefined where both will do. */
  readonly idempotent?: boolean | undefined;
  readonly payload: boolean;
}

const methods: ReadonlyMap<string, MethodSemantics> = new Map([
  ["GET", { readonly: true, idempotent: false, payload: false }],
  ["HEAD", { readonly: true, idempotent: false, payload: false }],
  ["OPTIONS", { readonly: true, idempotent: false, payload: true }],
  ["TRACE", { readonly: true, idempotent: false, payload: false }],
  ["POST", { readonly: false, payload: true }],
  ["DELETE", { readonly: false, idempotent: true, payload: false }],
  ["PUT", { readonly: false, idempotent: true, payload: true }],
  ["PATCH", { readonly: false, payload: true }],
]);

const optionsMessage =
  "OPTIONS requests are typically used as part of CORS and should not be modeled explicitly. They are an implementation detail that should not appear in generated client or server code. Instead, tooling should use the `cors` trait on a service to automatically configure CORS on clients and servers. It is the responsibility of service frameworks and API gateways to automatically manage OPTIONS requests. For example, OPTIONS requests are automatically created when using Smithy models with Amazon API Gateway.";

/**
 * `HttpMethodSemantics` and its `.OPTIONS`, `.MissingReadonlyTrait`, `.UnnecessaryReadonlyTrait`, `.MissingIdempotentTrait`,
 * `.UnnecessaryIdempotentTrait`, `.UnexpectedPayload`: an operation is what its HTTP method promises ("http trait", "method").
 */
export function* httpMethodSemanticsRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const http = httpTraitOf(operation);
    const semantics = http === undefined ? undefined : methods.get(http.method.toUpperCase());
    if (http === undefined || semantics === undefined) continue;
    yield* checkSpelling(operation, http);
    yield* checkTraits(operation, http, semantics);
    if (!semantics.payload) yield* checkPayload(model, operation, http);
  }
}

function* checkSpelling(operation: OperationShape, { method, trait }: HttpTrait): Iterable<Diagnostic> {
  const upper = method.toUpperCase();
  if (method !== upper) {
    const message = `This operation uses the \`${method}\` method in the \`http\` trait, but expected \`${upper}\`.`;
    yield shapeFinding("WARNING", code, operation, message, trait);
  }
  if (upper === "OPTIONS") yield shapeFinding("WARNING", `${code}.OPTIONS`, operation, optionsMessage, trait);
}

function* checkTraits(operation: OperationShape, { method, trait }: HttpTrait, semantics: MethodSemantics) {
  for (const name of ["readonly", "idempotent"] as const) {
    const has = operation.traits.has(`smithy.api#${name}`);
    if (semantics[name] === undefined || semantics[name] === has) continue;
    const suffix = `${has ? "Unnecessary" : "Missing"}${name === "readonly" ? "Readonly" : "Idempotent"}Trait`;
    const message = `This operation uses the \`${method.toUpperCase()}\` method in the \`http\` trait, but ${has ? "is" : "is not"} marked with the ${name} trait`;
    yield shapeFinding("WARNING", `${code}.${suffix}`, operation, message, trait);
  }
}

function* checkPayload(model: Model, operation: OperationShape, { method, trait }: HttpTrait): Iterable<Diagnostic> {
  const upper = method.toUpperCase();
  const bindings = requestBindings(model, operation);
  const [payload] = bindingsAt(bindings, "payload");
  const document = bindingsAt(bindings, "document").map(({ member }) => member.name);
  if (payload === undefined && document.length === 0) return;
  const message =
    payload === undefined
      ? `This operation uses the \`${upper}\` method in the \`http\` trait, but the following members are sent as part of the payload of the request: ${tickedList(document)}. These members are sent as part of the payload because they are not explicitly configured to be sent in headers, in the query string, or in a URI segment. Many HTTP clients do not support payloads with ${upper} requests. Consider binding these members to other parts of the HTTP request such as query string parameters using the \`httpQuery\` trait, headers using the \`httpHeader\` trait, or URI segments using the \`httpLabel\` trait.`
      : `This operation uses the \`${upper}\` method in the \`http\` trait, but the \`${payload.member.name}\` member is sent as the payload of the request because it is marked with the \`httpPayload\` trait. Many HTTP clients do not support payloads with ${upper} requests. Consider binding this member to other parts of the HTTP request such as a query string parameter using the \`httpQuery\` trait, a header using the \`httpHeader\` trait, or a path segment using the \`httpLabel\` trait.`;
  yield shapeFinding("DANGER", `${code}.UnexpectedPayload`, operation, message, trait);
}
