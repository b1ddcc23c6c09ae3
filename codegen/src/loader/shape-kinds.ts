import { simpleKinds } from "../shapes/shape.js";
import type { RootKind } from "./operations.js";

const kinds: readonly RootKind[] = [
  ...simpleKinds,
  "enum",
  "intEnum",
  "list",
  "map",
  "structure",
  "union",
  "service",
  "operation",
  "resource",
];

/** The kinds of root shapes by the word that the JSON AST and the IDL use. `set`, of version 1.0, is not among them. */
export const rootKinds: ReadonlyMap<string, RootKind> = new Map(kinds.map((kind) => [kind, kind]));
