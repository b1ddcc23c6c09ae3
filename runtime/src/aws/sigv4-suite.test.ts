import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../../../test/support/shared-data.js";
import type { HttpRequest } from "../http/message.js";
import { presignRequest, signRequest, type SignOptions } from "./sign.js";
import { parseRawRequest } from "./testing/raw-request.js";
import { verifyRequest, type SignedRequest, type VerifyOptions } from "./verify.js";

interface Context {
  readonly credentials: { readonly access_key_id: string; readonly secret_access_key: string; readonly token?: string };
  readonly expiration_in_seconds: number;
  readonly normalize: boolean;
  readonly region: string;
  readonly service: string;
  readonly sign_body: boolean;
  readonly timestamp: string;
  readonly omit_session_token?: boolean;
}

function headerRecord(request: SignedRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    // The canonical form of a header that comes several times.
    headers[key] = headers[key] === undefined ? value : `${headers[key]},${value}`;
  }
  return headers;
}

const folder = sharedData("sigv4/tests/aws-signing-test-suite/v4");

describe.runIf(hasSharedData())("AWS's signing test suite", () => {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const read = (file: string): string => readFileSync(`${folder}/${name}/${file}`, "utf8");
    const context = JSON.parse(read("context.json")) as Context;
    const { credentials: keys } = context;
    const credentials = {
      accessKeyId: keys.access_key_id,
      secretAccessKey: keys.secret_access_key,
      ...(keys.token === undefined ? {} : { sessionToken: keys.token }),
    };
    const now = Date.parse(context.timestamp);
    const raw = parseRawRequest(read("request.txt"));
    const request: HttpRequest = {
      method: raw.method,
      origin: "https://example.amazonaws.com",
      path: raw.path,
      headers: headerRecord(raw),
      body: raw.body,
    };
    const options: SignOptions = {
      credentials,
      region: context.region,
      service: context.service,
      now,
      normalizePath: context.normalize,
      contentSha256Header: context.sign_body,
      signSessionToken: context.omit_session_token !== true,
    };
    const verifyOptions: VerifyOptions = {
      region: context.region,
      service: context.service,
      now,
      normalizePath: context.normalize,
      credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
      ...(context.omit_session_token === true ? { unsignedHeaders: ["x-amz-security-token"] } : {}),
    };

    it(`${name}: signs in the header form`, async () => {
      const expected = parseRawRequest(read("header-signed-request.txt"));
      expect((await signRequest(request, options)).headers).toEqual(
        Object.fromEntries(
          Object.entries(headerRecord(expected)).map(([key, value]) => [key, expect.stringMatching(sameText(value))]),
        ),
      );
    });

    it(`${name}: signs in the query form`, async () => {
      const signed = await presignRequest(request, { ...options, expiresIn: context.expiration_in_seconds });
      expect(signed.path).toBe(parseRawRequest(read("query-signed-request.txt")).path);
    });

    it.each(["header", "query"] as const)(`${name}: verifies the %s form`, async (form) => {
      const signed = parseRawRequest(read(`${form}-signed-request.txt`));
      expect(await verifyRequest(signed, verifyOptions)).toEqual({ ok: true, credentials, form });
      const forged = { ...signed, method: signed.method === "GET" ? "PUT" : "GET" };
      expect(await verifyRequest(forged, verifyOptions)).toMatchObject({
        ok: false,
        failure: { name: "InvalidSignatureException" },
      });
    });
  }
});

function sameText(text: string): RegExp {
  return new RegExp(`^${text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)}$`);
}
