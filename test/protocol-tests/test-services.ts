import { protocolsOf } from "../../codegen/src/knowledge/protocols.js";
import { serviceIndex, unitId, type OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import { namespaceOf, nameOf, type ShapeId } from "../../codegen/src/shapes/shape-id.js";
import type { OperationShape, RootShape, ServiceShape, Traits } from "../../codegen/src/shapes/shape.js";
import type { ProtocolCase } from "./protocol-case.js";

/** A service to run a case in. */
export interface Holder {
  readonly model: Model;
  readonly service: ShapeId;
  /** The operation that the case is about, or one that can return its error. */
  readonly operation: OperationInfo;
}

/** Every service that a case is run in: those with its protocol whose closure has its shape, else one that has nothing else. */
export class Holders {
  readonly #model: Model;
  readonly #variants = new Map<string, Model>();

  constructor(model: Model) {
    this.#model = model;
  }

  of(entry: ProtocolCase): readonly Holder[] {
    const services = [...this.#model.shapes.values()].filter(
      (shape): shape is ServiceShape => shape.kind === "service" && shape.traits.has(entry.protocol),
    );
    const found = services.flatMap(({ id }) => holderIn(this.#model, id, entry) ?? []);
    if (found.length === 0) return this.#ownService(entry);
    // A client speaks the first protocol of a service, a server all of them.
    return entry.side === "server" ? found : found.flatMap(({ service }) => this.#speakingOnly(service, entry) ?? []);
  }

  #speakingOnly(id: ShapeId, entry: ProtocolCase): Holder | undefined {
    const service = this.#model.shapes.get(id) as ServiceShape;
    const [first, ...rest] = protocolsOf(service);
    if (first === undefined || first.trait === entry.protocol) return holderIn(this.#model, id, entry);
    const others = [first, ...rest].filter(({ trait }) => trait !== entry.protocol);
    const model = this.#variant(`${id} ${entry.protocol}`, () => {
      const traits = new Map([...service.traits].filter(([trait]) => others.every((other) => other.trait !== trait)));
      return withShapes(this.#model, [{ ...service, traits, introducedTraits: traits }]);
    });
    return holderIn(model, id, entry);
  }

  /** A service that has the operation alone, or an operation that returns the error alone. */
  #ownService(entry: ProtocolCase): readonly Holder[] {
    const { shape, protocol } = entry;
    const name = `${namespaceOf(shape.id)}#ServiceOf${nameOf(shape.id)}`;
    const model = this.#variant(`${name} ${protocol}`, () => {
      const operation = shape.kind === "operation" ? shape : returning(shape.id);
      const traits = traitsOf([protocol, {}]);
      const none = new Map<never, never>();
      const common = {
        kind: "service",
        version: "",
        resources: [],
        errors: [],
        rename: none,
        members: none,
        mixins: [],
      } as const;
      const service: ServiceShape = {
        ...common,
        id: name,
        traits,
        introducedTraits: traits,
        operations: [operation.id],
      };
      return withShapes(this.#model, [operation, service]);
    });
    return [holderIn(model, name, entry)].flatMap((holder) => holder ?? []);
  }

  #variant(key: string, make: () => Model): Model {
    let model = this.#variants.get(key);
    if (model === undefined) this.#variants.set(key, (model = make()));
    return model;
  }
}

function holderIn(model: Model, service: ShapeId, { shape }: ProtocolCase): Holder | undefined {
  const operation = serviceIndex(model, service).operations.find((one) =>
    shape.kind === "operation" ? one.shape.id === shape.id : one.errors.some(({ id }) => id === shape.id),
  );
  return operation === undefined ? undefined : { model, service, operation };
}

function returning(error: ShapeId): OperationShape {
  const traits = traitsOf(["smithy.api#http", { method: "GET", uri: "/", code: 200 }]);
  const id = `${namespaceOf(error)}#Return${nameOf(error)}`;
  return {
    kind: "operation",
    id,
    input: unitId,
    output: unitId,
    errors: [error],
    traits,
    introducedTraits: traits,
    members: new Map(),
    mixins: [],
  };
}

function traitsOf(...entries: readonly (readonly [id: ShapeId, value: object])[]): Traits {
  return new Map(entries.map(([id, value]) => [id, { id, value: value as never }]));
}

function withShapes(model: Model, shapes: readonly RootShape[]): Model {
  return { ...model, shapes: new Map([...model.shapes, ...shapes.map((shape) => [shape.id, shape] as const)]) };
}
