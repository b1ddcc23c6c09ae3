import { nodeMember, stringMember } from "../shapes/node.js";
import type { AppliedTrait, ResourceShape } from "../shapes/shape.js";

/** The `aws.api#arn` trait of a resource. */
export interface ArnTrait {
  readonly applied: AppliedTrait;
  readonly template: string;
  /** What stands in braces in the template. */
  readonly labels: readonly string[];
  /** Whether the template is a whole ARN, not only the part after the account. */
  readonly absolute: boolean;
  readonly resourceDelimiter: string | undefined;
}

/** What the `aws.api#arn` trait says of a resource ("arn trait"); undefined for a resource without a template. */
export function arnTraitOf(resource: ResourceShape): ArnTrait | undefined {
  const applied = resource.traits.get("aws.api#arn");
  const template = stringMember(applied?.value, "template");
  if (applied === undefined || template === undefined) return undefined;
  return {
    applied,
    template,
    labels: Array.from(template.matchAll(/\{([^}]+)\}/g), (match) => match[1] ?? ""),
    absolute: nodeMember(applied.value, "absolute") === true,
    resourceDelimiter: stringMember(applied.value, "resourceDelimiter"),
  };
}
