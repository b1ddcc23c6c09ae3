import { ServiceError, type ServiceErrorOptions } from "../errors/index.js";

/** An error that a response tells of but the operation's model does not know. */
export function unmodelledError(options: ServiceErrorOptions, name: string, text: unknown): ServiceError {
  const { statusCode = 500 } = options;
  return new ServiceError(typeof text === "string" ? text : `The service answered ${statusCode}`, {
    ...options,
    name,
    fault: statusCode < 500 ? "client" : "server",
  });
}

/** The error's own name: without the URI behind a colon, and without a namespace. */
export function errorNameOf(text: unknown): string {
  const [beforeColon = ""] = String(text ?? "").split(":");
  return beforeColon.slice(beforeColon.indexOf("#") + 1).trim() || "UnknownError";
}
