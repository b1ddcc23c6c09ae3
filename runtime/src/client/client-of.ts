import { checkInput, type InputInvalid, type ValidatorModule } from "./check-input.js";
import { Client } from "./client.js";
import type { ClientConfig } from "./config.js";
import type { ClientHooks } from "./hooks.js";
import { observe } from "./observe.js";

/** The configuration of a generated client class. */
export interface ServiceClientConfig extends ClientConfig {
  readonly hooks?: (ClientHooks & { inputInvalid?(event: InputInvalid): void }) | undefined;
  /**
   * Whether constraints of the model are checked before sending. Types and required members always are; the service checks the rest
   * itself. `"warn"` tells the hook `inputInvalid`, or else the console; `"error"` throws an `InputError`.
   */
  readonly validate?: "off" | "warn" | "error" | undefined;
}

/** The client itself, or a new one with what the configuration asks for. Generated code calls it. */
export function clientOf(config: ServiceClientConfig | Client, validators: () => Promise<ValidatorModule>): Client {
  if (config instanceof Client) return config;
  const { hooks, validate = "off" } = config;
  const report = (invalid: InputInvalid): void => (hooks?.inputInvalid ?? warn)(invalid);
  return new Client({
    ...(hooks === undefined ? {} : { observer: observe(hooks) }),
    ...(validate === "off" ? {} : { inputCheck: checkInput(validators, validate === "warn" ? report : undefined) }),
    ...config,
  });
}

function warn({ operation, failures }: InputInvalid): void {
  console.warn(`The input of ${operation} breaks the model: ${failures.map(({ message }) => message).join("; ")}`);
}
