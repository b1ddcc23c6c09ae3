import type { Node } from "../../shapes/node.js";
import type { ProjectionStep } from "../../transform/projection/apply-projection.js";
import type { JsonReader } from "./json-reader.js";

/** What a projection does to the model before its plugins see it. */
export interface ProjectionTransforms {
  readonly steps: readonly ProjectionStep[];
  /** The transforms of all projections of the file, since one can apply those of another. */
  readonly projections: ReadonlyMap<string, readonly ProjectionStep[]>;
}

/** Reads `transforms` of a projection (Smithy guides, "smithy-build.json", "Transforms"). Their arguments are checked when they run. */
export function readTransforms(reader: JsonReader | undefined): readonly ProjectionStep[] {
  return (reader?.items("an array of objects") ?? []).flatMap((item) => {
    const settings = item.settings(["name", "args"]);
    const name = settings.get("name");
    if (name === undefined) item.missing("name");
    const text = name?.string();
    if (text === undefined) return [];
    // What was read from JSON without loss of numbers is a node.
    return [{ name: text, args: settings.get("args")?.value as Node | undefined, location: item.location }];
  });
}

/** The same text for the same transforms, wherever they stand in the file. */
export function describeTransforms({ steps, projections }: ProjectionTransforms): string {
  const plain = (list: readonly ProjectionStep[]) => list.map(({ name, args }) => [name, args]);
  const named = [...projections].map(([name, list]) => [name, plain(list)]);
  // Only `apply` looks at other projections.
  return JSON.stringify([plain(steps), steps.some(({ name }) => name === "apply") ? named : []]);
}
