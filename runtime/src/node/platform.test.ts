import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultCredentials, defaultRegion, environmentCredentials, sharedCredentials } from "./platform.js";

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

describe("the shared configuration, read by @aws-sdk/credential-providers", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsmith-profiles-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, "credentials"),
    ["default", "work"].map((name) => `[${name}]\naws_access_key_id = ${name}\naws_secret_access_key = s\n`).join(""),
  );
  writeFileSync(
    join(folder, "config"),
    "[profile signed-on]\nsso_session = office\nsso_account_id = 123456789012\nsso_role_name = reader\n" +
      "[sso-session office]\nsso_region = us-east-1\nsso_start_url = https://example.com/start\n" +
      "[profile empty]\nregion = us-east-1\n",
  );
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
    vi.stubEnv("HOME", folder);
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
    vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  });

  it("gives those of the default profile, of AWS_PROFILE and of the profile that is asked for", async () => {
    expect(await defaultCredentials()).toMatchObject({ accessKeyId: "default", secretAccessKey: "s" });
    expect(await sharedCredentials("work")).toMatchObject({ accessKeyId: "work" });
    vi.stubEnv("AWS_PROFILE", "work");
    expect(await defaultCredentials()).toMatchObject({ accessKeyId: "work" });
  });

  it.each([
    [
      "there are none, and no instance to ask",
      "empty",
      /^No credentials .*: .+\. Give the client `credentials`, set AWS_ACCESS/,
    ],
    ["nobody signed on", "signed-on", /^No credentials .*: .+\. Run "aws sso login --profile signed-on"$/],
  ])("says what to do when %s", async (_, profile, message) => {
    await expect(sharedCredentials(profile)).rejects.toMatchObject({
      name: "ConfigurationError",
      setting: "credentials",
      message: expect.stringMatching(message) as string,
    });
  });

  it("says what to install where the package is absent", async () => {
    const absent = (name: string): Promise<never> => Promise.reject(new Error(`Cannot find package '${name}'`));
    await expect(sharedCredentials(undefined, absent)).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining("or install @aws-sdk/credential-providers to use") as string,
    });
  });
});
