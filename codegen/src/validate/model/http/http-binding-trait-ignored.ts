import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { neighborGraph, type Relationship } from "../../../shapes/neighbors.js";
import type { AppliedTrait, MemberShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { describeSources } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";
import { traitName } from "../../trait-name.js";

/** Where a binding trait has an effect: at the top level of an operation's input, output or errors. */
type Scope = "Input" | "Output" | "TopLevel";

const scopes: readonly (readonly [trait: ShapeId, scope: Scope])[] = [
  ["smithy.api#httpLabel", "Input"],
  ["smithy.api#httpQueryParams", "Input"],
  ["smithy.api#httpQuery", "Input"],
  ["smithy.api#httpResponseCode", "Output"],
  ["smithy.api#httpHeader", "TopLevel"],
  ["smithy.api#httpPayload", "TopLevel"],
  ["smithy.api#httpPrefixHeaders", "TopLevel"],
];

const effective: Readonly<Record<Scope, readonly string[]>> = {
  Input: ["input"],
  Output: ["output"],
  TopLevel: ["input", "output", "error"],
};

/**
 * `HttpBindingTraitIgnored.Input`, `.Output` and `.TopLevel`: a member is bound to a part of an HTTP message where that has no effect
 * ("HTTP binding traits"). What a mixin says counts where it is mixed in.
 */
export function* httpBindingTraitIgnoredRule(model: Model): Iterable<Diagnostic> {
  const index = modelIndex(model);
  const checked = new Set<ShapeId>();
  const uses = new Map<ShapeId, readonly Relationship[]>();
  for (const [id, scope] of scopes) {
    for (const member of index.withTrait(id)) {
      const trait = member.traits.get(id);
      if (member.kind !== "member" || trait === undefined || checked.has(member.id)) continue;
      checked.add(member.id);
      const used = uses.get(member.container) ?? usesOf(model, member.container);
      uses.set(member.container, used);
      yield* checkMember(member, used, trait, scope);
    }
  }
}

/** What refers to a structure; nothing for a mixin and for what is no structure. */
function usesOf(model: Model, id: ShapeId): readonly Relationship[] {
  const container = model.shapes.get(id);
  if (container?.kind !== "structure" || container.traits.has("smithy.api#mixin")) return [];
  const graph = neighborGraph(model);
  return graph.to(id).filter(({ kind }) => kind !== "container");
}

function* checkMember(
  member: MemberShape,
  uses: readonly Relationship[],
  trait: AppliedTrait,
  scope: Scope,
): Iterable<Diagnostic> {
  const ignored = uses.filter(({ kind }) => !effective[scope].includes(kind));
  if (ignored.length === 0) return;
  const mixedIn = member.mixins.length === 0 ? "" : " mixed in";
  const message = `The \`${traitName(trait.id)}\` trait applied to this${mixedIn} member is ${describeContexts(uses, ignored)}`;
  yield shapeFinding("WARNING", `HttpBindingTraitIgnored.${scope}`, member, message, trait);
}

/** As in Smithy's implementation, "all" compares the number of uses with the number of kinds of uses without effect. */
function describeContexts(uses: readonly Relationship[], ignored: readonly Relationship[]): string {
  const kinds = new Set(ignored.map(({ kind }) => kind));
  return uses.length === kinds.size
    ? "ignored in all contexts."
    : `ignored in some contexts: ${describeSources(ignored)}`;
}
