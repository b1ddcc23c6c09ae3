import { loadEndpointTrait } from "../../knowledge/endpoints/endpoint-rules.js";
import type { AppliedTrait } from "../../shapes/shape.js";
import type { RuleContext } from "../rule.js";
import { knowsAws } from "./service-rules.js";

/**
 * Why no decision diagram can be made from a trait: it cannot be read, or its types do not fit ("smithy.rules#endpointBdd trait").
 * Undefined for other traits.
 */
export function endpointBddProblem(trait: AppliedTrait, context: RuleContext | undefined): string | undefined {
  if (trait.id !== "smithy.rules#endpointBdd") return undefined;
  return loadEndpointTrait(trait, knowsAws(context)).problems[0]?.message;
}
