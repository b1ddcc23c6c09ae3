import type { Client } from "./client.js";
import { ConfigurationError, InputError, type InputFailure } from "./client-errors.js";
import type { OperationDefinition, RequestParts } from "./operation.js";

export interface PreparedInput<Input> {
  readonly input: Input;
  readonly parts: RequestParts;
}

/**
 * Completes the input with an idempotency token, checks it as far as the configuration asks for, and encodes it. Types and required
 * members are checked by encoding.
 *
 * @throws InputError for an input that cannot be sent
 */
export function prepareInput<Input, Output>(
  client: Client,
  definition: OperationDefinition<Input, Output>,
  given: Input,
): PreparedInput<Input> | Promise<PreparedInput<Input>> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InputError(definition.name, [{ path: "", message: "expected an object" }]);
  }
  const { idempotencyToken } = definition;
  const input =
    idempotencyToken === undefined || (given[idempotencyToken] ?? undefined) !== undefined
      ? given
      : { ...given, [idempotencyToken]: crypto.randomUUID() };
  const { validate = "off" } = client.config;
  if (validate === "off" || definition.validator === undefined) return encodeInput(definition, input);
  return validateInput(client, definition, input, validate).then(() => encodeInput(definition, input));
}

function encodeInput<Input, Output>(
  definition: OperationDefinition<Input, Output>,
  input: Input,
): PreparedInput<Input> {
  try {
    return { input, parts: definition.protocol.request(input) };
  } catch (cause) {
    // Encoders refuse what has no form on the wire; only their message names a place and a type, never the value.
    const where = cause instanceof Error && "where" in cause ? String(cause.where) : "";
    const message = where === "" || !(cause instanceof Error) ? "it cannot be written" : cause.message;
    throw new InputError(definition.name, [{ path: where, message }], { cause });
  }
}

async function validateInput<Input, Output>(
  client: Client,
  { service, name, validator = "" }: OperationDefinition<Input, Output>,
  input: Input,
  validate: "warn" | "error",
): Promise<void> {
  const { validators, hooks } = client.config;
  const module = typeof validators === "function" ? await validators() : validators;
  const parse: unknown = module?.[validator];
  if (typeof parse !== "function") {
    throw new ConfigurationError("validators", `The validators have no ${validator}: are they of another package?`);
  }
  const failures = failuresOf(parse(input));
  if (failures.length === 0) return;
  if (validate === "error") throw new InputError(name, failures);
  hooks?.inputInvalid?.({ service: service.shape, operation: name, failures });
}

function failuresOf(result: unknown): readonly InputFailure[] {
  const failures = typeof result === "object" && result !== null && "failures" in result ? result.failures : undefined;
  if (!Array.isArray(failures)) return [];
  return failures.map((failure: InputFailure) => ({ path: failure.path, message: failure.message }));
}
