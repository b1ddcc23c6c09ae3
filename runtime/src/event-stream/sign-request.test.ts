import { expect, it } from "vitest";
import { streamOf, chunksOf } from "../http/byte-streams.js";
import { encodeMessage } from "./encode-message.js";
import { eventMessage, kindOf } from "./events.js";
import { sigV4Events } from "./sign-request.js";
import { verifyEvents } from "./signed-events.js";

const context = {
  signingName: "transcribe",
  region: "us-east-1",
  credentials: () => Promise.resolve({ accessKeyId: "id", secretAccessKey: "secret" }),
  now: Date.UTC(2026, 10, 25),
};
const request = { method: "POST", origin: "https://example.com", path: "/", headers: {} };

it("signs a request and after it each of its events", async () => {
  const body = (async function* () {
    yield encodeMessage(eventMessage("a"));
    yield encodeMessage(eventMessage("b"));
  })();
  const signed = await sigV4Events.sign({ ...request, body: streamOf(body) }, context);
  expect(signed.headers["x-amz-content-sha256"]).toBe("STREAMING-AWS4-HMAC-SHA256-EVENTS");
  const seed = signed.headers["authorization"]?.split("Signature=")[1] ?? "";
  const verified = verifyEvents(chunksOf(signed.body as ReadableStream<Uint8Array>), {
    secretAccessKey: "secret",
    region: "us-east-1",
    service: "transcribe",
    seed,
    now: () => context.now,
  });
  const seen: unknown[] = [];
  for await (const message of verified) seen.push(kindOf(message));
  expect(seen).toEqual([
    { kind: "event", name: "a" },
    { kind: "event", name: "b" },
  ]);
});

it("signs any other request as usual", async () => {
  const signed = await sigV4Events.sign({ ...request, body: "text" }, context);
  expect(signed.body).toBe("text");
  expect(signed.headers).not.toHaveProperty("x-amz-content-sha256");
});
