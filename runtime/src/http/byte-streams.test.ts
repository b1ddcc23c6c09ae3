import { expect, it } from "vitest";
import { chunksOf, collect, isStream, joinBytes, streamOf, streamOfBytes } from "./byte-streams.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A source that counts what it was asked for. */
function counted(...pieces: readonly string[]) {
  const seen = { asked: 0, left: false };
  const source = (async function* () {
    try {
      for (const piece of pieces) {
        seen.asked++;
        yield bytes(piece);
      }
    } finally {
      seen.left = true;
    }
  })();
  return { seen, source };
}

const textOf = async (source: Parameters<typeof collect>[0]): Promise<string> =>
  new TextDecoder().decode(await collect(source, 100, () => new Error("too long")));

it("brings pieces through a stream and back", async () => {
  expect(await textOf(streamOf(counted("a", "bc", "").source))).toBe("abc");
  expect(await textOf(streamOfBytes(bytes("abc")))).toBe("abc");
  expect(await textOf(streamOfBytes(bytes("")))).toBe("");
  expect(joinBytes([])).toEqual(new Uint8Array(0));
});

it("asks the source for a piece only when somebody waits for it", async () => {
  const { seen, source } = counted("a", "b", "c");
  const reader = streamOf(source).getReader();
  expect(seen.asked).toBe(0);
  await reader.read();
  expect(seen.asked).toBe(1);
  await reader.cancel();
  expect(seen).toEqual({ asked: 1, left: true });
});

it("cancels the stream when its reader leaves early", async () => {
  const { seen, source } = counted("a", "b");
  for await (const piece of chunksOf(streamOf(source))) {
    expect(piece).toEqual(bytes("a"));
    break;
  }
  expect(seen).toEqual({ asked: 1, left: true });
});

it("passes errors on, and refuses what is too long", async () => {
  const broken = (async function* () {
    yield bytes("a");
    throw new Error("broken");
  })();
  await expect(textOf(streamOf(broken))).rejects.toThrow("broken");
  await expect(textOf(streamOfBytes(new Uint8Array(101)))).rejects.toThrow("too long");
});

it.each([
  ["text", "text", false],
  ["bytes", bytes("a"), false],
  ["a stream", streamOfBytes(bytes("a")), true],
])("tells a stream from %s", (_, body, expected) => {
  expect(isStream(body)).toBe(expected);
});
