// Compiled, never run: people who move between the AWS SDK and a generated client can pass values either way.
import type { BatchCheckLayerAvailabilityRequest as Theirs } from "@aws-sdk/client-ecr";
import type { BatchCheckLayerAvailabilityRequest as Ours } from "@tsmith/ecr";

/** The AWS SDK's input with the members that the model requires made non-nullable. */
type Filled<T, Required extends keyof T> = Omit<T, Required> & { [Key in Required]-?: NonNullable<T[Key]> };

/** Ours with mutable lists, as the AWS SDK declares its own. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

export const theirsFitsOurs = (input: Filled<Theirs, "repositoryName" | "layerDigests">): Ours => input;
export const oursFitsTheirs = (input: Mutable<Ours>): Theirs => input;
