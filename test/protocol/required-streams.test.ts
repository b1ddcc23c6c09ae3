import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import type { Server } from "../../runtime/src/server/index.js";
import { generateService } from "../protocol-tests/generated-service.js";
import { isBound, protocols, type ProtocolId } from "./event-streams/model.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const model = (protocol: string): string => `$version: "2.0"
namespace x
use ${protocol}
@${protocol.slice(protocol.indexOf("#") + 1)}
service Streams { version: "1", operations: [Must, May, MustBytes, MayBytes, MustText, MayText] }
@http(method: "POST", uri: "/Must")
operation Must { output := { @required @httpPayload events: Events } }
@http(method: "POST", uri: "/May")
operation May { output := { @httpPayload events: Events } }
@http(method: "POST", uri: "/MustBytes")
operation MustBytes { output := { @required @httpPayload bytes: Bytes } }
@http(method: "POST", uri: "/MayBytes")
operation MayBytes { output := { @httpPayload bytes: Bytes = "" } }
@http(method: "POST", uri: "/MustText")
operation MustText { output := { @required @httpPayload text: String } }
@http(method: "POST", uri: "/MayText")
operation MayText { output := { @httpPayload text: String } }
@streaming blob Bytes
@streaming union Events { text: Text }
structure Text { text: String }
`;

describe.each(Object.keys(protocols) as ProtocolId[])("outputs over %s", (protocol) => {
  const reported: unknown[] = [];
  let server: Server;
  beforeAll(async () => {
    const { model: loaded } = loadModel([createSource("model", model(protocol))]);
    if (loaded === undefined) throw new Error("The model does not load");
    const service = await generateService(root, loaded, "x#Streams");
    const handlers = service.index.operations.map(({ shape }) => [service.names.method(shape.id), () => ({})]);
    const onError = (error: unknown): void => void reported.push(error);
    server = service.createServer(Object.fromEntries(handlers) as object, { onError });
  });
  beforeEach(() => {
    reported.length = 0;
  });

  async function call(operation: string): Promise<number> {
    const rpc = protocol.startsWith("smithy.protocols#rpcv2");
    const path = isBound(protocol) ? `/${operation}` : rpc ? `/service/Streams/operation/${operation}` : "/";
    const version = protocol.endsWith("1_0") ? "1.0" : "1.1";
    const headers: Record<string, string> = rpc
      ? { "smithy-protocol": protocol.endsWith("Cbor") ? "rpc-v2-cbor" : "rpc-v2-json" }
      : isBound(protocol)
        ? {}
        : { "x-amz-target": `Streams.${operation}`, "content-type": `application/x-amz-json-${version}` };
    const body = isBound(protocol) || rpc ? undefined : "{}";
    const response = await server.fetch(
      new Request(`http://localhost${path}`, { method: "POST", headers, ...(body === undefined ? {} : { body }) }),
    );
    await response.arrayBuffer();
    return response.status;
  }

  // Blobs and text are payloads where HTTP traits bind them.
  const cases = [
    ["Must", "May", "events"],
    ...(isBound(protocol)
      ? [
          ["MustBytes", "MayBytes", "bytes"],
          ["MustText", "MayText", "text"],
        ]
      : []),
  ];

  it.each(cases)("of %s cannot lack what they must have, those of %s can", async (must, may, member) => {
    expect(await call(may as string)).toBe(200);
    expect(reported).toEqual([]);
    expect(await call(must as string)).toBe(500);
    const message = expect.stringMatching(`^${must}Output\\.${member}: .*required`) as unknown;
    expect(reported).toEqual([expect.objectContaining({ name: "EncodeError", message })]);
  });
});
