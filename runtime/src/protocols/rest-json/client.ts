import { requestIdOf } from "../../client/request-id.js";
import { defineOperation } from "../../client/define-operation.js";
import type { HttpOperation } from "../../client/http-operation.js";
import type { Operation } from "../../client/operation.js";
import { errorNameOf, unmodelledError } from "../../client/unmodelled-error.js";
import { parsePlainJson } from "../../codec/parse-json.js";
import type { ServiceError, ServiceErrorOptions } from "../../errors/index.js";
import type { HttpResponse } from "../../http/message.js";

/** An operation as generated code describes it to restJson1. */
export interface RestJsonOperation<Input, Output> extends HttpOperation<Input, Output, unknown> {
  /** Parses the body of an error; with `parsePlainJson` unless some error has numbers that it could round. */
  readonly parse?: ((text: string) => unknown) | undefined;
}

/** An operation that speaks `aws.protocols#restJson1`. */
export function restJson1Operation<Input, Output>({
  request,
  receive,
  errors,
  parse = parsePlainJson,
  ...facts
}: RestJsonOperation<Input, Output>): Operation<Input, Output> {
  return defineOperation<Input, Output>({
    ...facts,
    protocol: { request, output: receive, error: (response) => readError(response, errors, parse) },
  });
}

/**
 * The error of an unsuccessful response (AWS restJson1 protocol, "Operation error serialization"): its name is in the header
 * `x-amzn-errortype`, in the body's `__type` or in its `code`, in this order.
 */
function readError(
  response: HttpResponse,
  errors: RestJsonOperation<never, never>["errors"],
  parse: (text: string) => unknown,
): ServiceError {
  const { statusCode, headers } = response;
  const options: ServiceErrorOptions = { statusCode, requestId: requestIdOf(headers) };
  const body = bodyOf(response, parse);
  const name = errorNameOf(headers["x-amzn-errortype"] || (body["__type"] ?? body["code"]));
  const receive = Object.hasOwn(errors, name) ? errors[name] : undefined;
  try {
    if (receive !== undefined) return receive(response, body, options);
  } catch {
    // Its members are not what the model says; name and message are still worth telling.
  }
  return unmodelledError(options, name, body["message"] ?? body["Message"]);
}

function bodyOf({ body }: HttpResponse, parse: (text: string) => unknown): Readonly<Record<string, unknown>> {
  try {
    const value = parse(new TextDecoder().decode(body));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
