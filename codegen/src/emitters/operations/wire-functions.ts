import type { EmitterInput } from "../../emit/emitter.js";
import { code, type Code, type LiteralValue } from "../../emit/literal.js";
import { runtimeValue } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import type { Protocol } from "../../knowledge/protocols.js";
import { queryErrorInfo } from "../../knowledge/query-errors.js";
import { unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { wireNeedsOf } from "../../knowledge/wire-needs.js";
import { isStreaming } from "../../knowledge/traits.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";

type WireFunctions = { readonly [key: string]: LiteralValue | undefined };

/** What the client's side of a protocol takes for an operation: the functions that write its input and read its output and errors. */
export function wireFunctions(
  input: EmitterInput,
  file: TypeScriptFile,
  protocol: Protocol,
  operation: OperationInfo,
): WireFunctions {
  switch (`${protocol.binding} ${protocol.request}` as const) {
    case "rpc json":
    case "rpc rpc-json":
      return jsonFunctions(input, file, protocol, operation);
    case "rpc cbor":
      return cborFunctions(input, file, operation);
    case "rpc query":
    case "rpc ec2-query":
      return queryFunctions(input, file, protocol, operation);
    case "http rest-json":
    case "http xml":
      return httpFunctions(input, file, protocol, operation);
    default:
      throw new Error(`No functions for clients of ${protocol.trait}`);
  }
}

/** Those of `AwsJsonOperation` and `RpcV2JsonOperation`. Requests of the latter have no body where there is no input. */
function jsonFunctions(
  input: EmitterInput,
  file: TypeScriptFile,
  { request: dialect }: Protocol,
  operation: OperationInfo,
): WireFunctions {
  const { names } = input;
  const { input: given, output, errors } = operation;
  const unit = (name: string): Code => code(file.use(runtimeValue("codec", name)));
  const none = dialect === "json" ? unit : (): undefined => undefined;
  return {
    encode: given.id === unitId ? none("encodeUnit") : code(file.use(names.encode(given.id, dialect))),
    receive: output.id === unitId ? unit("decodeUnit") : code(file.use(names.receive(output.id, dialect))),
    parse: needsLossless(input, operation) ? code(file.use(runtimeValue("codec", "parseLosslessJson"))) : undefined,
    errors: Object.fromEntries(
      errors.map((error) => [nameOf(error.id), code(file.use(names.receive(error.id, dialect)))]),
    ),
  };
}

/** Those of `RpcV2CborOperation`. */
function cborFunctions(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo): WireFunctions {
  const { names } = input;
  const { input: given, output, errors } = operation;
  return {
    encode: given.id === unitId ? undefined : code(file.use(names.encode(given.id, "cbor"))),
    receive: code(
      file.use(output.id === unitId ? runtimeValue("codec/cbor", "readUnit") : names.receive(output.id, "cbor")),
    ),
    errors: Object.fromEntries(errors.map(({ id }) => [nameOf(id), code(file.use(names.receive(id, "cbor")))])),
  };
}

/** Those of `QueryOperation`. */
function queryFunctions(
  { names }: EmitterInput,
  file: TypeScriptFile,
  protocol: Protocol,
  { input: given, output, errors }: OperationInfo,
): WireFunctions {
  const receive = (id: ShapeId): Code => code(file.use(names.receive(id, "xml")));
  return {
    encode: given.id === unitId ? undefined : code(file.use(names.encode(given.id, protocol.request))),
    receive: output.members.size === 0 ? undefined : receive(output.id),
    errors: Object.fromEntries(errors.map((error) => [queryErrorInfo(protocol, error).code, receive(error.id)])),
  };
}

/** Whether the output or an error has numbers that `JSON.parse` could round. */
function needsLossless({ model, options }: EmitterInput, { output, errors }: OperationInfo): boolean {
  return [output, ...errors].some(({ id }) => wireNeedsOf(model, id, options.long).lossless);
}

/** Those of `HttpOperation`, and how bodies of errors are parsed where they are JSON. */
function httpFunctions(
  input: EmitterInput,
  file: TypeScriptFile,
  { request: dialect }: Protocol,
  { shape, errors, output }: OperationInfo,
): WireFunctions {
  const { names, model, options } = input;
  const lossless = errors.some(({ id }) => wireNeedsOf(model, id, options.long).lossless);
  const streams = [...output.members.values()].some((member) => isStreaming(model, member));
  return {
    request: code(file.use(names.message("request", shape.id, dialect))),
    receive: code(file.use(names.message("receiveResponse", shape.id, dialect))),
    streams: streams ? true : undefined,
    parse: lossless && dialect === "rest-json" ? code(file.use(runtimeValue("codec", "parseLosslessJson"))) : undefined,
    errors: Object.fromEntries(
      errors.map(({ id }) => [nameOf(id), code(file.use(names.message("receiveResponse", id, dialect)))]),
    ),
  };
}
