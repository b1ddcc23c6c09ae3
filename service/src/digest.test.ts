import { expect, test } from "vitest";
import { parseDigest } from "./digest.js";

const hex = "8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8";

test.each([
  [`sha256:${hex}`, "stored"],
  [`sha512:${hex}${hex}`, "stored"],
  [`sha1:${hex}`, "foreign"],
  [`multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8`, "malformed"],
  [`sha3-256+b.x:ABCdef01`, "foreign"],
  [`sha256:${hex.toUpperCase()}`, "malformed"],
  [`sha256:${hex.slice(1)}`, "malformed"],
  [`sha256:${hex}0`, "malformed"],
  [`sha256:../../../../etc/passwd`, "malformed"],
  [`sha256:${hex.slice(3)}/..`, "malformed"],
  [`..:${hex}`, "malformed"],
  [`sha256`, "malformed"],
  [`sha256:`, "malformed"],
  [`:${hex}`, "malformed"],
  [`sha256:${hex}\n`, "malformed"],
  [``, "malformed"],
])("%j is %s", (text, kind) => {
  expect(parseDigest(text).kind).toBe(kind);
});
