import type { Relationship, RelationshipKind } from "../shapes/neighbors.js";
import type { ShapeId } from "../shapes/shape-id.js";

const names: Readonly<Partial<Record<RelationshipKind, string>>> = {
  collectionOperation: "COLLECTION_OPERATION",
  container: "MEMBER_CONTAINER",
  idRef: "ID_REF",
  target: "MEMBER_TARGET",
};

const memberNames: Readonly<Record<string, string>> = {
  enum: "ENUM_MEMBER",
  intEnum: "INT_ENUM_MEMBER",
  list: "LIST_MEMBER",
  structure: "STRUCTURE_MEMBER",
  union: "UNION_MEMBER",
};

/** A relationship in the words of Smithy's messages: `MEMBER_TARGET`, `MAP_KEY`. */
export function relationshipName({ kind, from, to }: Relationship): string {
  if (kind !== "member") return names[kind] ?? kind.toUpperCase();
  if (from.kind === "map") return to?.kind === "member" && to.name === "key" ? "MAP_KEY" : "MAP_VALUE";
  return memberNames[from.kind] ?? "MEMBER";
}

/** The order in which Smithy's messages list what can refer to a structure. */
const kindOrder: readonly RelationshipKind[] = [
  "identifier",
  "property",
  "container",
  "target",
  "input",
  "output",
  "error",
  "member",
  "trait",
  "mixin",
  "idRef",
];

/** The shapes that relationships come from, by kind of relationship: `{member target: [a#S$m], mixin: [a#B, a#C]}`. */
export function describeSources(relationships: readonly Relationship[]): string {
  const sources = new Map<string, Set<ShapeId>>();
  const order = ({ kind }: Relationship): number => kindOrder.indexOf(kind);
  for (const relationship of relationships.toSorted((left, right) => order(left) - order(right))) {
    const name = relationshipName(relationship).toLowerCase().replaceAll("_", " ");
    sources.set(name, (sources.get(name) ?? new Set()).add(relationship.from.id));
  }
  return `{${[...sources].map(([name, ids]) => `${name}: [${[...ids].toSorted().join(", ")}]`).join(", ")}}`;
}
