import {
  decodeCbor,
  emptyCborMap,
  encodeCbor,
  readUnit,
  writeDocument,
  writeText,
  type CborWriter,
} from "../../codec/cbor/index.js";
import { DecodeError, type JsonValue } from "../../codec/index.js";
import type { CborWire, CborWireOperation } from "../../server/cbor-wire.js";
import type { JsonWire, JsonWireOperation } from "../../server/json-wire.js";
import { parseJsonBody } from "../../server/parse-json-body.js";
import type { ServerProtocol } from "../../server/types.js";
import { RpcV2Server } from "./rpc-server.js";
import { cborForm, jsonForm } from "./wire.js";

/**
 * The server's side of rpcv2Cbor (Smithy 2.0, "Smithy RPC v2 CBOR protocol").
 *
 * @param service the service's shape ID: paths have its name, or the whole ID with a dot
 */
export function rpcv2CborServer(service: string, wire: CborWire): ServerProtocol<CborWireOperation> {
  const name = service.slice(service.indexOf("#") + 1);
  return new RpcV2Server({
    protocol: "smithy.protocols#rpcv2Cbor",
    form: cborForm,
    serviceNames: [name, service.replace("#", ".")],
    operations: wire.operations,
    read: ({ decode = readUnit }, { body }) => decodeCbor(body.length === 0 ? emptyCborMap : body, decode),
    write: ({ encode }, output) => (encode === undefined ? undefined : encodeCbor(output as never, encode)),
    writeError: (shape, value) => cborError(shape, encodeCbor(value as never, wire.errors[shape] ?? writePlain)),
  });
}

/** The server's side of rpcv2Json (Smithy 2.0, "Smithy RPC v2 JSON protocol"). */
export function rpcv2JsonServer(service: string, wire: JsonWire): ServerProtocol<JsonWireOperation> {
  return new RpcV2Server({
    protocol: "smithy.protocols#rpcv2Json",
    form: jsonForm,
    serviceNames: [service.slice(service.indexOf("#") + 1)],
    operations: wire.operations,
    read(route, request) {
      const text = request.text();
      if (text === undefined) throw new DecodeError("", "it is not UTF-8 text");
      return route.decode(text === "" ? {} : parseJsonBody(text, route), "");
    },
    write: ({ encode }, output) => encode?.(output as never),
    writeError(shape, value) {
      const json = (wire.errors[shape] ?? JSON.stringify)(value as never);
      const type = `{"__type":${JSON.stringify(shape)}`;
      return json === "{}" ? `${type}}` : `${type},${json.slice(1)}`;
    },
  });
}

/** An error of the framework is plain data. */
function writePlain(writer: CborWriter, value: JsonValue): void {
  writeDocument(writer, value, "");
}

/** The map of an error's members with `__type` before them, as one that ends with a break: its length needs no reckoning then. */
function cborError(shape: string, members: Uint8Array): Uint8Array {
  const type = encodeCbor(shape, (writer, text) => {
    writeText(writer, "__type", "");
    writeText(writer, text, "");
  });
  const information = (members[0] ?? 0) & 0x1f;
  const entries = members.subarray(information < 24 ? 1 : 1 + 2 ** (information - 24));
  const whole = new Uint8Array(type.length + entries.length + 2);
  whole[0] = 0xbf;
  whole.set(type, 1);
  whole.set(entries, 1 + type.length);
  whole[whole.length - 1] = 0xff;
  return whole;
}
