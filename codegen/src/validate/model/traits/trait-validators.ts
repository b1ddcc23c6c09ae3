import { type Diagnostic, severities, type Severity } from "../../../diagnostics/diagnostic.js";
import { traitDefinitions } from "../../../knowledge/trait-definitions.js";
import { selectorIn } from "../../../selector/model-selectors.js";
import { evaluate } from "../../../selector/select.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { isNodeObject, type Node, nodeMember } from "../../../shapes/node.js";
import type { AppliedTrait, RootShape, Shape } from "../../../shapes/shape.js";
import { isNamespace } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

const id = "smithy.api#traitValidators";

/**
 * `TraitValidators`, and the event IDs that trait definitions choose: what the validators of a trait select, beginning with a
 * shape that carries the trait, is incompatible with it ("traitValidators trait"). Their keys must look like event IDs.
 */
export function* traitValidatorsRule(model: Model): Iterable<Diagnostic> {
  for (const definition of traitDefinitions(model)) {
    const trait = definition.traits.get(id);
    if (trait === undefined || !isNodeObject(trait.value)) continue;
    const problems = checkKeys(definition, trait, Object.keys(trait.value));
    yield* problems;
    const carriers = modelIndex(model).withTrait(definition.id);
    if (problems.length > 0 || carriers.length === 0) continue;
    const validators = Object.entries(trait.value);
    for (const shape of carriers) {
      for (const [code, validator] of validators) yield* runValidator(model, definition, shape, code, validator);
    }
  }
}

function checkKeys(definition: RootShape, trait: AppliedTrait, keys: readonly string[]): readonly Diagnostic[] {
  return keys
    .filter((key) => !isNamespace(key))
    .map((key) => {
      const message = `\`${id}\` key is not a valid event ID: \`${key}\``;
      return shapeFinding("ERROR", "TraitValidators", definition, message, trait);
    });
}

function* runValidator(
  model: Model,
  definition: RootShape,
  carrier: Shape,
  code: string,
  validator: Node,
): Iterable<Diagnostic> {
  const text = nodeMember(validator, "selector");
  const selector = typeof text === "string" ? selectorIn(model, text).selector : undefined;
  if (selector === undefined) return;
  const { shapes, problem } = evaluate(model, selector, [carrier]);
  if (problem !== undefined) {
    const trait = definition.traits.get(id);
    yield shapeFinding("ERROR", "TraitValidators", definition, `The selector of \`${code}\` fails: ${problem}`, trait);
    return;
  }
  const suffix = nodeMember(validator, "message");
  const where = `the constraints of the \`${definition.id}\` trait attached to \`${carrier.id}\``;
  const found = `Found an incompatible shape when validating ${where}`;
  const message = typeof suffix === "string" ? `${found}: ${suffix}` : found;
  const suggestion = `Change the shape, or remove the trait \`${definition.id}\` from \`${carrier.id}\`.`;
  for (const shape of shapes) yield { ...shapeFinding(severityOf(validator), code, shape, message), suggestion };
}

function severityOf(validator: Node): Severity {
  const severity = nodeMember(validator, "severity");
  return severities.find((known) => known === severity) ?? "ERROR";
}
