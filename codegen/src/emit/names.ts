import { dialectsOf, eventDialectsOf, httpDialectsOf, type Dialect } from "../knowledge/protocols.js";
import { mixedEvents } from "../knowledge/events.js";
import { serviceIndex, unitId, type ServiceIndex } from "../knowledge/service-index.js";
import type { Model } from "../shapes/model.js";
import type { StructureShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { camelCase, kebabCase, pascalCase, upperFirst } from "./case.js";
import { forbiddenExports, localNames, reservedCommands, reservedMethods, reservedNames } from "./reserved.js";
import type { EmitSymbol } from "./symbol.js";

/** What the generated package calls a shape in each of its files. */
export interface Names {
  /** `ECR` as an identifier: `Ecr`, the stem of `EcrClient`, `createEcrServer`, `EcrHandlers`. */
  readonly serviceStem: string;
  /** `ecr`: the stem of file names and of the command `tsmith-ecr`. */
  readonly serviceSlug: string;
  readonly client: EmitSymbol;
  readonly createServer: EmitSymbol;
  /** The handlers' interface of the server. */
  readonly handlers: EmitSymbol;
  /** The service's own facts, shared by its operations. */
  readonly serviceInfo: EmitSymbol;

  /** What either side writes, and what a server reads: structures, unions, enums and intEnums. */
  type(id: ShapeId): EmitSymbol;
  /** What a client reads: `XReceived`. Only for shapes reached from outputs and errors. */
  received(id: ShapeId): EmitSymbol;
  /** The constant object with an enum's values by member name. It shares its name with the type. */
  enumValues(id: ShapeId): EmitSymbol;
  /** The class of an error structure. */
  errorClass(id: ShapeId): EmitSymbol;
  /** `isX`, `parseX` and `XSchema`. */
  is(id: ShapeId): EmitSymbol;
  parse(id: ShapeId): EmitSymbol;
  schema(id: ShapeId): EmitSymbol;
  /**
   * `encodeX`: value to wire text; `decodeX`: a server's read; `receiveX`: a client's read. Those of other dialects than `json` have it in
   * their names: `encodeCborX`. Only for structures and unions: all other values are read and written where they stand.
   */
  encode(id: ShapeId, dialect?: Dialect): EmitSymbol;
  decode(id: ShapeId, dialect?: Dialect): EmitSymbol;
  receive(id: ShapeId, dialect?: Dialect): EmitSymbol;
  /**
   * The part of an input that is a request's body (`encodeRequestBodyX`, `decodeRequestBodyX`), and of an output or error that is a
   * response's (`encodeResponseBodyX`, `receiveResponseBodyX`); of an event, the part that is its payload (`encodeEventBodyX`,
   * `decodeEventBodyX`, `receiveEventBodyX`). The readers give a draft, which the rest of the message completes.
   */
  body(use: BodyUse, id: ShapeId, dialect: Dialect): EmitSymbol;
  /**
   * A whole message of an HTTP protocol, of an operation: `requestX` (input to request) and `receiveResponseX` for clients, `readRequestX`
   * and `respondX` (output to response) for servers; the last and `receiveResponseX` also of an error.
   */
  message(use: MessageUse, id: ShapeId, dialect: Dialect): EmitSymbol;
  /** The client function of an operation, in `src/operations.ts`. */
  operation(id: ShapeId): EmitSymbol;
  /** An operation's method on clients and handlers: `batchCheckLayerAvailability`. */
  method(id: ShapeId): string;
  /** An operation on the command line: `batch-check-layer-availability`. */
  command(id: ShapeId): string;
  /** The name a shape has in this service, for documents. */
  shapeName(id: ShapeId): string;
  /** Whether the package exports this name anywhere, or must not. Imports from elsewhere are renamed then. */
  isTaken(name: string): boolean;
}

export type BodyUse =
  | "encodeRequest"
  | "decodeRequest"
  | "encodeResponse"
  | "receiveResponse"
  | "encodeEvent"
  | "decodeEvent"
  | "receiveEvent";
export type MessageUse = "request" | "readRequest" | "respond" | "receiveResponse";

/**
 * Decides every name of a generated package once. Exported names are unique over the whole package; where two meet, or where
 * one would hide a word of the language, a global or a variable that generated code uses, the later one gets an underscore,
 * and from the third on a number behind it. Commands are unique whatever the letter case, since they name files too.
 */
export function createNames(model: Model, service: ShapeId): Names {
  const index = serviceIndex(model, service);
  return new AllocatedNames(index, [...mixedEvents(model, index.shapes).keys()]);
}

class AllocatedNames implements Names {
  readonly serviceStem: string;
  readonly serviceSlug: string;
  readonly client: EmitSymbol;
  readonly createServer: EmitSymbol;
  readonly handlers: EmitSymbol;
  readonly serviceInfo: EmitSymbol;
  readonly #index: ServiceIndex;
  /** Events whose payload holds some of their members. */
  readonly #mixedEvents: readonly StructureShape[];
  readonly #taken = new NamePool(reservedNames);
  readonly #locals = new Set<string>(localNames);
  readonly #symbols = new Map<string, EmitSymbol>();
  readonly #methods = new Map<ShapeId, string>();
  readonly #commands = new Map<ShapeId, string>();

  constructor(index: ServiceIndex, mixed: readonly StructureShape[]) {
    this.#index = index;
    this.#mixedEvents = mixed;
    const title = serviceTitle(index);
    this.serviceStem = pascalCase(title);
    this.serviceSlug = kebabCase(title);
    // Types first: they keep the model's names, everything derived from them gives way.
    for (const shape of index.shapes) {
      if (shape.kind === "structure" && shape.traits.has("smithy.api#error")) {
        this.#allocate("errorClass", shape.id, index.nameOf(shape.id), "src/errors.ts", false);
      } else if (shape.kind === "enum" || shape.kind === "intEnum") {
        const symbol = this.#allocate("type", shape.id, index.nameOf(shape.id), "src/types.ts", true);
        this.#symbols.set(`enumValues ${shape.id}`, { ...symbol, typeOnly: false });
      } else if (shape.kind === "structure" || shape.kind === "union") {
        this.#allocate("type", shape.id, index.nameOf(shape.id), "src/types.ts", true);
      }
    }
    this.client = this.#claim(`${this.serviceStem}Client`, "src/client.ts", false);
    this.createServer = this.#claim(`create${this.serviceStem}Server`, "src/server.ts", false);
    this.handlers = this.#claim(`${this.serviceStem}Handlers`, "src/server.ts", true);
    this.serviceInfo = this.#claim(`${camelCase(title)}Service`, "src/operations.ts", false);
    const methods = new NamePool(reservedMethods);
    const commands = new NamePool(reservedCommands);
    for (const operation of index.operations) {
      const name = camelCase(index.nameOf(operation.shape.id));
      this.#allocate("operation", operation.shape.id, name, "src/operations.ts", false);
      this.#methods.set(operation.shape.id, methods.claim(name));
      this.#commands.set(operation.shape.id, commands.claim(kebabCase(index.nameOf(operation.shape.id))));
    }
    const dialects = dialectsOf(index.service);
    for (const shape of index.shapes) {
      const name = index.nameOf(shape.id);
      if (shape.kind === "structure" && shape.traits.has("smithy.api#error")) {
        // The members of an error as data, beside its class.
        this.#allocate("type", shape.id, `${name}Members`, "src/types.ts", true);
      }
      this.#allocate("received", shape.id, `${name}Received`, "src/types.ts", true);
      this.#allocate("is", shape.id, `is${upperFirst(name)}`, "src/validators.ts", false);
      this.#allocate("parse", shape.id, `parse${upperFirst(name)}`, "src/validators.ts", false);
      this.#allocate("schema", shape.id, `${name}Schema`, "src/validators.ts", false);
      if (shape.kind !== "structure" && shape.kind !== "union") continue;
      for (const dialect of dialects) {
        const module = codecModule(dialect);
        const stem = dialectStem(dialect) + upperFirst(name);
        this.#allocate(`${dialect} encode`, shape.id, `encode${stem}`, module, false);
        this.#allocate(`${dialect} decode`, shape.id, `decode${stem}`, module, false);
        this.#allocate(`${dialect} receive`, shape.id, `receive${stem}`, module, false);
      }
    }
    for (const dialect of httpDialectsOf(index.service)) this.#allocateMessages(dialect);
    for (const dialect of eventDialectsOf(index.service)) this.#allocateEvents(dialect);
  }

  #allocateEvents(dialect: Dialect): void {
    for (const { id } of this.#mixedEvents) {
      const name = dialectStem(dialect) + upperFirst(this.#index.nameOf(id));
      for (const use of ["encodeEventBody", "decodeEventBody", "receiveEventBody"]) {
        this.#allocate(`${dialect} ${use}`, id, use + name, codecModule(dialect), false);
      }
    }
  }

  #allocateMessages(dialect: Dialect): void {
    const { operations, errors } = this.#index;
    const allocate = (use: string, id: ShapeId, module: string): void => {
      const name = dialectStem(dialect) + upperFirst(this.#index.nameOf(id));
      this.#allocate(`${dialect} ${use}`, id, use + name, module, false);
    };
    const inputs = new Set(operations.map(({ input }) => input.id));
    const outputs = new Set([...operations.map(({ output }) => output.id), ...errors.map(({ id }) => id)]);
    inputs.delete(unitId);
    outputs.delete(unitId);
    for (const id of inputs) {
      for (const use of ["encodeRequestBody", "decodeRequestBody"]) allocate(use, id, codecModule(dialect));
    }
    for (const id of outputs) {
      for (const use of ["encodeResponseBody", "receiveResponseBody"]) allocate(use, id, codecModule(dialect));
    }
    for (const { shape } of operations) {
      for (const use of ["request", "readRequest", "respond", "receiveResponse"])
        allocate(use, shape.id, messageModule);
    }
    for (const { id } of errors) {
      for (const use of ["respond", "receiveResponse"]) allocate(use, id, messageModule);
    }
  }

  type = (id: ShapeId): EmitSymbol => this.#symbol("type", id);
  received = (id: ShapeId): EmitSymbol => this.#symbol("received", id);
  enumValues = (id: ShapeId): EmitSymbol => this.#symbol("enumValues", id);
  errorClass = (id: ShapeId): EmitSymbol => this.#symbol("errorClass", id);
  is = (id: ShapeId): EmitSymbol => this.#symbol("is", id);
  parse = (id: ShapeId): EmitSymbol => this.#symbol("parse", id);
  schema = (id: ShapeId): EmitSymbol => this.#symbol("schema", id);
  encode = (id: ShapeId, dialect: Dialect = "json"): EmitSymbol => this.#symbol(`${dialect} encode`, id);
  decode = (id: ShapeId, dialect: Dialect = "json"): EmitSymbol => this.#symbol(`${dialect} decode`, id);
  receive = (id: ShapeId, dialect: Dialect = "json"): EmitSymbol => this.#symbol(`${dialect} receive`, id);
  body = (use: BodyUse, id: ShapeId, dialect: Dialect): EmitSymbol => this.#symbol(`${dialect} ${use}Body`, id);
  message = (use: MessageUse, id: ShapeId, dialect: Dialect): EmitSymbol => this.#symbol(`${dialect} ${use}`, id);
  operation = (id: ShapeId): EmitSymbol => this.#symbol("operation", id);
  method = (id: ShapeId): string => known(this.#methods.get(id), id);
  command = (id: ShapeId): string => known(this.#commands.get(id), id);
  shapeName = (id: ShapeId): string => this.#index.nameOf(id);
  isTaken = (name: string): boolean => this.#taken.has(name);

  #symbol(use: string, id: ShapeId): EmitSymbol {
    return known(this.#symbols.get(`${use} ${id}`), `${use} of ${id}`);
  }

  #allocate(use: string, id: ShapeId, wanted: string, module: string, typeOnly: boolean): EmitSymbol {
    const symbol = this.#claim(wanted, module, typeOnly);
    this.#symbols.set(`${use} ${id}`, symbol);
    return symbol;
  }

  #claim(wanted: string, module: string, typeOnly: boolean): EmitSymbol {
    // A type never meets a variable: they live apart.
    const isFree = (name: string): boolean => typeOnly || !(this.#locals.has(name) || forbiddenExports.has(name));
    return { name: this.#taken.claim(wanted, isFree), module, typeOnly };
  }
}

/** The file of a dialect's codecs. */
export function codecModule(dialect: Dialect): string {
  return dialect === "json" ? "src/codecs.ts" : `src/codecs-${dialect}.ts`;
}

/** The file of whole messages of HTTP protocols. */
const messageModule = "src/http-bindings.ts";

/** What names of a dialect's functions have before the shape's: nothing for `json`, else as `RestJson`. */
function dialectStem(dialect: Dialect): string {
  return dialect === "json" ? "" : pascalCase(dialect);
}

/** Names given away, each once. */
class NamePool {
  readonly #taken: Set<string>;
  /** The number that a name was last given with, so that a thousand equal wishes need no thousand tries each. */
  readonly #numbers = new Map<string, number>();

  constructor(reserved: readonly string[]) {
    this.#taken = new Set(reserved);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The wanted name, `wanted_`, or `wanted_2` and so on: the first that nobody has. */
  claim(wanted: string, isFree: (name: string) => boolean = () => true): string {
    let name = wanted;
    for (let number = this.#numbers.get(wanted) ?? 0; this.#taken.has(name) || !isFree(name); number += 1) {
      name = number === 0 ? `${wanted}_` : `${wanted}_${number + 1}`;
      this.#numbers.set(wanted, number + 1);
    }
    this.#taken.add(name);
    return name;
  }
}

/** `sdkId` of `aws.api#service`, the name people know a service by; else the shape's name. */
function serviceTitle(index: ServiceIndex): string {
  const aws = index.service.traits.get("aws.api#service")?.value;
  const sdkId = typeof aws === "object" && aws !== null && "sdkId" in aws ? aws["sdkId"] : undefined;
  return typeof sdkId === "string" ? sdkId : index.nameOf(index.service.id);
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No name was decided for ${what}`);
  return value;
}
