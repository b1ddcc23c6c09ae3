import type { EmitterInput } from "../../emit/emitter.js";
import { code, type LiteralValue } from "../../emit/literal.js";
import { runtimeType, runtimeValue, type EmitSymbol } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { bindingsAt, responseBindings } from "../../knowledge/http-bindings.js";
import { httpTraitOf } from "../../knowledge/http-trait.js";
import type { Dialect, Protocol } from "../../knowledge/protocols.js";
import { queryErrorInfo } from "../../knowledge/query-errors.js";
import { serviceIndex, unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { isStreaming } from "../../knowledge/traits.js";
import { wireNeedsOf } from "../../knowledge/wire-needs.js";
import { xmlNamespaceOf } from "../../knowledge/xml-traits.js";
import { expectKind, type Model } from "../../shapes/model.js";
import { nodeMember } from "../../shapes/node.js";
import type { StructureShape } from "../../shapes/shape.js";
import { mayStream } from "./event-streams.js";
import { takesCompressed } from "./server-steps.js";
import { optionalLiteralOf } from "./optional-literal.js";
import { requestTypeOf, responseTypeOf } from "./content-types.js";

/** The table of functions that the protocols of one wire form share: those of each operation, and one for each error. */
export interface WireTable {
  /** The constant that holds it, as `jsonWire`. */
  readonly name: string;
  /** Its type, an interface of the runtime with `operations` and `errors`. */
  readonly type: EmitSymbol;
  /** What it says of the service. */
  service?(input: EmitterInput, file: TypeScriptFile): LiteralObject;
  /** What an operation's entry has besides the operation itself. */
  operation(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo): LiteralObject;
  /** The function that writes an error, or what the table says of it besides. */
  error(input: EmitterInput, file: TypeScriptFile, error: StructureShape): LiteralValue;
}

type LiteralObject = { readonly [key: string]: LiteralValue | undefined };

/** `JsonWire` of `@tsmith/runtime/server`: whole inputs and outputs as JSON. */
function jsonTable(name: string, dialect: Dialect): WireTable {
  return {
    name,
    type: runtimeType("server", "JsonWire"),
    operation(input, file, operation) {
      const { model, names, options } = input;
      const { id } = operation.input;
      const { output } = operation;
      const needs = wireNeedsOf(model, id, options.long);
      return {
        decode: code(file.use(id === unitId ? runtimeValue("codec", "decodeUnit") : names.decode(id, dialect))),
        encode: output.id === unitId ? undefined : code(file.use(names.encode(output.id, dialect))),
        lossless: needs.lossless ? true : undefined,
        nests: needs.nests ? true : undefined,
        ...mayStream(input, file, dialect, operation),
      };
    },
    error: ({ names }, file, error) => code(file.use(names.encode(error.id, dialect))),
  };
}

const json = jsonTable("jsonWire", "json");
const rpcJson = jsonTable("rpcJsonWire", "rpc-json");

/** `CborWire` of `@tsmith/runtime/server`: whole inputs and outputs as CBOR. */
const cbor: WireTable = {
  name: "cborWire",
  type: runtimeType("server", "CborWire"),
  operation(emitted, file, operation) {
    const { names } = emitted;
    const { input, output } = operation;
    return {
      decode: input.id === unitId ? undefined : code(file.use(names.decode(input.id, "cbor"))),
      encode: output.id === unitId ? undefined : code(file.use(names.encode(output.id, "cbor"))),
      ...mayStream(emitted, file, "cbor", operation),
    };
  },
  error: ({ names }, file, error) => code(file.use(names.encode(error.id, "cbor"))),
};

/** `QueryWire` of `@tsmith/runtime/server`: forms as inputs, XML as outputs. */
function query(protocol: Protocol): WireTable {
  return {
    name: protocol.request === "query" ? "queryWire" : "ec2QueryWire",
    type: runtimeType("server", "QueryWire"),
    service({ model, service }, file) {
      const shape = expectKind(model, service, "service");
      const opens = serviceIndex(model, service).operations.some(takesCompressed);
      return {
        version: shape.version,
        namespace: xmlNamespaceOf(shape),
        open: opens ? code(file.use(runtimeValue("compression/server", "openCompressed"))) : undefined,
      };
    },
    operation: ({ names }, file, { input, output }) => ({
      decode: input.id === unitId ? undefined : code(file.use(names.decode(input.id, protocol.request))),
      encode: output.id === unitId ? undefined : code(file.use(names.encode(output.id, protocol.response))),
    }),
    error: ({ names }, file, error) => ({
      ...queryErrorInfo(protocol, error),
      encode: code(file.use(names.encode(error.id, protocol.response))),
    }),
  };
}

/** `HttpWire` of `@tsmith/runtime/server`: members where the HTTP traits bind them. */
function httpTable(name: string, dialect: Dialect, mediaType: string): WireTable {
  return {
    name,
    type: runtimeType("server", "HttpWire"),
    operation(input, file, { shape, input: structure, output }) {
      const http = httpTraitOf(shape);
      return {
        streams: takesStream(input.model, structure) ? true : undefined,
        method: http?.method ?? "POST",
        uri: http?.uri.text ?? "/",
        optionalLiteral: optionalLiteralOf(input, shape),
        requestType: requestTypeOf(input.model, shape, structure, mediaType),
        responseType: responseTypeOf(input.model, shape, output, mediaType),
        read: code(file.use(input.names.message("readRequest", shape.id, dialect))),
        respond: code(file.use(input.names.message("respond", shape.id, dialect))),
      };
    },
    error: ({ names }, file, error) => code(file.use(names.message("respond", error.id, dialect))),
  };
}

/** Whether the handler gets the body of requests as it comes in. */
function takesStream(model: Model, { members }: StructureShape): boolean {
  return [...members.values()].some((member) => isStreaming(model, member));
}

const restJson = httpTable("restJsonWire", "rest-json", "application/json");

/** `RestXmlWire` of `@tsmith/runtime/protocols/rest-xml/server`. */
const restXml: WireTable = {
  ...httpTable("restXmlWire", "xml", "application/xml"),
  type: runtimeType("protocols/rest-xml/server", "RestXmlWire"),
  service({ model, service }) {
    const trait = expectKind(model, service, "service").traits.get("aws.protocols#restXml")?.value;
    const { errors } = serviceIndex(model, service);
    const payloadErrors = errors.filter((error) => bindingsAt(responseBindings(model, error), "payload").length > 0);
    return {
      noErrorWrapping: nodeMember(trait, "noErrorWrapping") === true ? true : undefined,
      payloadErrors: payloadErrors.length === 0 ? undefined : payloadErrors.map(({ id }) => id),
    };
  },
};

/** The table that a server of the protocol takes. */
export function wireTableOf(protocol: Protocol): WireTable {
  switch (`${protocol.binding} ${protocol.request}` as const) {
    case "rpc json":
      return json;
    case "rpc rpc-json":
      return rpcJson;
    case "rpc cbor":
      return cbor;
    case "rpc query":
    case "rpc ec2-query":
      return query(protocol);
    case "http rest-json":
      return restJson;
    case "http xml":
      return restXml;
    default:
      throw new Error(`No table for servers of ${protocol.trait}`);
  }
}
