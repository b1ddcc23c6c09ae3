import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { resourceReach } from "../../../knowledge/resource-reach.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget, rootOf } from "../../../shapes/model-index.js";
import type { MemberShape, ResourceShape, Shape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

/**
 * `MemberShouldReferenceResource`: a member that looks like the identifier of a resource says so, unless the resource or its parent
 * leads to it ("references trait").
 */
export function* memberShouldReferenceResourceRule(model: Model): Iterable<Diagnostic> {
  const candidates = resourcesByIdentifier(model);
  if (candidates.size === 0) return;
  const isBound = boundCheck(model);
  for (const member of modelIndex(model).ofKind("member")) {
    const resources = candidates.get(identifierKey(member.name, member.target));
    const target = resolveTarget(model, member);
    if (resources === undefined || (target?.kind !== "string" && target?.kind !== "enum")) continue;
    const referenced = new Set([...referencesOf(member), ...referencesOf(rootOf(model, member))]);
    const unnamed = resources.filter((resource) => !referenced.has(resource.id) && !isBound(resource, member));
    if (unnamed.length === 0) continue;
    const list = tickedList(unnamed.map(({ id }) => id));
    const message = `This member appears to reference the following resources without being included in a \`@references\` trait: [${list}]`;
    yield shapeFinding("WARNING", "MemberShouldReferenceResource", member, message);
  }
}

function identifierKey(name: string, target: ShapeId): string {
  return `${name} ${target}`;
}

function resourcesByIdentifier(model: Model): ReadonlyMap<string, readonly ResourceShape[]> {
  const resources = new Map<string, ResourceShape[]>();
  for (const resource of modelIndex(model).ofKind("resource")) {
    for (const [name, target] of resource.identifiers) {
      addToGroup(resources, identifierKey(name, target), resource);
    }
  }
  return resources;
}

/** The resources that a shape's `references` name. */
function referencesOf(shape: Shape | undefined): readonly ShapeId[] {
  const references = shape?.traits.get("smithy.api#references")?.value;
  if (!isNodeArray(references)) return [];
  return references.map((reference) => nodeMember(reference, "resource")).filter((id) => typeof id === "string");
}

/** Whether a resource or one that it is a child of leads to a member. */
function boundCheck(model: Model): (resource: ResourceShape, member: MemberShape) => boolean {
  const leadsTo = resourceReach(model);
  const parents = new Map<ShapeId, ResourceShape[]>();
  for (const parent of modelIndex(model).ofKind("resource")) {
    for (const id of parent.resources) addToGroup(parents, id, parent);
  }
  return (resource, member) =>
    leadsTo(resource, member) || (parents.get(resource.id) ?? []).some((parent) => leadsTo(parent, member));
}
