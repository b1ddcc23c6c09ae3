import { isNodeArray, nodeMember, type Node } from "../shapes/node.js";
import { expectShape, type Model } from "../shapes/model.js";
import type { RootShape, Shape } from "../shapes/shape.js";
import { effectiveTrait, enumValueOf, lengthOf, patternOf, rangeOf, type Bounds } from "./traits.js";

/** What a value of a shape, or of a member with this target, must satisfy besides its type (Smithy 2.0, "Constraint traits"). */
export interface Constraints {
  readonly length: Bounds | undefined;
  readonly pattern: string | undefined;
  readonly range: { readonly min: Node | undefined; readonly max: Node | undefined } | undefined;
  readonly uniqueItems: boolean;
  readonly enumeration: Enumeration | undefined;
}

/** The values of an enum, intEnum, or string with an `enum` trait. */
export interface Enumeration {
  /** Every value that is valid. */
  readonly values: readonly (string | number)[];
  /** Those that messages show: the others are internal. */
  readonly shown: readonly (string | number)[];
}

/** The effective constraints: those of a member win over those of its target. */
export function constraintsOf(model: Model, shape: Shape): Constraints {
  const target = shape.kind === "member" ? expectShape(model, shape.target) : shape;
  return {
    length: lengthOf(model, shape),
    pattern: patternOf(model, shape),
    range: rangeOf(model, shape),
    uniqueItems: effectiveTrait(model, shape, "smithy.api#uniqueItems") !== undefined,
    enumeration: enumerationOf(model, shape, target),
  };
}

const memberConstraints = ["smithy.api#length", "smithy.api#pattern", "smithy.api#range", "smithy.api#uniqueItems"];

/** Whether a member has constraints of its own, so that its target's are not the whole truth. */
export function overridesConstraints(shape: Shape): boolean {
  return shape.kind === "member" && memberConstraints.some((trait) => shape.traits.has(trait));
}

function enumerationOf(model: Model, shape: Shape, target: RootShape): Enumeration | undefined {
  if (target.kind === "enum" || target.kind === "intEnum") {
    const members = [...target.members.values()];
    const shown = members.filter((member) => !member.traits.has("smithy.api#internal"));
    return { values: members.map(enumValueOf), shown: shown.map(enumValueOf) };
  }
  // The enum trait of IDL 1.0, which strings may still carry.
  const trait = target.kind === "string" ? effectiveTrait(model, shape, "smithy.api#enum")?.value : undefined;
  if (!isNodeArray(trait)) return undefined;
  const entries = trait.map((entry) => ({ value: nodeMember(entry, "value"), tags: nodeMember(entry, "tags") }));
  const isInternal = (tags: Node | undefined): boolean => isNodeArray(tags) && tags.includes("internal");
  return {
    values: entries.map(({ value }) => String(value)),
    shown: entries.filter(({ tags }) => !isInternal(tags)).map(({ value }) => String(value)),
  };
}
