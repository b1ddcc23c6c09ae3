import type { Model } from "../../shapes/model.js";
import { isNodeArray, stringMember } from "../../shapes/node.js";
import { resolveTarget } from "../../shapes/model-index.js";
import type { MemberShape } from "../../shapes/shape.js";
import { enumValueOf } from "../../knowledge/traits.js";
import { tickedList } from "../ticked-list.js";

/** Why a member cannot choose among the supported values, as the end of a sentence; undefined when it can. */
export function checksumEnumProblem(
  model: Model,
  member: MemberShape | undefined,
  supported: readonly string[],
): string | undefined {
  if (member === undefined) return "that does not exist.";
  const values = enumValues(model, member);
  if (values === undefined) return "that does not resolve an `enum` trait.";
  const unsupported = values.filter((value) => !supported.includes(value));
  if (unsupported.length === 0) return undefined;
  return `with an \`enum\` trait that contains unsupported values: ${tickedList(unsupported)}`;
}

/** The values of an enum, or of a string with the trait that was before there were enums. */
function enumValues(model: Model, member: MemberShape): readonly string[] | undefined {
  const target = resolveTarget(model, member);
  const trait = member.traits.get("smithy.api#enum") ?? target?.traits.get("smithy.api#enum");
  if (trait !== undefined) {
    return isNodeArray(trait.value) ? trait.value.flatMap((definition) => stringMember(definition, "value") ?? []) : [];
  }
  return target?.kind === "enum"
    ? Array.from(target.members.values(), (value) => String(enumValueOf(value)))
    : undefined;
}
