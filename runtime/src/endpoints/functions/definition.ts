import type { Partitions } from "../partitions.js";
import type { RuleType } from "../type.js";
import type { RulesVersion } from "../syntax.js";
import type { RuleValue } from "../value.js";

/** A function that rules may call ("Function object"). */
export interface FunctionDefinition {
  /** As rules call it, such as `aws.partition`. */
  readonly name: string;
  readonly arguments: readonly RuleType[];
  readonly returns: RuleType;
  /** The first version of the rules engine that has it; 1.0 unless given. */
  readonly since?: RulesVersion | undefined;
  /**
   * The result for arguments that were evaluated. Absent where the function is part of the language itself, so that the
   * compiler knows it: some evaluate only the arguments that they need.
   *
   * @throws EvaluationFault when an argument is of another type
   */
  readonly evaluate?: ((values: readonly RuleValue[], partitions: Partitions) => RuleValue) | undefined;
}

/** The functions that rules may call, by name. */
export type FunctionLibrary = ReadonlyMap<string, FunctionDefinition>;

/** Functions by their names. */
export function libraryOf(definitions: readonly FunctionDefinition[]): FunctionLibrary {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}
