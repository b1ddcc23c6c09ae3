import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { operationsBoundTo } from "../../../knowledge/bound-entities.js";
import { type IdentifierMembers, identifierBindings } from "../../../knowledge/identifier-bindings.js";
import { stringTrait } from "../../../knowledge/traits.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, rootOf } from "../../../shapes/model-index.js";
import type { OperationShape, ResourceShape, RootShape } from "../../../shapes/shape.js";
import { copiedHashOrder } from "../../../shapes/hash-order.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "ResourceIdentifierBinding";

/** `ResourceIdentifierBinding`: operations name the resource that they act on ("Binding identifiers to operations"). */
export function* resourceIdentifierBindingRule(model: Model): Iterable<Diagnostic> {
  const marked = modelIndex(model).withTrait("smithy.api#resourceIdentifier");
  for (const structure of new Set(marked.map((member) => rootOf(model, member)))) {
    if (structure !== undefined) yield* checkTraits(structure);
  }
  for (const resource of modelIndex(model).ofKind("resource")) {
    for (const operation of operationsIn(model, resource)) yield* checkOperation(model, resource, operation);
    for (const id of new Set(resource.resources)) {
      const child = model.shapes.get(id);
      if (child?.kind === "resource") yield* checkChild(model, resource, child);
    }
  }
}

function operationsIn(model: Model, resource: ResourceShape): readonly OperationShape[] {
  const operations = Array.from(new Set(operationsBoundTo(resource)), (id) => model.shapes.get(id));
  return operations.filter((operation) => operation?.kind === "operation");
}

function* checkTraits(structure: RootShape): Iterable<Diagnostic> {
  const possible = new Map<string, string[]>();
  const explicit = new Map<string, string[]>();
  for (const member of structure.members.values()) {
    const name = stringTrait(member, "smithy.api#resourceIdentifier");
    addToGroup(possible, name ?? member.name, member.name);
    if (name !== undefined) addToGroup(explicit, name, member.name);
  }
  for (const [name, members] of possible) {
    if (members.length < 2 || !members.includes(name)) continue;
    const others = copiedHashOrder(members).filter((member) => member !== name);
    const message = `Implicit resource identifier for '${name}' is overridden by \`resourceIdentifier\` trait on members: '${others.join("', '")}'`;
    yield shapeFinding("WARNING", code, structure, message);
  }
  for (const [name, members] of explicit) {
    if (members.length < 2) continue;
    const message = `Conflicting resource identifier member bindings found for identifier '${name}' between members: '${copiedHashOrder(members).join("', '")}'`;
    yield shapeFinding("ERROR", code, structure, message);
  }
}

/** Operations of a child name its parent too. */
function* checkChild(model: Model, parent: ResourceShape, child: ResourceShape): Iterable<Diagnostic> {
  for (const operation of operationsIn(model, child)) {
    const bindings = identifierBindings(model, child).get(operation.id)?.input;
    const missing = [...parent.identifiers.keys()].filter((name) => bindings?.has(name) !== true);
    if (missing.length === 0) continue;
    const message = `This operation is bound to the \`${child.id}\` resource, which is a child of the \`${parent.id}\` resource, and it is missing the following resource identifier bindings of \`${parent.id}\`: [${tickedList(missing)}]`;
    yield shapeFinding("ERROR", code, operation, message);
  }
}

function* checkOperation(model: Model, resource: ResourceShape, operation: OperationShape): Iterable<Diagnostic> {
  const binding = identifierBindings(model, resource).get(operation.id);
  if (binding === undefined) return;
  const complete = bindsAll(model, resource, operation, binding.input);
  if (binding.kind === "collection") {
    if (!complete) return;
    const message = `This operation is bound as a collection operation on the \`${resource.id}\` resource, but it improperly binds all of the identifiers of the resource to members of the operation input.`;
    yield shapeFinding("ERROR", code, operation, message);
  } else if (!complete) {
    const message = `This operation does not form a valid instance operation when bound to resource \`${resource.id}\`. All of the identifiers of the resource were not implicitly or explicitly bound to the input of the operation. Expected the following identifier bindings: [${describe(resource.identifiers)}]. Found the following identifier bindings: [${describe(binding.input)}]`;
    yield shapeFinding("ERROR", code, operation, message);
  }
}

function bindsAll(
  model: Model,
  resource: ResourceShape,
  operation: OperationShape,
  bindings: IdentifierMembers,
): boolean {
  const members = model.shapes.get(operation.input)?.members;
  return [...resource.identifiers].every(([name, target]) => {
    const bound = bindings.get(name);
    return bound !== undefined && members?.get(bound)?.target === target;
  });
}

function describe(bindings: ReadonlyMap<string, string>): string {
  return [...bindings]
    .map(([name, target]) => `required member named \`${name}\` that targets \`${target}\``)
    .toSorted()
    .join(", ");
}
