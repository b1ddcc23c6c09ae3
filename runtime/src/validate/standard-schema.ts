/**
 * The interface that libraries agree on for validators of any origin (Standard Schema, version 1): forms, RPC frameworks and
 * routers accept whatever has it.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProperties<Input, Output>;
}

export interface StandardProperties<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** Carries the types only; never set. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** Ours never needs to wait, so that the result is never a promise. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  /** Member names, map keys and list indexes from the outside in. */
  readonly path?: readonly PropertyKey[] | undefined;
}
