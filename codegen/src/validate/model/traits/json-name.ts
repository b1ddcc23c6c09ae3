import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import type { RootShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

/** `JsonName`: no two members of a shape have the same name in JSON ("jsonName trait"). */
export function* jsonNameRule(model: Model): Iterable<Diagnostic> {
  const containers = new Set(
    modelIndex(model)
      .withTrait("smithy.api#jsonName")
      .map((member) => rootOf(model, member)),
  );
  for (const container of containers) if (container !== undefined) yield* checkNames(container);
}

function* checkNames(container: RootShape): Iterable<Diagnostic> {
  const byJsonName = new Map<string, string[]>();
  for (const { name, traits } of container.members.values()) {
    const value = traits.get("smithy.api#jsonName")?.value;
    const jsonName = typeof value === "string" ? value : name;
    byJsonName.set(jsonName, [...(byJsonName.get(jsonName) ?? []), name]);
  }
  for (const [jsonName, names] of byJsonName) {
    if (names.length < 2) continue;
    const list = names.toSorted().join(", ");
    const message = `This shape contains members with conflicting JSON names that resolve to '${jsonName}': ${list}`;
    yield shapeFinding("ERROR", "JsonName", container, message);
  }
}
