import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { identifierBindings } from "../../../knowledge/identifier-bindings.js";
import { propertiesStructure, type PropertyBindings, propertyBindings } from "../../../knowledge/property-bindings.js";
import { lifecycles } from "../../../shapes/lifecycles.js";
import { groupBy } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { MemberShape, OperationShape, ResourceShape, StructureShape } from "../../../shapes/shape.js";
import { compareShapeIds, memberNameOf, nameOf } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "ResourceOperationInputOutput";

/**
 * `ResourceOperationInputOutput`: members of a resource's operations are its properties, identifiers, or marked as neither, and
 * every property is used ("Resource properties"). Collection operations and `list` need not show properties.
 */
export function* resourceOperationInputOutputRule(model: Model): Iterable<Diagnostic> {
  const bindings = propertyBindings(model);
  for (const resource of modelIndex(model).ofKind("resource")) {
    if (resource.properties.size > 0) yield* checkResource(model, resource, bindings);
  }
}

function* checkResource(model: Model, resource: ResourceShape, bindings: PropertyBindings): Iterable<Diagnostic> {
  const used = new Set<string>();
  for (const [name, operation] of instanceOperations(model, resource)) {
    // Smithy's implementation looks at the identifiers of the output for both.
    const identifiers = new Set(identifierBindings(model, resource).get(operation.id)?.output.values());
    for (const message of [operation.input, operation.output]) {
      const structure = propertiesStructure(model, message);
      if (structure === undefined) continue;
      const members = memberProperties(structure, bindings);
      for (const { property } of members) used.add(property);
      for (const member of members) yield* checkMember(resource, name, identifiers, member);
      yield* checkConflicts(structure, members);
    }
  }
  for (const property of resource.properties.keys()) {
    if (used.has(property)) continue;
    const message = `Resource property \`${property}\` is not used in the input or output of create or an instance operation.`;
    yield shapeFinding("ERROR", code, resource, message);
  }
}

/** The operations that show properties, with the names that messages give them. */
function instanceOperations(model: Model, resource: ResourceShape): readonly (readonly [string, OperationShape])[] {
  const lifecycle = lifecycles.filter((name) => name !== "list").map((name) => [name, resource[name]] as const);
  const others = Array.from(new Set(resource.operations), (id) => [nameOf(id), id] as const);
  return [...lifecycle, ...others].flatMap(([name, id]) => {
    const operation = id === undefined ? undefined : model.shapes.get(id);
    return operation?.kind === "operation" ? [[name, operation] as const] : [];
  });
}

interface MemberProperty {
  readonly member: MemberShape;
  readonly property: string;
}

function memberProperties(structure: StructureShape, bindings: PropertyBindings): readonly MemberProperty[] {
  return [...structure.members.values()].flatMap((member) => {
    const property = bindings.nameOf(member.id);
    return property === undefined ? [] : { member, property };
  });
}

function* checkMember(
  resource: ResourceShape,
  operationName: string,
  identifiers: ReadonlySet<string>,
  { member, property }: MemberProperty,
): Iterable<Diagnostic> {
  const expected = resource.properties.get(property);
  if (expected !== undefined) {
    if (expected === member.target) return;
    const message = `This member must target \`${expected}\`. This member is used as part of the \`${operationName}\` operation of the \`${resource.id}\` resource and conflicts with its \`${property}\` resource property.`;
    yield shapeFinding("ERROR", code, member, message);
  } else if (!identifiers.has(member.name)) {
    const message = `Member \`${member.name}\` does not target a property or identifier for resource \`${resource.id}\`. If it is an identifier, apply the \`smithy.api#resourceIdentifier\` trait. If it is a property, apply the \`smithy.api#property\` trait. If it is neither, apply the \`smithy.api#notProperty\` trait.`;
    yield shapeFinding("ERROR", code, member, message);
  }
}

function* checkConflicts(structure: StructureShape, members: readonly MemberProperty[]): Iterable<Diagnostic> {
  for (const [property, conflicting] of groupBy(members, (member) => member.property)) {
    if (conflicting.length < 2) continue;
    const ids = conflicting.map(({ member }) => member.id).toSorted(compareShapeIds);
    const names = ids.map(memberNameOf);
    const message = `This shape contains members with conflicting resource property names that resolve to '${property}': ${names.join(", ")}`;
    yield shapeFinding("ERROR", code, structure, message);
  }
}
