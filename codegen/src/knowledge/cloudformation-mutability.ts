import type { Model } from "../shapes/model.js";
import { resolveTarget } from "../shapes/model-index.js";
import type { MemberShape } from "../shapes/shape.js";
import { stringTrait } from "./traits.js";

/** When a property of a CloudFormation resource is given or can be read. */
export type CfnMutability = "create" | "read" | "write";

const mutabilities: Readonly<Record<string, readonly CfnMutability[]>> = {
  full: ["create", "read", "write"],
  "create-and-read": ["create", "read"],
  create: ["create"],
  read: ["read"],
  write: ["write"],
};

/** What the `cfnMutability` trait of a member or its target says ("cfnMutability trait"); undefined where it says nothing. */
export function explicitMutability(model: Model, member: MemberShape): ReadonlySet<CfnMutability> | undefined {
  const trait = "aws.cloudformation#cfnMutability";
  const target = resolveTarget(model, member);
  const value = stringTrait(member, trait) ?? (target === undefined ? undefined : stringTrait(target, trait));
  if (value === undefined || !Object.hasOwn(mutabilities, value)) return undefined;
  return new Set(mutabilities[value]);
}
