import { expect, it } from "vitest";
import { streamOfBytes } from "../http/byte-streams.js";
import { callWithSteps } from "./testing/steps.js";
import { unsignedPayload, unsignedStream } from "./unsigned-payload.js";

const stream = () => streamOfBytes(new Uint8Array(3));

it.each([
  ["any body", unsignedPayload, { body: "text" }, "UNSIGNED-PAYLOAD"],
  ["a stream", unsignedStream, { body: stream() }, "UNSIGNED-PAYLOAD"],
  ["what is no stream", unsignedStream, { body: "text" }, undefined],
  ["a stream of which more is said", unsignedStream, { body: stream(), headers: { "x-amz-content-sha256": "a" } }, "a"],
])("says of %s what of it is signed", async (_, step, parts, expected) => {
  const { request } = await callWithSteps({ steps: [step], parts });
  expect(request.headers["x-amz-content-sha256"]).toBe(expected);
});
