import { InputError } from "./client-errors.js";
import type { CallSettings, OperationDefinition, RequestParts } from "./operation.js";

/** The input with what the operation fills in where the caller gave none. @throws InputError for anything but an object */
export function completeInput<Input, Output>(
  { name, fillIn }: OperationDefinition<Input, Output>,
  given: Input,
  makeToken: (() => string) | undefined,
): Input {
  if (Object(given) !== given) throw new InputError(name, [{ path: "", message: "expected an object" }]);
  return fillIn?.(given, makeToken) ?? given;
}

/** For operations with an idempotency token: sets the member where the caller did not; an empty one is set (Smithy 2.0, "idempotencyToken trait"). */
export function idempotencyToken<Name extends string>(
  member: Name,
): <Input extends { readonly [Member in Name]?: string | undefined }>(
  input: Input,
  makeToken: (() => string) | undefined,
) => Input {
  return (input, makeToken = () => crypto.randomUUID()) => ({ ...input, [member]: input[member] ?? makeToken() });
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
