import { expect, it } from "vitest";
import { Cancellation } from "./cancellation.js";
import { fetchTransport } from "./fetch-transport.js";

const sent: string[] = [];
const transport = fetchTransport({
  async fetch(url) {
    sent.push(String(url));
    return new Response();
  },
});

function send(path: string) {
  const request = { method: "GET", origin: "http://localhost", path, headers: {}, body: "" };
  return transport.send(request, { cancellation: new Cancellation(), maximumBodyBytes: 10 });
}

it.each(["/..", "/a/../b", "/./a", "/a/%2e%2E/b", "/a/.%2e?q"])(
  "refuses %s, which would lead elsewhere",
  async (path) => {
    await expect(send(path)).rejects.toMatchObject({ name: "TransportError", kind: "malformed" });
  },
);

it.each(["/", "/a..b/...", "/.a?b=/../c"])("sends %s as it is", async (path) => {
  await send(path);
  expect(sent.at(-1)).toBe(`http://localhost${path}`);
});
