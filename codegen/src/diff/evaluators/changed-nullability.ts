import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { isNullableForClients } from "../../knowledge/nullability.js";
import { resolveTarget } from "../../shapes/model-index.js";
import type { Model } from "../../shapes/model.js";
import { type Node, NumberToken } from "../../shapes/node.js";
import type { MemberShape } from "../../shapes/shape.js";
import {
  type Differences,
  isTraitAdded,
  isTraitInBoth,
  isTraitRemoved,
  pairOf,
  pairsOfKind,
  type ShapePair,
} from "../differences.js";
import { finding } from "../evaluator.js";
import { jsonText } from "../../shapes/node-text.js";

type MemberPair = ShapePair<MemberShape>;

/** Why the nullability of a member changed. */
interface Reason {
  readonly code: string;
  readonly severity: Severity;
  readonly text: string;
  /** Whether the container, not the member, is what changed. */
  readonly ofContainer?: boolean;
}

/**
 * `ChangedNullability.*`: clients that do not own the model could count on a member and no longer can, or the reverse
 * ("Structure member optionality", "Backward compatibility rules").
 */
export function* changedNullability(differences: Differences): Iterable<Diagnostic> {
  const { oldModel, newModel } = differences;
  const seen = new Set<string>();
  const changed = pairsOfKind(differences, "member").filter(isChanged);
  for (const pair of [...changed, ...membersOfChangedInput(differences)]) {
    const { before, after } = pair;
    const wasNullable = isNullableForClients(oldModel, before);
    if (wasNullable === isNullableForClients(newModel, after) || seen.has(`${before.id} ${after.id}`)) continue;
    seen.add(`${before.id} ${after.id}`);
    yield* explain(differences, pair, wasNullable);
  }
}

/** A list or map that has become sparse says so itself. */
function isChanged({ before, after, traits }: MemberPair): boolean {
  return before.id !== after.id || before.target !== after.target || traits.length > 0;
}

/** Members that stayed as they were, in structures that are an `@input` only now or no longer. */
function membersOfChangedInput(differences: Differences): readonly MemberPair[] {
  return pairsOfKind(differences, "structure")
    .filter((pair) => isTraitAdded(pair, "smithy.api#input") || isTraitRemoved(pair, "smithy.api#input"))
    .flatMap(({ before, after }) =>
      [...after.members.values()].flatMap((member) => {
        const old = before.members.get(member.name);
        return old === undefined ? [] : [pairOf(old, member)];
      }),
    );
}

function* explain(differences: Differences, pair: MemberPair, wasNullable: boolean): Iterable<Diagnostic> {
  const { before, after } = pair;
  const [from, to] = wasNullable ? ["nullable", "non-nullable"] : ["non-nullable", "nullable"];
  const change = `Member \`${before.name}\` changed from ${from} to ${to}`;
  const reasons = [...reasonsOfTraits(differences, pair), ...reasonsOfDefaults(pair)];
  if (reasons.length === 0) yield event("ChangedNullability", "ERROR", before, change, before.location);
  for (const { code, severity, text, ofContainer = false } of reasons) {
    const container = differences.newModel.shapes.get(after.container);
    const location = ofContainer ? container?.location : before.location;
    yield event(`ChangedNullability.${code}`, severity, before, `${change}: ${text}`, location);
  }
}

function event(
  code: string,
  severity: Severity,
  member: MemberShape,
  message: string,
  location: MemberShape["location"],
): Diagnostic {
  return finding(code, severity, member, message, location);
}

function reasonsOfTraits({ oldModel, newModel }: Differences, pair: MemberPair): readonly Reason[] {
  const { before, after } = pair;
  const wasInput = isInInput(oldModel, before);
  const isInput = isInInput(newModel, after);
  if (wasInput && !isInput) {
    const text = `The \`@input\` trait was removed from ${after.container}`;
    return [{ code: "RemovedInputTrait", severity: "ERROR", text, ofContainer: true }];
  }
  if (!wasInput && isInput) {
    const text = `The \`@input\` trait was added to ${after.container}`;
    return [{ code: "AddedInputTrait", severity: "DANGER", text, ofContainer: true }];
  }
  if (isInput) return [];
  const added = reasonOfAdded(newModel, pair);
  const isNewDefault = isTraitAdded(pair, "smithy.api#default") && !isTraitRemoved(pair, "smithy.api#required");
  const text = "The `@default` trait was added to a member that was not previously `@required`.";
  return [
    ...(added === undefined ? [] : [added]),
    ...(isNewDefault ? [{ code: "AddedDefaultTrait", severity: "ERROR" as const, text }] : []),
    ...reasonsOfRemovedRequired(newModel, pair),
  ];
}

function isInInput(model: Model, member: MemberShape): boolean {
  return model.shapes.get(member.container)?.traits.has("smithy.api#input") === true;
}

/** `@clientOptional` on a member that is required before and after, or a new `@required`. */
function reasonOfAdded(model: Model, pair: MemberPair): Reason | undefined {
  const staysRequired = isTraitInBoth(pair, "smithy.api#required");
  if (staysRequired && isTraitAdded(pair, "smithy.api#clientOptional")) {
    const text = "The `@clientOptional` trait was added to a `@required` member.";
    return { code: "AddedClientOptionalTrait", severity: "ERROR", text };
  }
  if (staysRequired && isTraitRemoved(pair, "smithy.api#clientOptional")) {
    const text = "The `@clientOptional` trait was removed from a `@required` member.";
    return { code: "RemovedClientOptionalTrait", severity: "ERROR", text };
  }
  if (!isTraitAdded(pair, "smithy.api#required") || pair.after.traits.has("smithy.api#clientOptional"))
    return undefined;
  const type = aggregateTarget(model, pair);
  if (type === undefined) {
    return { code: "AddedRequiredTrait", severity: "ERROR", text: "The `@required` trait was added to a member." };
  }
  const text = `The \`@required\` trait was added to a member that targets a ${type}. ${compatibleForSome}`;
  return { code: "AddedRequiredTrait.StructureOrUnion", severity: "WARNING", text };
}

const compatibleForSome =
  "This is backward compatible in generators that always treat structures and unions as optional (e.g., AWS generators)";

function reasonsOfRemovedRequired(model: Model, pair: MemberPair): readonly Reason[] {
  if (!isTraitRemoved(pair, "smithy.api#required") || pair.after.traits.has("smithy.api#default")) return [];
  if (pair.before.traits.has("smithy.api#clientOptional")) return [];
  const type = aggregateTarget(model, pair);
  if (type === undefined) {
    const text = "The @required trait was removed and not replaced with the @default trait and @addedDefault trait.";
    return [{ code: "RemovedRequiredTrait", severity: "ERROR", text }];
  }
  const text = `The @required trait was removed from a member that targets a ${type}. ${compatibleForSome}`;
  return [{ code: "RemovedRequiredTrait.StructureOrUnion", severity: "WARNING", text }];
}

function aggregateTarget(model: Model, { after }: MemberPair): "structure" | "union" | undefined {
  const kind = resolveTarget(model, after)?.kind;
  return kind === "structure" || kind === "union" ? kind : undefined;
}

function reasonsOfDefaults({ before, after }: MemberPair): readonly Reason[] {
  const oldValue = before.traits.get("smithy.api#default")?.value;
  const newValue = after.traits.get("smithy.api#default")?.value;
  if (oldValue === undefined || newValue === undefined || (oldValue === null) === (newValue === null)) return [];
  const code = newValue === null ? "AddedNullDefault" : "RemovedNullDefault";
  const values = `from \`${plainNode(oldValue)}\` to \`${plainNode(newValue)}\``;
  return [{ code, severity: "ERROR", text: `The \`@default\` trait was changed ${values}.` }];
}

/** A text without quotes. */
function plainNode(node: Node): string {
  return typeof node === "object" && !(node instanceof NumberToken) ? jsonText(node) : String(node);
}
