import { findShape, type Model } from "./model.js";
import { isNodeArray, isNodeObject, type Node } from "./node.js";
import type { MemberShape, RootShape, Shape } from "./shape.js";

/** The part of a value that one member of an aggregate shape describes. */
type Parts = readonly (readonly [MemberShape, readonly Node[]])[];

/**
 * The shapes that values of traits name, by the shape that carries the trait ("idRef trait"): strings where the trait's
 * definition, or a member or shape within it, has an `@idRef`. As in Smithy, a definition that is met again inside of its
 * own value is not followed a second time, and a definition that is an ID reference itself is followed no further.
 */
export function idReferences(model: Model): ReadonlyMap<Shape, readonly Shape[]> {
  const leading = shapesThatLeadToIdRefs(model);
  const references = new Map<Shape, readonly Shape[]>();
  if (leading.size === 0) return references;
  for (const root of model.shapes.values()) {
    for (const shape of [root, ...root.members.values()]) {
      const found = new Set<Shape>();
      for (const { id, value } of shape.traits.values()) {
        const definition = model.shapes.get(id);
        if (definition !== undefined && leading.has(definition)) {
          collect({ model, leading, found, open: new Set() }, definition, [value]);
        }
      }
      if (found.size > 0) references.set(shape, [...found]);
    }
  }
  return references;
}

interface Collection {
  readonly model: Model;
  readonly leading: ReadonlySet<Shape>;
  readonly found: Set<Shape>;
  /** The shapes on the way to this one. */
  readonly open: Set<Shape>;
}

function collect(collection: Collection, shape: Shape | undefined, values: readonly Node[]): void {
  const { model, leading, found, open } = collection;
  if (shape === undefined || values.length === 0 || !leading.has(shape) || open.has(shape)) return;
  if (shape.traits.has("smithy.api#idRef")) {
    for (const value of values) {
      const named = typeof value === "string" ? findShape(model, value) : undefined;
      if (named !== undefined) found.add(named);
    }
    if (open.size === 0) return;
  }
  open.add(shape);
  if (shape.kind === "member") collect(collection, model.shapes.get(shape.target), values);
  else for (const [member, parts] of partsOf(shape, values)) collect(collection, member, parts);
  open.delete(shape);
}

function partsOf(shape: RootShape, values: readonly Node[]): Parts {
  if (shape.kind === "list") return [[shape.member, values.flatMap((value) => (isNodeArray(value) ? value : []))]];
  const objects = values.filter(isNodeObject);
  if (shape.kind === "map") {
    return [
      [shape.key, objects.flatMap((object) => Object.keys(object))],
      [shape.value, objects.flatMap((object) => Object.values(object))],
    ];
  }
  if (shape.kind !== "structure" && shape.kind !== "union") return [];
  return Array.from(shape.members.values(), (member) => [
    member,
    objects.filter((object) => Object.hasOwn(object, member.name)).map((object) => object[member.name] as Node),
  ]);
}

/** The shapes and members with an `@idRef`, and those from which members and targets lead to one. */
function shapesThatLeadToIdRefs(model: Model): ReadonlySet<Shape> {
  const sources = new Map<Shape, Shape[]>();
  const leading = new Set<Shape>();
  const link = (from: Shape, to: Shape | undefined): void => {
    if (to === undefined) return;
    const known = sources.get(to);
    if (known === undefined) sources.set(to, [from]);
    else known.push(from);
  };
  for (const root of model.shapes.values()) {
    if (root.traits.has("smithy.api#idRef")) leading.add(root);
    for (const member of root.members.values()) {
      if (member.traits.has("smithy.api#idRef")) leading.add(member);
      link(root, member);
      link(member, model.shapes.get(member.target));
    }
  }
  // The set grows while it is walked: each shape once, whatever cycle they form.
  for (const shape of leading) {
    for (const source of sources.get(shape) ?? []) leading.add(source);
  }
  return leading;
}
