import { isRequiredMember } from "../../knowledge/optionality.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import type { CodecContext } from "./context.js";
import { correction, defaultExpression, fillsDefault, requiresItself } from "./defaults.js";

/** How a format of text makes what stands for a missing member. */
export interface AbsentForms {
  /** Whether a list or map without items leaves no trace, so that a required one that is missing is empty. */
  readonly vanishesEmpty: boolean;
  /** An expression that reads a structure of that shape from nothing. */
  readonly structure: (id: ShapeId) => string;
  /** An expression that refuses what is read: there is no value to make. */
  readonly refusal: string;
}

/** What a missing member is, as an expression: its default; for a client also what error correction says; undefined to leave it out. */
export function absentValue(
  context: CodecContext,
  reader: "decode" | "receive",
  shape: StructureShape,
  member: MemberShape,
  forms: AbsentForms,
): string | undefined {
  if (fillsDefault(context, shape, member, reader)) return defaultExpression(context, member);
  if (!isRequiredMember(shape, member, context.options.optionality)) return undefined;
  if (reader === "decode" && !forms.vanishesEmpty) return undefined;
  const corrected = correction(context, member);
  if (corrected !== undefined) return corrected;
  const target = targetOf(context.model, member);
  if (target.kind !== "structure") return undefined;
  // A structure is corrected member by member, unless that would never end.
  return requiresItself(context, target) ? forms.refusal : forms.structure(target.id);
}
