import { describe, expect, it } from "vitest";
import { cacheCredentials } from "./credential-cache.js";

const minute = 60_000;

function setup() {
  const state = { now: 0, asked: 0, fails: false };
  const get = cacheCredentials(
    async () => {
      state.asked++;
      if (state.fails) throw new Error("no answer");
      return { accessKeyId: `key${state.asked}`, secretAccessKey: "s", expiration: new Date(state.now + 60 * minute) };
    },
    () => state.now,
  );
  return { state, get };
}

describe("cacheCredentials", () => {
  it("asks once for callers at the same time, and not again while the answer holds", async () => {
    const { state, get } = setup();
    const both = await Promise.all([get(), get()]);
    expect(both.map(({ accessKeyId }) => accessKeyId)).toEqual(["key1", "key1"]);
    state.now = 54 * minute;
    expect(get()).toMatchObject({ accessKeyId: "key1" });
    expect(state.asked).toBe(1);
  });

  it("asks again before they end", async () => {
    const { state, get } = setup();
    await get();
    state.now = 56 * minute;
    expect(await get()).toMatchObject({ accessKeyId: "key2" });
  });

  it("keeps the old ones while they hold when the provider fails, and asks again after", async () => {
    const { state, get } = setup();
    await get();
    state.fails = true;
    state.now = 56 * minute;
    expect(await get()).toMatchObject({ accessKeyId: "key1" });
    state.now = 60 * minute;
    await expect(get()).rejects.toThrow("no answer");
    state.fails = false;
    expect(await get()).toMatchObject({ accessKeyId: "key4" });
  });
});
