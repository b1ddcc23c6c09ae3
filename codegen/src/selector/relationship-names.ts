import { lifecycles } from "../shapes/lifecycles.js";

/** The names of relationships in selectors (Smithy 2.0, "Selectors", "Relationships"), two former ones included. */
export const relationshipNames: ReadonlySet<string> = new Set([
  ...lifecycles,
  "bound",
  "collectionOperation",
  "error",
  "identifier",
  "input",
  "instanceOperation",
  "member",
  "mixin",
  "operation",
  "output",
  "property",
  "resource",
  "trait",
]);
