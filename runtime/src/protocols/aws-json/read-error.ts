import type { ServiceError, ServiceErrorOptions } from "../../errors/index.js";
import { requestIdOf } from "../../client/request-id.js";
import { errorNameOf, unmodelledError } from "../../client/unmodelled-error.js";
import type { HttpResponse } from "../../http/message.js";

/** Reads the members of an error from parsed JSON and makes an instance of its class. */
export type ReceiveError = (value: unknown, path: string, options?: ServiceErrorOptions) => ServiceError;

/** The receiver of each error that an operation lists, by the name that it has on the wire. */
export type ErrorReceivers = Readonly<Record<string, ReceiveError>>;

/**
 * The error of an unsuccessful response (AWS JSON protocols, "Operation error serialization"). Its code is in the header
 * `x-amzn-errortype`, in the body's `__type` or in its `code`, in this order. What the operation does not list, or what is no JSON at
 * all, is a plain `ServiceError` with that code as its name.
 */
export function readError(
  response: HttpResponse,
  errors: ErrorReceivers,
  parse: (text: string) => unknown,
): ServiceError {
  const { statusCode, headers } = response;
  const options: ServiceErrorOptions = { statusCode, requestId: requestIdOf(headers) };
  const body = bodyOf(response, parse);
  const name = errorNameOf(headers["x-amzn-errortype"] || (body["__type"] ?? body["code"]));
  if (Object.hasOwn(errors, name)) {
    try {
      return (errors[name] as ReceiveError)(body, "", options);
    } catch {
      // Its members are not what the model says; name and message are still worth telling.
    }
  }
  return unmodelledError(options, name, body["message"] ?? body["Message"]);
}

/** The body as a JSON object; an empty one when it is anything else, such as a proxy's page. */
function bodyOf({ body }: HttpResponse, parse: (text: string) => unknown): Readonly<Record<string, unknown>> {
  try {
    const value = parse(new TextDecoder().decode(body));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
