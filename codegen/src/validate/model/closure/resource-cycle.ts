import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { cyclicComponents } from "../../../knowledge/graph-components.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { ResourceShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";

/** Longer chains are cut: nobody reads them, and each of their resources would show one. */
const longestChain = 200;

/** How many resources to visit at most. Every resource that leads to a cycle shows it, and the first of them are enough. */
const mostVisits = 100_000;

/**
 * `ResourceCycle`: a resource is not its own descendant ("Resource relationships"). As in Smithy's implementation, neither is it
 * the child of two resources of one hierarchy, which is reported as a cycle.
 */
export function* resourceCycleRule(model: Model): Iterable<Diagnostic> {
  const resources = modelIndex(model).ofKind("resource");
  const childrenOf = new Map(resources.map((resource) => [resource, findChildren(model, resource)]));
  const children: Children = (resource) => childrenOf.get(resource) ?? [];
  let visits = 0;
  for (const start of reachingSharedOnes(resources, children)) {
    if (visits > mostVisits) return;
    const seen = new Set<ShapeId>();
    const again = firstSeenAgain(start, children, seen);
    visits += seen.size;
    if (again === undefined) continue;
    const chain = [...seen].slice(0, longestChain);
    const message = `Circular resource hierarchy found: ${[...chain, again.id].join(" -> ")}`;
    yield shapeFinding("ERROR", "ResourceCycle", again, message);
  }
}

function findChildren(model: Model, resource: ResourceShape): readonly ResourceShape[] {
  const targets = Array.from(new Set(resource.resources), (id) => model.shapes.get(id));
  return targets.filter((target) => target?.kind === "resource");
}

type Children = (resource: ResourceShape) => readonly ResourceShape[];

/** The resources from which one that has two parents, or is in a cycle, can be reached. */
function reachingSharedOnes(resources: readonly ResourceShape[], children: Children): ReadonlySet<ResourceShape> {
  const parents = new Map<ResourceShape, ResourceShape[]>();
  for (const resource of resources) {
    for (const child of children(resource)) addToGroup(parents, child, resource);
  }
  const shared = resources.filter((resource) => (parents.get(resource)?.length ?? 0) > 1);
  const found = new Set([...shared, ...cyclicComponents(resources, children).flat()]);
  // A set that grows while it is walked.
  for (const resource of found) for (const parent of parents.get(resource) ?? []) found.add(parent);
  return found;
}

/** The first resource that a walk in depth comes to a second time. */
function firstSeenAgain(start: ResourceShape, children: Children, seen: Set<ShapeId>): ResourceShape | undefined {
  const stack = [start];
  for (let resource = stack.pop(); resource !== undefined; resource = stack.pop()) {
    if (seen.has(resource.id)) return resource;
    seen.add(resource.id);
    stack.push(...children(resource).toReversed());
  }
  return undefined;
}
