import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkInput } from "./check-input.js";
import { createClient } from "./client.js";
import { clientOf } from "./client-of.js";
import type { AttemptEnd, AttemptStart } from "./hooks.js";
import { idempotencyToken } from "./input.js";
import { observe } from "./observe.js";
import { credentials, getBook, library } from "./testing/operation.js";
import { response, ScriptedTransport } from "./testing/scripted-transport.js";
import { version } from "./version.js";
import { awsJson1_1Operation } from "../protocols/aws-json/client.js";
import { hostLabel, prefixHost } from "./endpoint.js";

const ok = response(200, {}, { "x-amzn-requestid": "r-1", "set-cookie": "secret" });

describe("a request", () => {
  it("carries the protocol's headers, the client's, the call's, and a signature", async () => {
    const transport = new ScriptedTransport(ok);
    const client = createClient({
      region: "eu-west-1",
      credentials: { ...credentials, sessionToken: "token" },
      transport,
      headers: { "X-Trace": "a", "Content-Type": "text/plain" },
      userAgent: "my-app/1.0",
    });
    await getBook(client, { title: "é" }, { headers: { "x-trace": "b" } });
    expect(transport.requests[0]).toMatchObject({
      method: "POST",
      origin: "https://library.eu-west-1.amazonaws.com",
      path: "/",
      body: '{"title":"é"}',
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "Library_2026.GetBook",
        "x-trace": "b",
        "x-amz-security-token": "token",
        "user-agent": `tsmith/${version} lang/js md/nodejs#${process.versions.node} api/Library#2026-01-01 my-app/1.0`,
        authorization: expect.stringMatching(
          /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/library\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[\da-f]{64}$/,
        ),
      },
    });
  });

  it("goes unsigned for an anonymous client", async () => {
    const transport = new ScriptedTransport(ok);
    await getBook(createClient({ endpoint: "http://127.0.0.1:1", credentials: "anonymous", transport }), {});
    expect(transport.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("is signed by the signer that the configuration gives", async () => {
    const transport = new ScriptedTransport(ok);
    const signer = { scheme: "x", sign: (request: object) => ({ ...request, headers: { signed: "yes" } }) as never };
    await getBook(createClient({ region: "us-east-1", credentials, transport, signer }), {});
    expect(transport.requests[0]?.headers).toEqual({ signed: "yes" });
  });

  it("has an idempotency token where the caller gave none", async () => {
    const transport = new ScriptedTransport(ok);
    const client = createClient({ endpoint: "http://127.0.0.1:1", credentials: "anonymous", transport });
    const operation = awsJson1_1Operation<{ readonly token?: string }, unknown>({
      service: library,
      name: "Once",
      fillIn: idempotencyToken("token"),
      encode: JSON.stringify,
      receive: (value) => value,
      errors: {},
    });
    await operation(client);
    await operation(client, { token: "mine" });
    expect(transport.requests.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^\{"token":"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"\}$/),
      '{"token":"mine"}',
    ]);
  });
});

describe("an endpoint", () => {
  it.each([
    ["us-east-1", "https://library.us-east-1.amazonaws.com"],
    ["us-gov-west-1", "https://library.us-gov-west-1.amazonaws.com"],
    ["cn-north-1", "https://library.cn-north-1.amazonaws.com.cn"],
    ["us-iso-east-1", "https://library.us-iso-east-1.c2s.ic.gov"],
    ["us-isob-east-1", "https://library.us-isob-east-1.sc2s.sgov.gov"],
    ["us-isof-south-1", "https://library.us-isof-south-1.csp.hci.ic.gov"],
    ["eu-isoe-west-1", "https://library.eu-isoe-west-1.cloud.adc-e.uk"],
    ["eusc-de-east-1", "https://library.eusc-de-east-1.amazonaws.eu"],
  ])("of %s is %s", (region, origin) => {
    expect(createClient({ region }).endpointOf(library)).toEqual({ origin, basePath: "" });
  });

  it.each([
    ["http://127.0.0.1:8000", { origin: "http://127.0.0.1:8000", basePath: "" }],
    ["https://example.com:443/base/", { origin: "https://example.com", basePath: "/base" }],
    ["https://example.com//a/./b/..//c//", { origin: "https://example.com", basePath: "/a/c" }],
    [new URL("http://[::1]:80/a/b"), { origin: "http://[::1]", basePath: "/a/b" }],
  ])("can be given: %s", (endpoint, expected) => {
    expect(createClient({ endpoint }).endpointOf(library)).toEqual(expected);
  });

  it.each([
    "example.com",
    "ftp://example.com",
    "https://a:b@example.com",
    "https://example.com/?a=b",
    "https://example.com/#a",
    "",
  ])("cannot be %j", (endpoint) => {
    expect(() => createClient({ endpoint })).toThrow(
      expect.objectContaining({ name: "ConfigurationError", setting: "endpoint" }),
    );
  });

  it.each([
    ["localhost:9101", '"localhost:9101"'],
    ["http://me:secret@host", '"...host"'],
    ["http://host/?token=secret", '"http://host/..."'],
  ])("%s is shown without what may be secret", (endpoint, shown) => {
    expect(() => createClient({ endpoint })).toThrow(`${shown} must be a plain HTTP URL like http://`);
  });

  it.each(["evil.com/", "a b", "-a", "a.b", "é", ""])("does not follow from the region %j", async (region) => {
    await expect(getBook(createClient({ region, credentials }), {})).rejects.toMatchObject({
      name: "ConfigurationError",
      setting: "region",
    });
  });

  it("is missing for a service that is not AWS's", () => {
    const { endpointPrefix: _, ...service } = library;
    expect(() => createClient({ region: "us-east-1" }).endpointOf(service)).toThrow("Library needs an `endpoint`");
  });

  it.each([
    ["https://library.us-east-1.amazonaws.com", "https://data-library.us-east-1.amazonaws.com"],
    ["http://127.0.0.1:8000", "http://127.0.0.1:8000"],
    ["http://localhost:8000", "http://localhost:8000"],
    ["http://[::1]", "http://[::1]"],
    ["http://localhost.example", "http://data-localhost.example"],
  ])("with a host prefix: %s is %s", (origin, expected) => {
    expect(prefixHost(origin, "data-")).toBe(expected);
  });

  it.each(["a/b", "a.b", "", undefined, "a\r\n"])("takes no host label %j", (label) => {
    expect(() => hostLabel(label)).toThrow(expect.objectContaining({ name: "InputError" }));
  });
});

describe("input", () => {
  const client = (config = {}) => createClient({ endpoint: "http://127.0.0.1:1", credentials: "anonymous", ...config });
  const validators = {
    parseBookInput: (value: { readonly title?: string }) =>
      value.title === "bad"
        ? { ok: false, failures: [{ path: "/title", message: "no", value: "bad" }] }
        : { ok: true, value },
  };

  it.each([null, 5, "text", true])("of another type is refused before it is sent: %j", async (given) => {
    await expect(getBook(client(), given as never)).rejects.toMatchObject({ name: "InputError" });
  });

  it("that cannot be encoded is refused with the place, never the value", async () => {
    const where = Object.assign(new Error("BookInput.title: expected a string"), { where: "BookInput.title" });
    const operation = (thrown: Error) =>
      awsJson1_1Operation<object, unknown>({
        service: library,
        name: "GetBook",
        encode: () => {
          throw thrown;
        },
        receive: (value) => value,
        errors: {},
      });
    await expect(operation(where)(client(), {})).rejects.toMatchObject({
      name: "InputError",
      message: "Invalid input of GetBook: BookInput.title: expected a string",
      failures: [{ path: "BookInput.title", message: "BookInput.title: expected a string" }],
    });
    await expect(operation(new TypeError("'secret' is wrong"))(client(), {})).rejects.toMatchObject({
      message: "Invalid input of GetBook: it cannot be written",
    });
  });

  it("is checked against the model's constraints where that is asked for", async () => {
    const transport = new ScriptedTransport(ok);
    const strict = client({ transport, inputCheck: checkInput(() => Promise.resolve(validators)) });
    await expect(getBook(strict, { title: "bad" })).rejects.toMatchObject({
      name: "InputError",
      failures: [{ path: "/title", message: "no" }],
    });
    await getBook(strict, { title: "good" });
    await getBook(client({ transport }), { title: "bad" });
    expect(transport.requests).toHaveLength(2);
    await expect(getBook(client({ transport, inputCheck: checkInput({}) }), {})).rejects.toMatchObject({
      name: "ConfigurationError",
      setting: "inputCheck",
    });
  });

  it('is only reported with `validate: "warn"` of a client class', async () => {
    const transport = new ScriptedTransport(ok);
    const reported: unknown[] = [];
    const config = { endpoint: "http://127.0.0.1:1", credentials: "anonymous", transport } as const;
    const load = () => Promise.resolve(validators);
    const warns = clientOf(
      { ...config, validate: "warn", hooks: { inputInvalid: (event) => reported.push(event) } },
      load,
    );
    await getBook(warns, { title: "bad" });
    expect(reported).toEqual([
      { service: "example#Library_2026", operation: "GetBook", failures: [{ path: "/title", message: "no" }] },
    ]);
    await expect(getBook(clientOf({ ...config, validate: "error" }, load), { title: "bad" })).rejects.toThrow("no");
    await getBook(
      clientOf(config, () => Promise.reject(new Error("never loaded"))),
      { title: "bad" },
    );
    expect(clientOf(warns, load)).toBe(warns);
  });
});

it("tells hooks what happens, without what lets them act for the caller", async () => {
  const events: (AttemptStart | AttemptEnd)[] = [];
  const observer = observe({ attemptStart: (event) => events.push(event), attemptEnd: (event) => events.push(event) });
  const transport = new ScriptedTransport(response(503, ""), ok);
  const client = createClient({
    region: "us-east-1",
    credentials: { ...credentials, sessionToken: "token" },
    transport,
    observer,
    random: () => 0,
  });
  await getBook(client, { title: "é" });
  expect(events).toMatchObject([
    {
      operation: "GetBook",
      attempt: 1,
      request: { method: "POST", url: "https://library.us-east-1.amazonaws.com/", bodyBytes: 14 },
    },
    { attempt: 1, response: { statusCode: 503 }, error: "UnknownError", retryAfter: 0 },
    { attempt: 2, request: { headers: { authorization: "(hidden)", "x-amz-security-token": "(hidden)" } } },
    { attempt: 2, response: { statusCode: 200, requestId: "r-1", headers: { "set-cookie": "(hidden)" } } },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Signature=|"token"|secret|"title"/);
});

it("asks for credentials on the web, where there is no environment", async () => {
  const { defaultCredentials, defaultRegion, userAgentHeaders } = await import("./platform-web.js");
  expect(() => defaultCredentials()).toThrow(expect.objectContaining({ setting: "credentials" }));
  expect([defaultRegion(), userAgentHeaders(library, "a")]).toEqual([undefined, undefined]);
});

it("has the version of its package", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(version).toBe(manifest.version);
});
