import { defineOperation } from "../../client/define-operation.js";
import type { Operation, OperationFacts } from "../../client/operation.js";
import { requestIdOf } from "../../client/request-id.js";
import { decodeCbor, emptyCborMap, encodeCbor, type CborWriter, type ReadCbor } from "../../codec/cbor/index.js";
import { DecodeError } from "../../codec/codec-errors.js";
import { parsePlainJson } from "../../codec/parse-json.js";
import type { ServiceError, ServiceErrorOptions } from "../../errors/index.js";
import type { HttpResponse } from "../../http/message.js";
import { readCborError, readJsonError, type ReceiveCborError, type ReceiveJsonError } from "./read-error.js";
import { cborForm, isOfForm, jsonForm, type RpcV2Form } from "./wire.js";

/** An operation as generated code describes it to `smithy.protocols#rpcv2Cbor`. */
export interface RpcV2CborOperation<Input, Output> extends OperationFacts<Input> {
  /** Writes the input. Absent for an operation without input, whose requests have no body. */
  readonly encode?: ((writer: CborWriter, input: Input) => void) | undefined;
  readonly receive: ReadCbor<Output>;
  readonly errors: Readonly<Record<string, ReceiveCborError>>;
}

/** An operation as generated code describes it to `smithy.protocols#rpcv2Json`. */
export interface RpcV2JsonOperation<Input, Output> extends OperationFacts<Input> {
  /** The input as JSON text. Absent for an operation without input, whose requests have no body. */
  readonly encode?: ((input: Input) => string) | undefined;
  /** The output from parsed JSON. */
  readonly receive: (value: unknown, path: string) => Output;
  /** Parses a body; with `parsePlainJson` unless the output has numbers that it could round. */
  readonly parse?: ((text: string) => unknown) | undefined;
  readonly errors: Readonly<Record<string, ReceiveJsonError>>;
}

/** An operation that speaks `smithy.protocols#rpcv2Cbor`. */
export function rpcv2CborOperation<Input, Output>({
  encode,
  receive,
  errors,
  ...facts
}: RpcV2CborOperation<Input, Output>): Operation<Input, Output> {
  return rpcOperation(cborForm, facts, {
    write: encode === undefined ? undefined : (input) => encodeCbor(input, encode),
    read: (body) => decodeCbor(body.length === 0 ? emptyCborMap : body, receive),
    error: (body, options) => readCborError(body, errors, options),
  });
}

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true });

/** An operation that speaks `smithy.protocols#rpcv2Json`. */
export function rpcv2JsonOperation<Input, Output>({
  encode,
  receive,
  errors,
  parse = parsePlainJson,
  ...facts
}: RpcV2JsonOperation<Input, Output>): Operation<Input, Output> {
  return rpcOperation(jsonForm, facts, {
    write: encode,
    read: (body) => receive(parse(utf8.decode(body) || "{}"), ""),
    error: (body, options) => readJsonError(body, errors, parse, options),
  });
}

/** What a format makes of bodies. */
interface BodyFormat<Input, Output> {
  readonly write: ((input: Input) => string | Uint8Array) | undefined;
  readonly read: (body: Uint8Array) => Output;
  readonly error: (body: Uint8Array, options: ServiceErrorOptions) => ServiceError;
}

const noBody = /* @__PURE__ */ new Uint8Array(0);

function rpcOperation<Input, Output>(
  form: RpcV2Form,
  facts: OperationFacts<Input>,
  { write, read, error }: BodyFormat<Input, Output>,
): Operation<Input, Output> {
  const { shape } = facts.service;
  const path = `/service/${shape.slice(shape.indexOf("#") + 1)}/operation/${facts.name}`;
  const headers = {
    accept: form.mediaType,
    "smithy-protocol": form.name,
    ...(write === undefined ? {} : { "content-type": form.mediaType }),
  };
  return defineOperation({
    ...facts,
    protocol: {
      request: (input) => ({ method: "POST", path, headers, body: write === undefined ? noBody : write(input) }),
      output(response) {
        if (!isOfForm(response, form)) throw notOfForm(form);
        return read(response.body);
      },
      error: (response) => error(isOfForm(response, form) ? response.body : noBody, optionsOf(response)),
    },
  });
}

function notOfForm({ name }: RpcV2Form): DecodeError {
  return new DecodeError("", `the response's header Smithy-Protocol does not say ${name}`);
}

function optionsOf({ statusCode, headers }: HttpResponse): ServiceErrorOptions {
  return { statusCode, requestId: requestIdOf(headers) };
}
