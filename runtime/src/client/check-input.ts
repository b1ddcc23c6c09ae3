import { ConfigurationError, InputError, type InputFailure } from "./client-errors.js";

/** What an input check is told of the operation. */
export interface CheckedOperation {
  /** The shape ID of the service. */
  readonly service: string;
  /** The operation's name in the model. */
  readonly operation: string;
  /** The name of the validators' function for the input; undefined when there is nothing to check. */
  readonly validator: string | undefined;
}

/** Looks at an input before it is sent; throws when it must not be. */
export type InputCheck = (operation: CheckedOperation, input: unknown) => void | Promise<void>;

/** The exports of a generated package's `./validators`. */
export type ValidatorModule = Readonly<Record<string, unknown>>;

/** An input that breaks constraints of the model. */
export interface InputInvalid {
  readonly service: string;
  readonly operation: string;
  /** Where and why, without the values. */
  readonly failures: readonly InputFailure[];
}

/**
 * A check of the constraints that the model puts on inputs.
 *
 * @param validators the generated package's `./validators`, or a function that imports them when the first input is checked
 * @param report told of an input that breaks constraints and is sent nevertheless; without it, such an input is an `InputError`
 */
export function checkInput(
  validators: ValidatorModule | (() => Promise<ValidatorModule>),
  report?: (invalid: InputInvalid) => void,
): InputCheck {
  return async ({ service, operation, validator }, input) => {
    if (validator === undefined) return;
    const module = typeof validators === "function" ? await validators() : validators;
    const parse = module[validator];
    if (typeof parse !== "function") {
      throw new ConfigurationError("inputCheck", `The validators have no ${validator}: are they of another package?`);
    }
    const { failures: found = [] } = parse(input) as { readonly failures?: readonly InputFailure[] };
    if (found.length === 0) return;
    const failures = found.map(({ path, message }) => ({ path, message }));
    if (report === undefined) throw new InputError(operation, failures);
    report({ service, operation, failures });
  };
}
