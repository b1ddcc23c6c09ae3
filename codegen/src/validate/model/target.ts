import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { findShape, isBundled, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape, Shape } from "../../shapes/shape.js";
import { nameOf, namespaceOf, type ShapeId } from "../../shapes/shape-id.js";
import { nearIds } from "./near-ids.js";

/** Every reference from one shape to another leads to a shape of the right kind. */
export function* targetRule(model: Model): Iterable<Diagnostic> {
  for (const shape of model.shapes.values()) {
    if (isBundled(model, shape.id)) continue;
    for (const member of shape.members.values()) {
      if (member.mixins.length === 0) yield* checkMember(model, shape, member);
    }
    for (const reference of referencesOf(shape)) yield* checkReference(model, shape, reference);
  }
}

interface Reference {
  readonly relationship: string;
  readonly target: ShapeId;
}

const lifecycles = ["create", "put", "read", "update", "delete", "list"] as const;

function referencesOf(shape: RootShape): readonly Reference[] {
  const to = (relationship: string, targets: Iterable<ShapeId>): readonly Reference[] =>
    [...targets].map((target) => ({ relationship, target }));
  const mixins = to("mixin", shape.mixins);
  switch (shape.kind) {
    case "service":
      return [
        ...mixins,
        ...to("operation", shape.operations),
        ...to("resource", shape.resources),
        ...to("error", shape.errors),
      ];
    case "operation":
      return [...mixins, ...to("input", [shape.input]), ...to("output", [shape.output]), ...to("error", shape.errors)];
    case "resource":
      return [
        ...mixins,
        ...to("identifier", shape.identifiers.values()),
        ...to("property", shape.properties.values()),
        ...lifecycles.flatMap((name) => to(name, shape[name] === undefined ? [] : [shape[name]])),
        ...to("operation", shape.operations),
        ...to("collection_operation", shape.collectionOperations),
        ...to("resource", shape.resources),
      ];
    default:
      return mixins;
  }
}

function* checkMember(model: Model, container: RootShape, member: MemberShape): Iterable<Diagnostic> {
  const target = findShape(model, member.target);
  if (target === undefined) {
    yield unresolved(model, member, member.target, "member shape targets an unresolved shape");
    return;
  }
  const found = describe(target);
  if (["member", "operation", "resource", "service"].includes(target.kind)) {
    yield error(member, `Members cannot target ${target.kind} shapes, but found ${found}`);
  } else if (container.kind === "map" && member.name === "key" && target.kind !== "string" && target.kind !== "enum") {
    yield error(container, `Map key member targets ${found}, but is expected to target a string`);
  }
  yield* checkTraitReference(member, target, "MEMBER_TARGET");
}

function* checkReference(model: Model, shape: RootShape, { relationship, target: id }: Reference) {
  const target = findShape(model, id);
  if (target === undefined) {
    const article = /^[aeiou]/.test(relationship) ? "an" : "a";
    const problem = `${shape.kind} shape has ${article} \`${relationship}\` relationship to an unresolved shape`;
    yield unresolved(model, shape, id, problem);
    return;
  }
  const problem = problemOfTarget(shape, relationship, target);
  if (problem !== undefined) yield error(shape, problem);
  if (relationship !== "mixin") yield* checkTraitReference(shape, target, relationship.toUpperCase());
}

const expectedKinds: Readonly<Record<string, Shape["kind"]>> = {
  operation: "operation",
  collection_operation: "operation",
  resource: "resource",
  error: "structure",
  input: "structure",
  output: "structure",
  identifier: "string",
};

function problemOfTarget(shape: RootShape, relationship: string, target: Shape): string | undefined {
  const found = describe(target);
  if (relationship === "mixin") {
    if (target.traits.has("smithy.api#mixin")) return undefined;
    return `Attempted to use ${target.id} as a mixin, but it is not marked with the mixin trait`;
  }
  if (relationship === "property") {
    if (!["member", "operation", "resource", "service"].includes(target.kind)) return undefined;
    return `Resource property targets an invalid shape, ${found}`;
  }
  const expected = expectedKinds[relationship];
  if (expected === undefined) {
    if (target.kind === "operation") return undefined;
    return `Resource ${relationship} lifecycle operation must target an operation, but found ${found}`;
  }
  if (target.kind !== expected && !(expected === "string" && target.kind === "enum")) {
    return `${shape.kind} shape \`${relationship}\` relationships must target a ${expected} shape, but found ${found}`;
  }
  return problemOfError(relationship, target);
}

function problemOfError(relationship: string, target: Shape): string | undefined {
  const isError = target.traits.has("smithy.api#error");
  if (relationship === "error" && !isError) {
    return `\`${target.id}\` cannot be bound as an error because it is not marked with the \`error\` trait.`;
  }
  if ((relationship === "input" || relationship === "output") && isError) {
    return `Operation ${relationship} targets an invalid structure \`${target.id}\` that is marked with the \`error\` trait.`;
  }
  return undefined;
}

/** Trait definitions are for traits alone. */
function* checkTraitReference(shape: Shape, target: Shape, relationship: string): Iterable<Diagnostic> {
  if (!target.traits.has("smithy.api#trait")) return;
  yield error(
    shape,
    `Found a ${relationship} reference to trait definition \`${target.id}\`. Trait definitions cannot be targeted by members or referenced by shapes in any other context other than applying them as traits.`,
  );
}

function describe(shape: Shape): string {
  return `(${shape.kind}: \`${shape.id}\`)`;
}

function error(shape: Shape, message: string): Diagnostic {
  return { code: "Target", severity: "ERROR", message, shape: shape.id, location: shape.location };
}

function unresolved(model: Model, shape: Shape, target: ShapeId, problem: string): Diagnostic {
  const near = nearIds(target, model.shapes.keys());
  const question = near.length === 0 ? "" : `. Did you mean ${near.join(", ")}?`;
  return {
    code: "Target.UnresolvedShape",
    severity: "ERROR",
    message: `${problem} \`${target}\`${question}`,
    shape: shape.id,
    location: shape.location,
    suggestion: near.length === 0 ? suggest(nameOf(target), namesInScope(model, target)) : undefined,
  };
}

/** What a file of the target's namespace may name without a namespace. */
function namesInScope(model: Model, target: ShapeId): readonly string[] {
  const namespaces = new Set([namespaceOf(target), "smithy.api"]);
  const shapes = [...model.shapes.values()].filter(({ id }) => namespaces.has(namespaceOf(id)));
  return shapes.filter(({ traits }) => !traits.has("smithy.api#private")).map(({ id }) => nameOf(id));
}
