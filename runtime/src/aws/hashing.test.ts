import { assert, asyncProperty, oneof, string, uint8Array } from "fast-check";
import { expect, it } from "vitest";
import * as node from "./hashing-node.js";
import * as web from "./hashing-web.js";

it("hashes the same on Node and on the web", async () => {
  await assert(
    asyncProperty(oneof(string({ unit: "grapheme" }), uint8Array()), string({ minLength: 1 }), async (data, key) => {
      expect(await web.sha256Hex(data)).toBe(await node.sha256Hex(data));
      const bytes = await node.hmac(key, "text");
      expect(await web.hmac(key, "text")).toEqual(new Uint8Array(bytes));
      expect(await web.hmacHex(bytes, "text")).toBe(await node.hmacHex(bytes, "text"));
    }),
  );
});
