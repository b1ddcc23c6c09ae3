import type { EmitterInput } from "../../emit/emitter.js";
import type { LiteralValue } from "../../emit/literal.js";
import { awsServiceInfo } from "../../knowledge/aws-service.js";
import { bindingsAt, requestBindings } from "../../knowledge/http-bindings.js";
import { httpTraitOf } from "../../knowledge/http-trait.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import type { OperationShape } from "../../shapes/shape.js";

/** What of an SDK's own S3 models gives a name to operations that have method, path and query in common. */
const operationName = "x-id";

/**
 * The literal of an operation's query string that requests may lack, with the headers and parameters that then tell the operation: those of its
 * required members. In Amazon S3 it is `x-id`, which not all clients send; undefined where there is none.
 */
export function optionalLiteralOf(
  { model, service }: EmitterInput,
  operation: OperationShape,
): LiteralValue | undefined {
  if (awsServiceInfo(serviceIndex(model, service).service).sdkId !== "S3") return undefined;
  if (httpTraitOf(operation)?.uri.queryLiterals.has(operationName) !== true) return undefined;
  const bindings = requestBindings(model, operation);
  const required = (location: "query" | "header"): readonly string[] =>
    bindingsAt(bindings, location).flatMap(({ member, locationName }) =>
      member.traits.has("smithy.api#required") ? [locationName] : [],
    );
  return {
    name: operationName,
    query: required("query"),
    headers: required("header").map((name) => name.toLowerCase()),
  };
}
