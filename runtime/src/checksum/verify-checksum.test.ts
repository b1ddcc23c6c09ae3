import { expect, it } from "vitest";
import { chunksOf, streamOfBytes } from "../http/byte-streams.js";
import { base64ChecksumOf, verifiedStream, verifyChecksum } from "./verify-checksum.js";

const hello = new TextEncoder().encode("hello");

it("takes bytes with their checksum, and refuses others", () => {
  expect(base64ChecksumOf("CRC32", "hello")).toBe("NhCmhg==");
  expect(() => verifyChecksum("CRC32", hello, "NhCmhg==")).not.toThrow();
  expect(() => verifyChecksum("CRC32", hello, "AAAAAA==")).toThrow(
    "The CRC32 checksum of the body is NhCmhg==, but AAAAAA== came with it",
  );
});

it("passes a stream on, and fails where it should end when the checksum is another", async () => {
  const seen: Uint8Array[] = [];
  const read = async (expected: string): Promise<void> => {
    for await (const piece of chunksOf(verifiedStream(streamOfBytes(hello), "CRC32", expected))) seen.push(piece);
  };
  await read("NhCmhg==");
  expect(seen).toEqual([hello]);
  await expect(read("AAAAAA==")).rejects.toMatchObject({ name: "ChecksumError" });
  expect(seen).toEqual([hello, hello]);
});
