import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeObject, type Node } from "../../shapes/node.js";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";
import { checkNode } from "../node/check-node.js";
import type { NodeFinding } from "../node/node-check.js";
import { nodeFinding } from "../node-finding.js";
import { traitName } from "../trait-name.js";

/** `TraitValue`, `TraitValue.…`: the value of every trait fits the trait's shape ("Trait values"). */
export function* traitValueRule(model: Model): Iterable<Diagnostic> {
  // A trait that mixins bring to many shapes is checked once.
  const known = new Map<AppliedTrait, readonly NodeFinding[]>();
  for (const shape of modelIndex(model).shapes) {
    for (const trait of shape.traits.values()) {
      let findings = known.get(trait);
      if (findings === undefined) {
        findings = findingsOf(model, trait);
        known.set(trait, findings);
      }
      for (const finding of findings) yield traitFinding(shape, trait, finding);
    }
  }
}

/** Nothing for a trait that no file defines. */
function findingsOf(model: Model, trait: AppliedTrait): readonly NodeFinding[] {
  const definition = model.shapes.get(trait.id);
  return definition === undefined ? [] : checkNode(model, definition, writtenValue(trait));
}

/** Smithy makes a trait's value anew from what it read of it, which for mixins leaves out what it does not know. */
function writtenValue({ id, value }: AppliedTrait): Node {
  if (id !== "smithy.api#mixin" || !isNodeObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name === "localTraits"));
}

function traitFinding(shape: Shape, trait: AppliedTrait, finding: NodeFinding): Diagnostic {
  return nodeFinding("TraitValue", shape, `Error validating trait \`${traitName(trait.id)}\``, finding, trait);
}
