import { hasAnyTag } from "../../knowledge/tags.js";
import { isBundled, type Model } from "../../shapes/model.js";
import type { RootShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf, shapeId, type ShapeId } from "../../shapes/shape-id.js";
import { renameShapes } from "../rename-shapes.js";
import { replaceShapes } from "../replace-shapes.js";
import { failedTransform, transformed } from "../transform-result.js";
import { walkShapes } from "../walk-shapes.js";
import type { ProjectionTransform } from "./projection-transform.js";
import { requiredTextOf, textsOf } from "./transform-arguments.js";

/**
 * `flattenNamespaces`: the shapes of a service's closure move to one namespace, under the names that they have in the service; others too
 * that have one of some tags, where the name is free.
 */
export const flattenNamespaces: ProjectionTransform = {
  name: "flattenNamespaces",
  keys: ["namespace", "service", "includeTagged"],
  apply: ({ model }, given) => {
    const namespace = requiredTextOf(given, "namespace");
    const id = requiredTextOf(given, "service");
    const tags = textsOf(given, "includeTagged");
    if (namespace === undefined || id === undefined) return transformed(model);
    const service = model.shapes.get(id);
    if (service?.kind !== "service") {
      const problem = `Configured service, ${id}, not found in model when performing flattenNamespaces transform.`;
      return failedTransform(model, problem);
    }
    const renamed = namesInService(model, service, namespace);
    const taken = new Set(renamed.values());
    for (const shape of model.shapes.values()) {
      const target = shapeId(namespace, nameOf(shape.id));
      if (!isOwn(model, shape) || renamed.has(shape.id) || taken.has(target) || !hasAnyTag(shape, tags)) continue;
      renamed.set(shape.id, target);
      taken.add(target);
    }
    return transformed(withoutRenames(renameShapes(model, renamed), shapeId(namespace, nameOf(id))));
  },
};

/** Only the model's own shapes move: a trait that comes with the tool keeps the name that gives it its meaning. */
function isOwn(model: Model, { id }: RootShape): boolean {
  return !isBundled(model, id);
}

function namesInService(model: Model, service: ServiceShape, namespace: string): Map<ShapeId, ShapeId> {
  const renamed = new Map<ShapeId, ShapeId>();
  for (const shape of walkShapes(model, [service])) {
    if (shape.kind === "member" || !isOwn(model, shape)) continue;
    renamed.set(shape.id, shapeId(namespace, service.rename.get(shape.id) ?? nameOf(shape.id)));
  }
  return renamed;
}

/** The shapes have their names now. */
function withoutRenames(model: Model, id: ShapeId): Model {
  const service = model.shapes.get(id);
  if (service?.kind !== "service" || service.rename.size === 0) return model;
  const { introduced } = service;
  const own = introduced && { introduced: { ...introduced, rename: new Map<ShapeId, string>() } };
  return replaceShapes(model, [{ ...service, rename: new Map(), ...own }]);
}
