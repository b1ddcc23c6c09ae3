import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { iamResourceName } from "../../knowledge/condition-keys.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { ServiceShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

/** `IamResourceTraitConflictingName`: resources of a service differ in their IAM names by more than case ("iamResource trait"). */
export function* iamResourceTraitConflictingNameRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    for (const [name, resources] of resourcesByName(model, service)) {
      if (resources.length === 1) continue;
      const message = `Multiple IAM resources defined with the same IAM resource name is not allowed in a service closure, but found multiple resources case-insensitively named \`${name}\` in the service \`${service.id}\`: [${tickedList(resources)}]`;
      yield shapeFinding("ERROR", "IamResourceTraitConflictingName", service, message);
    }
  }
}

function resourcesByName(model: Model, service: ServiceShape): ReadonlyMap<string, readonly ShapeId[]> {
  const byName = new Map<string, ShapeId[]>();
  for (const resource of boundEntities(model, service).resources) {
    const name = iamResourceName(resource).toLowerCase();
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [resource.id]);
    else known.push(resource.id);
  }
  return byName;
}
