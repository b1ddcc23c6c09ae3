import { expectKind, expectShape, type Model } from "../shapes/model.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { OperationShape, RootShape, ServiceShape, StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { nameOf } from "../shapes/shape-id.js";

/** The input or output of an operation without one ("Unit type"). */
export const unitId: ShapeId = "smithy.api#Unit";

/** One operation as a service offers it. */
export interface OperationInfo {
  readonly shape: OperationShape;
  /** `smithy.api#Unit` when the model names no input. */
  readonly input: StructureShape;
  readonly output: StructureShape;
  /** Errors of the operation, then those of the service, without repetition. */
  readonly errors: readonly StructureShape[];
}

/** What one service reaches, in the order of the walk: a function of the model alone. */
export interface ServiceIndex {
  readonly service: ServiceShape;
  readonly operations: readonly OperationInfo[];
  /** Every shape that data of the service may have, each after the shape that first refers to it. No prelude shapes. */
  readonly shapes: readonly RootShape[];
  /** Every error structure, in the order of `shapes`. */
  readonly errors: readonly StructureShape[];
  /** Shapes that are reached from an operation's input. */
  readonly inputShapes: ReadonlySet<ShapeId>;
  /** Shapes that are reached from an operation's output (events included) or from an error. */
  readonly outputShapes: ReadonlySet<ShapeId>;
  /** The name a shape has in this service: its own, or what `rename` says (Smithy 2.0, "Service closure"). */
  nameOf(id: ShapeId): string;
}

/** The index of one service of a checked model; computed once per model. */
export const serviceIndex = oncePerKey(buildServiceIndex);

function buildServiceIndex(model: Model, serviceId: ShapeId): ServiceIndex {
  const service = expectKind(model, serviceId, "service");
  const operations = operationsOf(model, service).map((shape): OperationInfo => {
    const errorIds = new Set([...shape.errors, ...service.errors]);
    return {
      shape,
      input: expectKind(model, shape.input, "structure"),
      output: expectKind(model, shape.output, "structure"),
      errors: [...errorIds].map((id) => expectKind(model, id, "structure")),
    };
  });
  const all = new Map<ShapeId, RootShape>();
  const inputs = new Map<ShapeId, RootShape>();
  const outputs = new Map<ShapeId, RootShape>();
  for (const operation of operations) {
    walk(model, operation.input, all);
    walk(model, operation.input, inputs);
    walk(model, operation.output, all);
    walk(model, operation.output, outputs);
    for (const error of operation.errors) {
      walk(model, error, all);
      walk(model, error, outputs);
    }
  }
  for (const id of service.errors) {
    walk(model, expectShape(model, id), all);
    walk(model, expectShape(model, id), outputs);
  }
  const shapes = [...all.values()];
  return {
    service,
    operations,
    shapes,
    errors: shapes.filter(
      (shape): shape is StructureShape => shape.kind === "structure" && shape.traits.has("smithy.api#error"),
    ),
    inputShapes: new Set(inputs.keys()),
    outputShapes: new Set(outputs.keys()),
    nameOf: (id) => service.rename.get(id) ?? nameOf(id),
  };
}

/** Operations bound to the service and, after them, to its resources at any depth, without repetition. */
function operationsOf(model: Model, service: ServiceShape): readonly OperationShape[] {
  const ids = new Set<ShapeId>(service.operations);
  const seen = new Set<ShapeId>();
  const resources = [...service.resources];
  for (let id = resources.shift(); id !== undefined; id = resources.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const resource = expectKind(model, id, "resource");
    const lifecycle = [
      resource.create,
      resource.put,
      resource.read,
      resource.update,
      resource.delete,
      resource.list,
    ].filter((operation) => operation !== undefined);
    for (const operation of [...lifecycle, ...resource.operations, ...resource.collectionOperations]) {
      ids.add(operation);
    }
    resources.push(...resource.resources);
  }
  return [...ids].map((id) => expectKind(model, id, "operation"));
}

function walk(model: Model, start: RootShape, seen: Map<ShapeId, RootShape>): void {
  const stack = [start];
  for (let shape = stack.pop(); shape !== undefined; shape = stack.pop()) {
    if (seen.has(shape.id) || shape.id.startsWith("smithy.api#")) continue;
    seen.set(shape.id, shape);
    if (shape.kind === "enum" || shape.kind === "intEnum") continue;
    // Pushed in reverse, so that members are walked depth first in model order.
    for (const member of [...shape.members.values()].toReversed()) stack.push(expectShape(model, member.target));
  }
}
