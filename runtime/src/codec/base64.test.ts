import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bytesOfBase64, bytesToBase64 } from "./base64.js";

describe.each(["with Node's Buffer", "without it"])("base64 %s", (where) => {
  const withoutBuffer = (): void => {
    if (where === "without it") vi.stubGlobal("Buffer", undefined);
  };
  afterEach(() => vi.unstubAllGlobals());

  it("returns any bytes, also those of a part of a buffer", () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 255 }), fc.nat({ max: 3 }), (bytes, start) => {
        const expected = Buffer.from(bytes.subarray(start)).toString("base64");
        withoutBuffer();
        const text = bytesToBase64(bytes.subarray(start));
        const back = bytesOfBase64(text);
        vi.unstubAllGlobals();
        expect(text).toBe(expected);
        expect(back).toEqual(new Uint8Array(bytes.subarray(start)));
      }),
    );
  });

  it("takes megabytes", () => {
    const bytes = new Uint8Array(3_000_000).fill(7);
    withoutBuffer();
    expect(bytesOfBase64(bytesToBase64(bytes))?.length).toBe(bytes.length);
  });

  it.each(["a", "ab", "abc", "a===", "ab=c", "ab cd===", "ab-_", "YQ==\n", "====", "é==="])("refuses %j", (text) => {
    withoutBuffer();
    expect(bytesOfBase64(text)).toBeUndefined();
  });
});
