import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { MemberShape, RootShape, Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import type { Differences, TraitChange } from "../differences.js";
import { finding } from "../evaluator.js";
import { quotedNode } from "../show-node.js";
import { definitionOf } from "../trait-definition.js";

type ChangeKind = "add" | "remove" | "update";

/** What to say of one kind of change. `contents`: look into the value, at the tags of the members there. */
type Strategy = { readonly kind: ChangeKind | "const"; readonly severity: Severity } | { readonly kind: "contents" };

/** For traits whose definition says nothing of changes. */
const defaultStrategies: readonly Strategy[] = [
  { kind: "add", severity: "NOTE" },
  { kind: "update", severity: "NOTE" },
  { kind: "remove", severity: "WARNING" },
];

/** For traits that are not defined. */
const strategiesOfUnknown: readonly Strategy[] = [{ kind: "const", severity: "WARNING" }];

/** Their changes are judged by evaluators of their own, or mean nothing. */
const ignoredTraits: ReadonlySet<ShapeId> = new Set(["smithy.api#box", "smithy.api#required"]);

/**
 * `ModifiedTrait.Add.TRAIT`, `ModifiedTrait.Remove.TRAIT`, `ModifiedTrait.Update.TRAIT`: a trait was added, removed or changed,
 * as severe as the `diff.*` tags of its definition say.
 */
export function* modifiedTrait(differences: Differences): Iterable<Diagnostic> {
  const strategies = new Map<ShapeId, readonly Strategy[]>();
  for (const { after, traits } of differences.pairs) {
    for (const change of traits) {
      if (ignoredTraits.has(change.id)) continue;
      let known = strategies.get(change.id);
      if (known === undefined) {
        known = strategiesOfTrait(definitionOf(differences, change.id));
        strategies.set(change.id, known);
      }
      for (const strategy of known) yield* applyStrategy(differences, after, change, strategy);
    }
  }
}

function strategiesOfTrait(definition: RootShape | undefined): readonly Strategy[] {
  if (definition === undefined) return strategiesOfUnknown;
  const tagged = strategiesOfTags(definition);
  if (tagged.length > 0) return tagged;
  // What the definition calls a breaking change is reported as one.
  const breaking = nodeMember(definition.traits.get("smithy.api#trait")?.value, "breakingChanges");
  return isNodeArray(breaking) && breaking.length > 0 ? [] : defaultStrategies;
}

/** `diff.error.const`, `diff.danger.add`, `diff.warning.remove`, `diff.contents`, … among the tags of a shape. */
function strategiesOfTags(shape: Shape): readonly Strategy[] {
  const tags = shape.traits.get("smithy.api#tags")?.value;
  if (!isNodeArray(tags)) return [];
  return tags.flatMap((tag): readonly Strategy[] => {
    if (tag === "diff.contents") return [{ kind: "contents" }];
    const match =
      typeof tag === "string" ? /^diff\.(error|danger|warning)\.(add|remove|update|const)$/.exec(tag) : null;
    if (match === null) return [];
    return [{ kind: match[2] as ChangeKind | "const", severity: match[1]?.toUpperCase() as Severity }];
  });
}

/** A value in a trait before and after: undefined where there is none. */
interface ValueChange {
  readonly path: string;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

function* applyStrategy(
  differences: Differences,
  shape: Shape,
  { id, before, after }: TraitChange,
  strategy: Strategy,
): Iterable<Diagnostic> {
  const value: ValueChange = { path: "", before: before?.value, after: after?.value };
  if (strategy.kind !== "contents") {
    yield* compareValues(shape, id, value, strategy.kind, strategy.severity, after?.location ?? before?.location);
    return;
  }
  const definition = definitionOf(differences, id);
  if (definition === undefined || before === undefined || after === undefined) return;
  yield* compareContents(differences, shape, id, definition, value);
}

function* compareValues(
  shape: Shape,
  trait: ShapeId,
  { path, before, after }: ValueChange,
  kind: ChangeKind | "const",
  severity: Severity,
  location = shape.location,
): Iterable<Diagnostic> {
  const found = changeKind(before, after);
  if (found === undefined || (kind !== "const" && kind !== found)) return;
  const code = `ModifiedTrait.${found.charAt(0).toUpperCase()}${found.slice(1)}.${trait}`;
  yield finding(code, severity, shape, describe(found, trait, path, before ?? null, after ?? null), location);
}

function changeKind(before: Node | undefined, after: Node | undefined): ChangeKind | undefined {
  if (before === undefined) return after === undefined ? undefined : "add";
  if (after === undefined) return "remove";
  return equalNodes(before, after) ? undefined : "update";
}

function describe(kind: ChangeKind, trait: ShapeId, path: string, before: Node, after: Node): string {
  const name = `\`${trait}\``;
  const place = `at path \`${path}\``;
  switch (kind) {
    case "add":
      if (path === "") return `Added trait ${name} with value ${quotedNode(after)}`;
      return `Added trait contents to ${name} ${place} with value ${quotedNode(after)}`;
    case "remove":
      if (path === "") return `Removed trait ${name}. Previous trait value: ${quotedNode(before)}`;
      return `Removed trait contents from ${name} ${place}. Removed value: ${quotedNode(before)}`;
    case "update": {
      const values = `from ${quotedNode(before)} to ${quotedNode(after)}`;
      return path === "" ? `Changed trait ${name} ${values}` : `Changed trait contents of ${name} ${place} ${values}`;
    }
  }
}

/** Values and shapes go down together; a value is finite, so that recursive shapes end too. */
function* compareContents(
  differences: Differences,
  shape: Shape,
  trait: ShapeId,
  current: RootShape,
  value: ValueChange,
): Iterable<Diagnostic> {
  for (const [member, inner] of valuesBelow(current, value)) {
    for (const strategy of strategiesOfTags(member)) {
      if (strategy.kind !== "contents") yield* compareValues(shape, trait, inner, strategy.kind, strategy.severity);
    }
    const target = definitionOf(differences, member.target);
    if (target !== undefined) yield* compareContents(differences, shape, trait, target, inner);
  }
}

function* valuesBelow(
  shape: RootShape,
  { path, before, after }: ValueChange,
): Iterable<readonly [MemberShape, ValueChange]> {
  if (shape.kind === "list" && isNodeArray(before) && isNodeArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      yield [shape.member, { path: `${path}/${index}`, before: before[index], after: after[index] }];
    }
  } else if (isNodeObject(before) && isNodeObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of shape.kind === "map" ? keys : shape.members.keys()) {
      const member = shape.kind === "map" ? shape.value : shape.members.get(key);
      if (member === undefined || !keys.has(key)) continue;
      yield [member, { path: `${path}/${key}`, before: nodeMember(before, key), after: nodeMember(after, key) }];
    }
  }
}
