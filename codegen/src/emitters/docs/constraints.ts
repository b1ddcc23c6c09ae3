import { enumValueOf, lengthOf, patternOf, rangeOf } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { Node } from "../../shapes/node.js";
import type { MemberShape } from "../../shapes/shape.js";

/** One line of a member's description: `Length Constraints:` and its sentences, or `Pattern:` and code. */
export interface ConstraintLine {
  readonly label: string;
  readonly value: string;
  readonly isCode: boolean;
}

/**
 * The constraints on a member's values as the reference page lists them (Smithy 2.0, "Constraint traits"). Constraints on the
 * items of a list follow those on the list; those on a map's keys and values say so in the label.
 */
export function constraintLines(model: Model, member: MemberShape): readonly ConstraintLine[] {
  const target = targetOf(model, member);
  const length = lengthOf(model, member);
  switch (target.kind) {
    case "list": {
      const unique = target.traits.has("smithy.api#uniqueItems") ? ["Each item only once."] : [];
      return [
        ...prose("Array Members", [...bounds(length, "number", "item"), ...unique]),
        ...constraintLines(model, target.member),
      ];
    }
    case "map":
      return [
        ...prose("Map Entries", bounds(length, "number", "item")),
        ...constraintLines(model, target.key).map((line) => ({ ...line, label: `Key ${line.label}` })),
        ...constraintLines(model, target.value).map((line) => ({ ...line, label: `Value ${line.label}` })),
      ];
    case "enum":
    case "intEnum": {
      const values = [...target.members.values()].map((value) => String(enumValueOf(value)));
      return [{ label: "Valid Values", value: values.join(" | "), isCode: true }];
    }
    default: {
      const pattern = patternOf(model, member);
      return [
        ...prose("Length Constraints", bounds(length, "length", undefined)),
        ...prose("Valid Range", bounds(rangeOf(model, member), "value", undefined)),
        ...(pattern === undefined ? [] : [{ label: "Pattern", value: withoutAnchors(pattern), isCode: true }]),
      ];
    }
  }
}

function prose(label: string, sentences: readonly string[]): readonly ConstraintLine[] {
  return sentences.length === 0 ? [] : [{ label, value: sentences.join(" "), isCode: false }];
}

function bounds(
  limits: { readonly min: Node | undefined; readonly max: Node | undefined } | undefined,
  measure: string,
  unit: string | undefined,
): readonly string[] {
  const min = limits?.min?.toString();
  const max = limits?.max?.toString();
  const units = (count: string): string => (unit === undefined ? "" : ` ${unit}${count === "1" ? "" : "s"}`);
  if (min !== undefined && min === max) return [`Fixed ${measure} of ${min}${units(min)}.`];
  return [
    ...(min === undefined ? [] : [`Minimum ${measure} of ${min}${units(min)}.`]),
    ...(max === undefined ? [] : [`Maximum ${measure} of ${max}${units(max)}.`]),
  ];
}

/**
 * The pattern without the `^` and `$` around it, as reference pages print it: their patterns hold for the whole value. One whose
 * anchors hold for a single alternative, as in `^a|b$`, stays as it is.
 */
export function withoutAnchors(pattern: string): string {
  if (!pattern.startsWith("^") || !pattern.endsWith("$")) return pattern;
  let depth = 0;
  let inClass = false;
  for (let index = 1; index < pattern.length - 1; index += 1) {
    const character = pattern[index];
    if (character === "\\") {
      index += 1;
      // The final `$` is a character, not an anchor.
      if (index === pattern.length - 1) return pattern;
    } else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "|" && depth === 0) return pattern;
  }
  return pattern.slice(1, -1);
}
