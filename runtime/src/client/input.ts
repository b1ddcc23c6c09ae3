import { InputError } from "./client-errors.js";
import type { CallSettings, OperationDefinition, RequestParts } from "./operation.js";

/** The input with an idempotency token where the operation has one and the caller gave none. */
export function completeInput<Input, Output>(
  { name, idempotencyToken }: OperationDefinition<Input, Output>,
  given: Input,
  makeToken: (() => string) | undefined,
): Input {
  if (Object(given) !== given) throw new InputError(name, [{ path: "", message: "expected an object" }]);
  if (!idempotencyToken || given[idempotencyToken]) return given;
  return { ...given, [idempotencyToken]: makeToken?.() ?? crypto.randomUUID() };
}

/**
 * Encodes the input, which checks types and required members.
 *
 * @throws InputError for an input that has no form on the wire
 */
export function encodeInput<Input, Output>(
  { name, protocol }: OperationDefinition<Input, Output>,
  input: Input,
  ...settings: CallSettings
): RequestParts {
  try {
    return protocol.request(input, ...settings);
  } catch (cause) {
    // An encoder names a place and a type, never the value; any other error may name anything.
    const { where, message } = cause as { readonly where?: string; readonly message: string };
    throw new InputError(name, [where ? { path: where, message } : { path: "", message: "it cannot be written" }], {
      cause,
    });
  }
}
