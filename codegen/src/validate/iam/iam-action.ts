import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { isNodeObject, nodeMember, stringItems } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** The traits that members of `iamAction` replace. */
const replaced = [
  ["name", "aws.iam#actionName"],
  ["documentation", "aws.iam#actionPermissionDescription"],
  ["requiredActions", "aws.iam#requiredActions"],
] as const;

/**
 * `IamAction.ConflictingProperty.*`, `IamAction.Resources.DuplicateEntries`: an action says each thing in one place ("iamAction trait").
 */
export function* iamActionRule(model: Model): Iterable<Diagnostic> {
  for (const [operation, trait] of carriers(model, "operation", "aws.iam#iamAction")) {
    yield* checkReplaced(operation, trait);
    yield* checkResources(operation, trait);
  }
}

function* checkReplaced(operation: OperationShape, trait: AppliedTrait): Iterable<Diagnostic> {
  for (const [name, id] of replaced) {
    const deprecated = operation.traits.get(id);
    const value = nodeMember(trait.value, name);
    const isSet = name === "requiredActions" ? stringItems(value).length > 0 : value !== undefined;
    if (deprecated === undefined || !isSet) continue;
    const message = `Operation has the \`${name}\` property of the \`@aws.iam#iamAction\` trait set and the deprecated \`@${id}\` trait applied.`;
    yield shapeFinding("ERROR", `IamAction.ConflictingProperty.${name}`, operation, message, deprecated);
  }
}

function* checkResources(operation: OperationShape, trait: AppliedTrait): Iterable<Diagnostic> {
  const resources = nodeMember(trait.value, "resources");
  const required = nodeMember(resources, "required");
  const optional = nodeMember(resources, "optional");
  if (!isNodeObject(required) || !isNodeObject(optional)) return;
  const duplicates = Object.keys(required).filter((name) => Object.hasOwn(optional, name));
  if (duplicates.length === 0) return;
  const message = `Operation has the following resource names defined as both required and optional: [${duplicates.join(", ")}]`;
  yield shapeFinding("DANGER", "IamAction.Resources.DuplicateEntries", operation, message, trait);
}
