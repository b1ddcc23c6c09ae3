import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, it } from "vitest";
import { Sha256 } from "../aws/testing/sha256.js";
import { decodeMessage } from "./decode-message.js";
import { encodeHeaders, encodeMessage } from "./encode-message.js";
import { eventMessage } from "./events.js";
import type { EventMessage } from "./message.js";
import { signEvents, verifyEvents, type EventSigning } from "./signed-events.js";

const start = Date.UTC(2026, 10, 25, 12);

/** A second passes with every look at the clock. */
function signing(): EventSigning {
  let now = start;
  return {
    secretAccessKey: "secret",
    region: "us-east-1",
    service: "transcribe",
    seed: "ab".repeat(32),
    now: () => (now += 1000),
  };
}

const messages = ["a", "b"].map((payload) => encodeMessage(eventMessage("audio", { payload })));

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* all;
}

async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const one of source) seen.push(one);
  return seen;
}

const signed = (): Promise<readonly Uint8Array[]> => all(signEvents(pieces(...messages), signing()));
const verify = (...frames: readonly Uint8Array[]): Promise<readonly EventMessage[]> =>
  all(verifyEvents(pieces(...frames), { ...signing(), now: () => start }));

it("signs as the AWS SDK does, and ends with an empty message", async () => {
  const peer = new SignatureV4({
    credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    region: "us-east-1",
    service: "transcribe",
    sha256: Sha256,
  });
  const frames = (await signed()).map((frame) => decodeMessage(frame));
  expect(frames.map(({ payload }) => payload.length)).toEqual([...messages.map(({ length }) => length), 0]);
  let priorSignature = "ab".repeat(32);
  for (const { headers, payload } of frames) {
    const date = headers.get(":date");
    if (date?.type !== "timestamp") throw new Error("no date");
    const event = { headers: encodeHeaders(new Map([[":date", date]])), payload };
    priorSignature = await peer.sign(event, { priorSignature, signingDate: date.value });
    const signature = headers.get(":chunk-signature");
    expect(signature?.type === "blob" && Buffer.from(signature.value).toString("hex")).toBe(priorSignature);
  }
});

it("verifies what was signed", async () => {
  expect(await verify(...(await signed()))).toEqual(messages.map((message) => decodeMessage(message)));
});

describe("refuses", () => {
  it.each<[string, (frames: readonly Uint8Array[]) => readonly Uint8Array[], string]>([
    ["events in another order", ([a, b, end]) => [b, a, end] as Uint8Array[], "does not match"],
    ["a missing event", ([, b, end]) => [b, end] as Uint8Array[], "does not match"],
    ["a missing end", ([a, b]) => [a, b] as Uint8Array[], "without their last message"],
    ["nothing", () => [], "without their last message"],
    ["a second end", (frames) => [...frames, ...frames.slice(-1)], "follows the end"],
    ["an unsigned event", () => messages, "is not signed"],
  ])("%s", async (_, change, expected) => {
    await expect(verify(...change(await signed()))).rejects.toThrow(expected);
  });

  it("an event of another time", async () => {
    const late = verifyEvents(pieces(...(await signed())), { ...signing(), now: () => start + 3_600_000 });
    await expect(all(late)).rejects.toThrow("expired");
  });
});
