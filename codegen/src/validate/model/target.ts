import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { neighborGraph, type Relationship } from "../../shapes/neighbors.js";
import type { Shape } from "../../shapes/shape.js";
import { nameOf, namespaceOf, type ShapeId } from "../../shapes/shape-id.js";
import { relationshipName } from "../relationship-name.js";
import { shapeFinding } from "../shape-finding.js";
import { deprecatedTarget } from "./deprecated-target.js";
import { nearIds } from "./near-ids.js";

const code = "Target";

/**
 * `Target`, `Target.UnresolvedShape`, `DeprecatedShape.<id>`: every reference from one shape to another leads to a shape of
 * the right kind ("Shapes", "Service types").
 */
export function* targetRule(model: Model): Iterable<Diagnostic> {
  const { from } = neighborGraph(model);
  for (const shape of modelIndex(model).shapes) {
    for (const relationship of from(shape)) yield* checkRelationship(model, relationship);
  }
}

function* checkRelationship(model: Model, relationship: Relationship): Iterable<Diagnostic> {
  const { from, to } = relationship;
  if (to === undefined) {
    yield unresolved(model, relationship);
    return;
  }
  if (relationship.kind === "container") return;
  const forbidden = problemOfDefinition(relationship, to);
  if (forbidden !== undefined) {
    yield shapeFinding("ERROR", code, from, forbidden);
    return;
  }
  const deprecated = deprecatedTarget(relationship);
  if (deprecated !== undefined) yield deprecated;
  const problem = problemOfTarget(model, relationship, to);
  if (problem !== undefined) yield shapeFinding("ERROR", code, from, problem);
}

/** Trait definitions are for traits alone, and mixins for mixing in. */
function problemOfDefinition(relationship: Relationship, to: Shape): string | undefined {
  if (relationship.kind === "mixin") return undefined;
  const { id } = relationship;
  const name = relationshipName(relationship);
  if (to.traits.has("smithy.api#trait")) {
    return `Found a ${name} reference to trait definition \`${id}\`. Trait definitions cannot be targeted by members or referenced by shapes in any other context other than applying them as traits.`;
  }
  if (to.kind === "member" || !to.traits.has("smithy.api#mixin")) return undefined;
  return `Illegal ${name} reference to mixin \`${id}\`; shapes marked with the mixin trait can only be referenced to apply them as a mixin.`;
}

const kindOfTarget = {
  resource: "resource",
  operation: "operation",
  input: "structure",
  output: "structure",
  error: "structure",
} as const;

/** Smithy does not look at what `put` and `collectionOperations` of a resource lead to. */
function problemOfTarget(model: Model, { kind, from }: Relationship, to: Shape): string | undefined {
  switch (kind) {
    case "target":
    case "property":
      if (!["member", "operation", "resource", "service"].includes(to.kind)) return undefined;
      return `Members cannot target ${to.kind} shapes, but found ${describe(to)}`;
    case "member":
      return from.kind === "map" && to === from.key ? problemOfKey(model, from.key.target) : undefined;
    case "resource":
    case "operation":
    case "input":
    case "output":
    case "error": {
      const expected = kindOfTarget[kind];
      return to.kind === expected ? problemOfError(kind, to) : badKind(from, kind, expected, to);
    }
    case "identifier":
      return to.kind === "string" || to.kind === "enum" ? undefined : badKind(from, kind, "string", to);
    case "create":
    case "read":
    case "update":
    case "delete":
    case "list":
      if (to.kind === "operation") return undefined;
      return `Resource ${kind} lifecycle operation must target an operation, but found ${describe(to)}`;
    case "mixin":
      if (to.traits.has("smithy.api#mixin")) return undefined;
      return `Attempted to use ${to.id} as a mixin, but it is not marked with the mixin trait`;
    default:
      return undefined;
  }
}

function problemOfKey(model: Model, id: ShapeId): string | undefined {
  const target = model.shapes.get(id);
  if (target === undefined || target.kind === "string" || target.kind === "enum") return undefined;
  return `Map key member targets ${describe(target)}, but is expected to target a string`;
}

function problemOfError(kind: Relationship["kind"], target: Shape): string | undefined {
  const isError = target.traits.has("smithy.api#error");
  if (kind === "error" && !isError) {
    return `\`${target.id}\` cannot be bound as an error because it is not marked with the \`error\` trait.`;
  }
  if ((kind === "input" || kind === "output") && isError) {
    return `Operation ${kind} targets an invalid structure \`${target.id}\` that is marked with the \`error\` trait.`;
  }
  return undefined;
}

function badKind(from: Shape, kind: Relationship["kind"], expected: string, to: Shape): string {
  return `${from.kind} shape \`${kind}\` relationships must target a ${expected} shape, but found ${describe(to)}`;
}

function describe(shape: Shape): string {
  return `(${shape.kind}: \`${shape.id}\`)`;
}

function unresolved(model: Model, relationship: Relationship): Diagnostic {
  const { kind, from, id } = relationship;
  const name = relationshipName(relationship);
  const article = /^[AEIOU]/.test(name) ? "an" : "a";
  const problem =
    kind === "target"
      ? "member shape targets an unresolved shape"
      : `${from.kind} shape has ${article} \`${name.toLowerCase()}\` relationship to an unresolved shape`;
  const near = nearIds(id, allIds(model));
  const question = near.length === 0 ? "" : `. Did you mean ${near.join(", ")}?`;
  const suggestion = near.length === 0 ? suggest(nameOf(id), namesInScope(model, id)) : undefined;
  return { ...shapeFinding("ERROR", `${code}.UnresolvedShape`, from, `${problem} \`${id}\`${question}`), suggestion };
}

function* allIds(model: Model): Iterable<ShapeId> {
  for (const shape of model.shapes.values()) {
    yield shape.id;
    for (const { id } of shape.members.values()) yield id;
  }
}

/** What a file of the target's namespace may name without a namespace. */
function namesInScope(model: Model, target: ShapeId): readonly string[] {
  const namespaces = new Set([namespaceOf(target), "smithy.api"]);
  const shapes = [...model.shapes.values()].filter(({ id }) => namespaces.has(namespaceOf(id)));
  return shapes.filter(({ traits }) => !traits.has("smithy.api#private")).map(({ id }) => nameOf(id));
}
