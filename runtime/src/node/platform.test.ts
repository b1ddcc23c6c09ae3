import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultCredentials, defaultRegion, environmentCredentials } from "./platform.js";

afterEach(() => vi.unstubAllEnvs());

const key = { AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "secret" };

describe("the environment", () => {
  it.each([
    ["key and secret", key, { accessKeyId: "AKID", secretAccessKey: "secret" }],
    [
      "a token",
      { ...key, AWS_SESSION_TOKEN: "t" },
      { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "t" },
    ],
    [
      "an end",
      { ...key, AWS_CREDENTIAL_EXPIRATION: "2026-11-22T00:00:00Z" },
      { accessKeyId: "AKID", secretAccessKey: "secret", expiration: new Date(Date.UTC(2026, 10, 22)) },
    ],
    [
      "an end that is none",
      { ...key, AWS_CREDENTIAL_EXPIRATION: "soon" },
      { accessKeyId: "AKID", secretAccessKey: "secret" },
    ],
    ["no secret", { AWS_ACCESS_KEY_ID: "AKID" }, undefined],
    ["an empty secret", { ...key, AWS_SECRET_ACCESS_KEY: "" }, undefined],
    ["nothing", {}, undefined],
  ])("with %s", (_, environment, expected) => {
    expect(environmentCredentials(environment)).toEqual(expected);
  });

  it("is asked when a client is given no credentials", async () => {
    for (const [name, value] of Object.entries(key)) vi.stubEnv(name, value);
    expect(await defaultCredentials()).toEqual({ accessKeyId: "AKID", secretAccessKey: "secret" });
  });

  it.each([
    ["one", "two", "one"],
    ["", "two", "two"],
    ["", "", undefined],
  ])("with the regions %j and %j means %j", (region, fallback, expected) => {
    vi.stubEnv("AWS_REGION", region);
    vi.stubEnv("AWS_DEFAULT_REGION", fallback);
    expect(defaultRegion()).toBe(expected);
  });
});
