import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { awsReaders } from "./aws-readers.js";
import { mappedReaders } from "./mapped-readers.js";
import { moduleReaders } from "./module-readers.js";
import { preludeReaders } from "./prelude-readers.js";
import type { Reader } from "./reader.js";

/** How Smithy reads the value of a bundled trait; undefined for one whose value it takes as it is. */
export function readerOf(trait: ShapeId): Reader | undefined {
  if (trait.startsWith("smithy.api#")) return preludeReaders.get(nameOf(trait));
  return awsReaders.get(trait) ?? moduleReaders.get(trait) ?? mappedReaders.get(trait);
}
