import { parseJson } from "../../codec/parse-json.js";
import { ServiceError, type ServiceErrorOptions } from "../../errors/index.js";
import { requestIdOf } from "../../client/request-id.js";
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
export function readError(response: HttpResponse, errors: ErrorReceivers, lossless: boolean): ServiceError {
  const { statusCode, headers } = response;
  const options: ServiceErrorOptions = { statusCode, requestId: requestIdOf(headers) };
  const body = bodyOf(response, lossless);
  const name = codeOf(headers["x-amzn-errortype"] ?? body["__type"] ?? body["code"]);
  const receive = name !== undefined && Object.hasOwn(errors, name) ? errors[name] : undefined;
  let cause: unknown;
  if (receive !== undefined) {
    try {
      return receive(body, "", options);
    } catch (error) {
      cause = error;
    }
  }
  const text = body["message"] ?? body["Message"];
  const message = typeof text === "string" ? text : `The service answered with status ${statusCode} and no explanation`;
  return new ServiceError(message, {
    ...options,
    name: name ?? "UnknownError",
    fault: statusCode < 500 ? "client" : "server",
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The error's own name: without the URI behind a colon, and without a namespace. */
function codeOf(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const [beforeColon = ""] = text.split(":");
  return beforeColon.slice(beforeColon.indexOf("#") + 1).trim() || undefined;
}

/** The body as a JSON object; an empty one when it is anything else, such as a proxy's page. */
function bodyOf({ body }: HttpResponse, lossless: boolean): Readonly<Record<string, unknown>> {
  try {
    const value = parseJson(new TextDecoder().decode(body), { lossless });
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
