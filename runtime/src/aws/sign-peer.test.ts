import { SignatureV4 } from "@smithy/signature-v4";
import {
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  integer,
  option,
  record,
  string,
  uint8Array,
} from "fast-check";
import { expect, it } from "vitest";
import { canonicalQuery } from "./canonical-request.js";
import { presignRequest, signRequest } from "./sign.js";
import { Sha256 } from "./testing/sha256.js";

// prettier-ignore
const headerNames = [
  "content-type", "x-amz-target", "x-amz-meta-a", "x-amz-date", "accept", "user-agent", "date", "authorization",
  "x-amzn-trace-id", "sec-fetch-mode", "proxy-authorization", "connection", "referer", "content-length", "range",
];

const requests = record({
  method: constantFrom("GET", "POST", "PUT", "DELETE", "HEAD"),
  path: string({ unit: constantFrom("/", ".", "a", "~", "%20", "%C3%A9", "(", "'", "-", "_", "+", "!", ":") }).map(
    (text) => `/${text}`,
  ),
  query: dictionary(string({ unit: "grapheme", minLength: 1, maxLength: 8 }), string({ unit: "grapheme" }), {
    noNullPrototype: true,
  }),
  headers: dictionary(constantFrom(...headerNames), string({ unit: constantFrom("a", " ", "B", "\t", ",", ":") }), {
    noNullPrototype: true,
  }),
  body: uint8Array({ maxLength: 300 }),
  service: constantFrom("ecr", "s3", "iot", "service"),
  region: constantFrom("us-east-1", "eu-central-2"),
  accessKeyId: string({ unit: constantFrom("A", "K", "7"), minLength: 16, maxLength: 20 }),
  secretAccessKey: string({ minLength: 1 }),
  sessionToken: option(string({ unit: constantFrom("a", "/", "+", "="), minLength: 1 }), { nil: undefined }),
  now: integer({ min: 0, max: 4_000_000_000_000 }),
  contentSha256Header: constantFrom(true, false),
});

it("signs a thousand arbitrary requests exactly as the AWS SDK's signer does, in both forms", async () => {
  await assert(
    asyncProperty(requests, async (given) => {
      const { service, region, now, contentSha256Header } = given;
      const credentials = {
        accessKeyId: given.accessKeyId,
        secretAccessKey: given.secretAccessKey,
        ...(given.sessionToken === undefined ? {} : { sessionToken: given.sessionToken }),
      };
      const peer = new SignatureV4({
        credentials,
        region,
        service,
        sha256: Sha256,
        uriEscapePath: service !== "s3",
        applyChecksum: contentSha256Header,
      });
      const theirs = {
        protocol: "https:",
        hostname: "example.amazonaws.com",
        method: given.method,
        path: given.path,
        query: given.query,
        headers: { host: "example.amazonaws.com", ...given.headers },
        body: given.body,
      };
      const query = canonicalQuery(Object.entries(given.query));
      const ours = {
        method: given.method,
        origin: "https://example.amazonaws.com",
        path: query === "" ? given.path : `${given.path}?${query}`,
        headers: given.headers,
        body: given.body,
      };
      const options = { credentials, region, service, now, payload: "signed", contentSha256Header } as const;

      const signed = await peer.sign(theirs, { signingDate: new Date(now) });
      expect((await signRequest(ours, options)).headers).toEqual(signed.headers);

      const presigned = await peer.presign(theirs, { signingDate: new Date(now), expiresIn: 900 });
      const result = await presignRequest(ours, { ...options, expiresIn: 900 });
      expect(result.headers).toMatchObject(withoutAuthorization(presigned.headers));
      expect(Object.fromEntries(new URL(ours.origin + result.path).searchParams)).toMatchObject({
        "X-Amz-Signature": presigned.query?.["X-Amz-Signature"],
      });
    }),
    { numRuns: 1000 },
  );
});

function withoutAuthorization(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization" && name !== "date"));
}
