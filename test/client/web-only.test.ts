import { webcrypto } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createContext, runInContext, type Context } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { digest } from "../protocol/ecr-package.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A module of the reference package as one script, as for browsers, with what it exports in `exports`. */
async function script(module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from "./generated/ecr/dist/${module}.js";`, resolveDir: root },
    bundle: true,
    format: "iife",
    globalName: "exports",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}

/** A world with what the web's standards give, and nothing of Node: no `process`, no `Buffer`, no modules. */
async function world(module: string, more: Readonly<Record<string, unknown>> = {}): Promise<Context> {
  const context = createContext({
    ...{ AbortController, AbortSignal, Headers, ReadableStream, Request, Response, TransformStream, URL },
    ...{ TextDecoder, TextEncoder, Uint8Array, atob, btoa, clearTimeout, crypto: webcrypto, setTimeout },
    ...more,
  });
  runInContext(await script(module), context);
  return context;
}

describe("where there is only fetch", () => {
  it("client and server work, and sign as anywhere", async () => {
    const serverWorld = await world("server");
    const server = runInContext(
      `exports.createEcrServer({ batchCheckLayerAvailability: ({ layerDigests }, { request }) => ({
        layers: layerDigests.map((layerDigest) => ({ layerDigest, mediaType: request.header("authorization") })),
      }) })`,
      serverWorld,
    ) as { fetch(request: Request): Promise<Response> };
    const fetch = (url: string, init: RequestInit) => server.fetch(new Request(url, init));
    const clientWorld = await world("client", {
      fetch,
      input: { repositoryName: "amazonlinux", layerDigests: [digest] },
    });
    const call = (config: string): Promise<unknown> =>
      runInContext(`new exports.EcrClient(${config}).batchCheckLayerAvailability(input)`, clientWorld);
    const signed = await call(`{ region: "us-east-1", credentials: { accessKeyId: "key", secretAccessKey: "b" } }`);
    expect(signed).toMatchObject({
      layers: [{ layerDigest: digest, mediaType: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=key\//) }],
    });
    await expect(call(`{ region: "us-east-1" }`)).rejects.toMatchObject({ setting: "credentials" });
    await expect(call(`{ credentials: "anonymous" }`)).rejects.toMatchObject({ setting: "region" });
  });
});
