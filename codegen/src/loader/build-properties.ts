import type { OperationShape, ResourceShape, RootShape, ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { CommonParts } from "./building.js";
import { lifecycles } from "../shapes/lifecycles.js";
import type { ShapeProperties } from "./operations.js";

const noIds: readonly ShapeId[] = [];

/** "Service mixins": what the service says itself is kept, lists and maps are joined with those of the mixins. */
export function buildService(
  common: CommonParts,
  properties: ShapeProperties,
  mixed: readonly RootShape[],
): ServiceShape {
  const services = mixed.filter((shape) => shape.kind === "service");
  const { version, operations, resources, errors, rename } = properties;
  const names = new Map(services.flatMap((service) => [...service.rename]));
  for (const [id, name] of rename ?? []) names.set(id, name);
  return {
    ...common,
    kind: "service",
    version: version ?? services.findLast((service) => service.version !== "")?.version ?? "",
    operations: joinIds(services, "operations", operations),
    resources: joinIds(services, "resources", resources),
    errors: joinIds(services, "errors", errors),
    rename: names,
    ...(services.length === 0 ? {} : { introduced: defined({ version, operations, resources, errors, rename }) }),
  };
}

/** "Operation mixins": only errors are joined. */
export function buildOperation(
  common: CommonParts,
  properties: ShapeProperties,
  mixed: readonly RootShape[],
): OperationShape {
  const operations = mixed.filter((shape) => shape.kind === "operation");
  const { input, output, errors } = properties;
  return {
    ...common,
    kind: "operation",
    input: input ?? "smithy.api#Unit",
    output: output ?? "smithy.api#Unit",
    errors: joinIds(operations, "errors", errors),
    ...(operations.length === 0 ? {} : { introduced: defined({ errors }) }),
  };
}

/** "Resource mixins" bring no properties. */
export function buildResource(common: CommonParts, properties: ShapeProperties): ResourceShape {
  const lifecycle = lifecycles.map((name) => [name, properties[name]] as const);
  return {
    ...common,
    kind: "resource",
    identifiers: properties.identifiers ?? new Map(),
    properties: properties.properties ?? new Map(),
    ...Object.fromEntries(lifecycle.filter(([, target]) => target !== undefined)),
    operations: distinct(properties.operations),
    collectionOperations: distinct(properties.collectionOperations),
    resources: distinct(properties.resources),
  };
}

function joinIds<Key extends string>(
  inherited: readonly Readonly<Record<Key, readonly ShapeId[]>>[],
  key: Key,
  own: readonly ShapeId[] = noIds,
): readonly ShapeId[] {
  if (inherited.length === 0) return distinct(own);
  return [...new Set([...inherited.flatMap((shape) => shape[key]), ...own])];
}

/** What is named twice is bound once. */
function distinct(ids: readonly ShapeId[] = noIds): readonly ShapeId[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

type Defined<Properties> = { [Key in keyof Properties]?: Exclude<Properties[Key], undefined> };

/** The properties that have a value. */
function defined<Properties extends object>(properties: Properties): Defined<Properties> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as Defined<Properties>;
}
