import type { ParameterType } from "@tsmith/runtime/endpoints";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import {
  type BoundParameter,
  clientContextParameters,
  operationParameters,
} from "../../knowledge/endpoints/context-parameters.js";
import type { Model } from "../../shapes/model.js";
import type { AppliedTrait, OperationShape, ServiceShape, Shape } from "../../shapes/shape.js";
import { shapeFinding } from "../shape-finding.js";

/** The types of the parameters that traits of a service and its operations bind, by name. */
export type ModelParameters = ReadonlyMap<string, ParameterType>;

/** One finding of the rule `RuleSetParameter`. */
export function reportParameter(shape: Shape, id: string, message: string, trait?: AppliedTrait): Diagnostic {
  return shapeFinding("ERROR", `RuleSetParameter.${id}`, shape, message, trait);
}

/** The parameters that the model binds; where two traits bind one with different types, the first counts. */
export function collectModelParameters(
  model: Model,
  service: ServiceShape,
  operations: readonly OperationShape[],
): { readonly parameters: ModelParameters; readonly findings: readonly Diagnostic[] } {
  const parameters = new Map<string, ParameterType>();
  const findings: Diagnostic[] = [];
  const all = [
    clientContextParameters(service),
    ...operations.map((operation) => operationParameters(model, operation)),
  ];
  for (const parameter of all.flat()) {
    const { name, type } = parameter;
    const known = parameters.get(name);
    if (type !== undefined && (known === undefined || known === type)) parameters.set(name, type);
    else findings.push(...describeConflict(parameter));
  }
  return { parameters, findings };
}

function describeConflict({ name, type, source, shape, trait, target }: BoundParameter): readonly Diagnostic[] {
  if (type !== undefined) {
    return [reportParameter(shape, `${source}.InconsistentType`, `Inconsistent type for \`${name}\` parameter`, trait)];
  }
  // Of other traits, rules of their own say what is wrong with the value.
  if (target === undefined) return [];
  const message = `Unsupported type \`(${target.kind}: \`${target.id}\`)\` for \`${name}\` parameter`;
  return [reportParameter(shape, `${source}.UnsupportedType`, message, trait)];
}
