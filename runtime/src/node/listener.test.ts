import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import type { Server, ServerResponse } from "../server/index.js";
import { nodeListener } from "./listener.js";
import { socketTransport } from "./socket-transport.js";
import { atEnd, open, send } from "./testing/exchanges.js";

/** A server that answers every request with the same. */
function answering(response: ServerResponse): Server {
  return {
    maximumBodyBytes: 1000,
    handle: () => response,
    refuse: () => response,
    fetch: () => Promise.reject(new Error("There is no fetch on this way")),
  };
}

describe("an answer", () => {
  it.each([
    ["ASCII", '{"a":"b"}', 9],
    ["Latin 1", '{"a":"ü"}', 10],
    ["beyond Latin 1", '{"a":"€"}', 11],
    ["beyond the basic plane", '{"a":"😀"}', 12],
    ["empty", "", 0],
  ])("that is %s is written as UTF-8, with its length", async (_, body, length) => {
    const http = createServer(nodeListener(answering({ status: 200, headers: ["X-A", "é"], body })));
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    atEnd(() => http.close());
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const response = await send(open(socketTransport()), origin);
    expect(response).toMatchObject({ statusCode: 200, body });
    expect(response.headers).toMatchObject({ "x-a": "é", "content-length": String(length) });
  });
});
