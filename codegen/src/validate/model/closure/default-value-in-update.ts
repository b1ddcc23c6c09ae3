import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { nameOf, type ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

/** `DefaultValueInUpdate`: an update can tell a member that was left out from one that has its default ("default trait"). */
export function* defaultValueInUpdateRule(model: Model): Iterable<Diagnostic> {
  const index = modelIndex(model);
  const updates = new Set<ShapeId | undefined>(index.ofKind("resource").map(({ update }) => update));
  for (const operation of index.ofKind("operation")) {
    if (!updates.has(operation.id) && !/^(?:update|patch)/i.test(nameOf(operation.id))) continue;
    const members = [...(model.shapes.get(operation.input)?.members.values() ?? [])];
    const defaulted = members.filter(({ traits }) => traits.has("smithy.api#default")).map(({ name }) => name);
    if (defaulted.length === 0) continue;
    const message = `This update style operation has top-level input members marked with the @default trait. It will be impossible to tell if the member was omitted or explicitly provided. Affected members: [${defaulted.toSorted().join(", ")}]`;
    yield shapeFinding("WARNING", "DefaultValueInUpdate", operation, message);
  }
}
