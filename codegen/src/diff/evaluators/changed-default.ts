import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isZeroValue } from "../../knowledge/nullability.js";
import { resolveTarget } from "../../shapes/model-index.js";
import type { Model } from "../../shapes/model.js";
import type { AppliedTrait, MemberShape, Shape } from "../../shapes/shape.js";
import { type Differences, type ShapePair, traitChange } from "../differences.js";
import { finding } from "../evaluator.js";
import { jsonText } from "../../shapes/node-text.js";

/** `ChangedDefault`: a default value was added, removed or changed ("default trait", "addedDefault trait"). */
export function* changedDefault({ pairs, newModel }: Differences): Iterable<Diagnostic> {
  for (const pair of pairs) {
    const change = traitChange(pair, "smithy.api#default");
    if (change === undefined) continue;
    const { before, after } = change;
    if (before === undefined && after !== undefined) yield* checkAdded(pair, after);
    else if (before !== undefined && after === undefined) yield* checkRemoved(newModel, pair, before);
    else if (before !== undefined && after !== undefined) yield checkChanged(newModel, pair, before, after);
  }
}

function event(severity: "ERROR" | "DANGER", shape: Shape, message: string, trait?: AppliedTrait): Diagnostic {
  return finding("ChangedDefault", severity, shape, message, trait?.location ?? shape.location);
}

function* checkAdded({ after: shape }: ShapePair, trait: AppliedTrait): Iterable<Diagnostic> {
  const added = `Added @default: ${jsonText(trait.value)}`;
  if (shape.kind !== "member") {
    const message = `Adding the @default trait to a root-level shape will break previously generated code. ${added}`;
    yield event("ERROR", shape, message, trait);
  } else if (!shape.traits.has("smithy.api#addedDefault") && trait.value !== null) {
    const message = `Adding the @default trait to a member without also adding the @addedDefault trait will break previously generated code. ${added}`;
    yield event("ERROR", shape, message, trait);
  }
}

function* checkRemoved(model: Model, { after: shape }: ShapePair, trait: AppliedTrait): Iterable<Diagnostic> {
  // No default is what null says too, unless the target has one.
  if (shape.kind === "member" && trait.value === null) {
    const target = resolveTarget(model, shape)?.traits.get("smithy.api#default")?.value;
    if (target === undefined || target === null) return;
  }
  yield event("ERROR", shape, "@default trait was removed. This will break previously generated code.");
}

function checkChanged(
  model: Model,
  { after: shape }: ShapePair,
  before: AppliedTrait,
  after: AppliedTrait,
): Diagnostic {
  if (shape.kind === "member") return checkMember(model, shape, before, after);
  const values = `Old value: ${jsonText(before.value)}. New value: ${jsonText(after.value)}`;
  const message = `Changing the @default value of a root-level shape will break previously generated code. ${values}`;
  return event("ERROR", shape, message, after);
}

function checkMember(model: Model, member: MemberShape, before: AppliedTrait, after: AppliedTrait): Diagnostic {
  const kind = resolveTarget(model, member)?.kind;
  const wasZero = isZeroValue(before.value, kind);
  const isZero = isZeroValue(after.value, kind);
  const oldValue = jsonText(before.value);
  const newValue = jsonText(after.value);
  if (wasZero === isZero) {
    const message = `Changing the @default value of a member is dangerous and could break previously generated code or lead to subtle errors. Do this only when strictly necessary. Old value: ${oldValue}. New value: ${newValue}`;
    return event("DANGER", member, message, after);
  }
  const change = wasZero
    ? `the zero value of the target shape, \`${oldValue}\`, to a value that is not the zero value, \`${newValue}\``
    : `something other than the zero value of the target shape, \`${oldValue}\`, to the zero value, \`${newValue}\``;
  const message = `The @default trait of this member changed from ${change}. This will break previously generated code.`;
  return event("ERROR", member, message, after);
}
