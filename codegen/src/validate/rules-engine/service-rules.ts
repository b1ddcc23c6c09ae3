import type { Place } from "@tsmith/runtime/endpoints";
import { pointerOf } from "@tsmith/runtime/endpoints";
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { type EndpointRules, endpointRules } from "../../knowledge/endpoints/endpoint-rules.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { AppliedTrait, ServiceShape, Shape } from "../../shapes/shape.js";
import type { Location } from "../../source/source.js";
import type { RuleContext } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

/** A service with the rules of one of its traits. */
export interface ServiceRules {
  readonly service: ServiceShape;
  readonly rules: EndpointRules;
}

/** True when AWS's functions, built-ins and authentication schemes are known beside those of the language itself. */
export function knowsAws(context: RuleContext | undefined): boolean {
  return context?.modules.has("smithy-aws-endpoints") ?? true;
}

/** Every service with rules, once for its rule set and once for its decision diagram. Unsound rules are left out. */
export function* eachServiceRules(model: Model, context: RuleContext | undefined): Iterable<ServiceRules> {
  for (const service of modelIndex(model).ofKind("service")) {
    for (const rules of endpointRules(service, knowsAws(context))) yield { service, rules };
  }
}

/** A finding at a place in the value of a trait. */
export function findingWithin(
  severity: Severity,
  code: string,
  shape: Shape,
  message: string,
  trait: AppliedTrait,
  place: Place | string,
): Diagnostic {
  const pointer = typeof place === "string" ? place : pointerOf(place);
  return { ...shapeFinding(severity, code, shape, message, trait), location: locationWithin(trait, shape, pointer) };
}

/** Values in IDL text have no places of their own: there the trait's counts. */
function locationWithin({ location }: AppliedTrait, shape: Shape, pointer: string): Location | undefined {
  if (location === undefined) return shape.location;
  if (!("pointer" in location)) return location;
  return { source: location.source, pointer: `${location.pointer}${pointer}` };
}
