import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, isNodeObject, type Node, nodeKind, nodeMember } from "../../shapes/node.js";
import { shapeFinding } from "../shape-finding.js";

const traitId = "smithy.rules#staticContextParams";

/** `StaticContextParamsTrait`: values are strings, booleans or lists of strings ("smithy.rules#staticContextParams trait"). */
export function* staticContextParamsTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).withTrait(traitId)) {
    const definitions = operation.traits.get(traitId)?.value;
    if (!isNodeObject(definitions)) continue;
    for (const [name, definition] of Object.entries(definitions)) {
      const value = nodeMember(definition, "value");
      if (value === undefined || isSupported(value)) continue;
      const message =
        `The operation \`${operation.id}\` is marked with \`${traitId}\` which contains a key \`${name}\` with an ` +
        `unsupported document type value \`${nodeKind(value)}\`.`;
      yield shapeFinding("ERROR", "StaticContextParamsTrait", operation, message);
    }
  }
}

function isSupported(value: Node): boolean {
  if (isNodeArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "boolean";
}
