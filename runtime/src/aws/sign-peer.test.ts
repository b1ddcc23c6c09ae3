import { SignatureV4 } from "@smithy/signature-v4";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { encodeUri, parseQuery } from "./canonical-request.js";
import { presignRequest, signRequest, type SignOptions } from "./sign.js";
import { Sha256 } from "./testing/sha256.js";
import { verifyRequest } from "./verify.js";

// prettier-ignore
const headerNames = [
  "content-type", "x-amz-target", "x-amz-meta-a", "x-amz-meta-a-b", "x-amz-date", "accept", "user-agent", "date", "authorization",
  "x-amzn-trace-id", "sec-fetch-mode", "proxy-authorization", "connection", "referer", "content-length", "range", "expect",
  "transfer-encoding", "cache-control", "te", "a", "x-b",
];

/** What paths have on the wire: dots, empty segments, what is escaped and what need not be. */
const segments = fc.constantFrom(
  ..."/ / . .. a ~ %20 %C3%A9 %2F %25 %252F %zz ( ) ' - _ + ! : * $ & = ; , @ | ^ \" [ ] A0".split(" "),
);
/** What names and values of parameters have before they are escaped. */
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(..."aA0 +&=%/?#!*'()~-_.;:é😀"), maxLength: 8 }),
);
const names = fc.oneof(texts, fc.constantFrom("a", "a-", "A", "a=", "a%3D", "key", "list-type", "acl"));

const requests = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"),
  path: fc.array(segments, { maxLength: 12 }).map((parts) => `/${parts.join("")}`),
  query: fc.dictionary(
    names.filter((name) => name !== ""),
    fc.oneof(texts, fc.array(texts, { minLength: 1, maxLength: 4 })),
    { maxKeys: 6, noNullPrototype: true },
  ),
  headers: fc.dictionary(
    fc.constantFrom(...headerNames),
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aB \t,:;="é') }),
      fc.constantFrom("", " ", "a,b", "a, b", "  a   b  "),
    ),
    { noNullPrototype: true },
  ),
  body: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(0))),
  service: fc.constantFrom("ecr", "s3", "s3-outposts", "iot", "service"),
  region: fc.constantFrom("us-east-1", "eu-central-2"),
  accessKeyId: fc.string({ unit: fc.constantFrom("A", "K", "7"), minLength: 16, maxLength: 20 }),
  secretAccessKey: fc.string({ minLength: 1 }),
  sessionToken: fc.option(fc.string({ unit: fc.constantFrom("a", "/", "+", "="), minLength: 1 }), { nil: undefined }),
  now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  payload: fc.constantFrom("signed", "signed with its hash", "unsigned"),
  expiresIn: fc.oneof(fc.integer({ min: 1, max: 604_800 }), fc.constantFrom(1, 900, 604_800)),
});

const host = "example.amazonaws.com";

it("signs a thousand arbitrary requests exactly as the AWS SDK's signer does, in both forms, and verifies them", async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (given) => {
      const { service, region, now, expiresIn } = given;
      const isUnsigned = given.payload === "unsigned";
      const credentials = {
        accessKeyId: given.accessKeyId,
        secretAccessKey: given.secretAccessKey,
        ...(given.sessionToken === undefined ? {} : { sessionToken: given.sessionToken }),
      };
      const contentSha256Header = given.payload === "signed with its hash";
      const peer = new SignatureV4({
        credentials,
        region,
        service,
        sha256: Sha256,
        uriEscapePath: !service.startsWith("s3"),
        applyChecksum: contentSha256Header,
      });
      const unsigned = isUnsigned ? { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } : {};
      const theirs = {
        protocol: "https:",
        hostname: host,
        method: given.method,
        path: given.path,
        query: given.query,
        headers: { host, ...given.headers, ...unsigned },
        body: given.body,
      };
      const query = queryOf(given.query);
      const ours = {
        method: given.method,
        origin: `https://${host}`,
        path: query === "" ? given.path : `${given.path}?${query}`,
        headers: given.headers,
        body: given.body,
      };
      const payload = isUnsigned ? "unsigned" : "signed";
      const options: SignOptions = { credentials, region, service, now, payload, contentSha256Header };
      const verified = (request: typeof ours, at = now) =>
        verifyRequest(
          { ...request, headers: Object.entries({ host, ...request.headers }) },
          { service, region, now: at, credentialsOf: () => credentials, allowUnsignedPayload: isUnsigned },
        );

      const signed = await peer.sign(theirs, { signingDate: new Date(now) });
      const signedByUs = await signRequest(ours, options);
      expect(signedByUs.headers).toEqual(signed.headers);
      expect(await verified({ ...ours, headers: signedByUs.headers })).toMatchObject({ ok: true, form: "header" });

      const presigned = await peer.presign(theirs, { signingDate: new Date(now), expiresIn });
      const presignedByUs = await presignRequest(
        { ...ours, headers: { ...ours.headers, ...unsigned } },
        { ...options, expiresIn },
      );
      expect(presignedByUs.headers).toMatchObject(withoutAuthorization(presigned.headers));
      expect(sorted(presignedByUs.path.slice(given.path.length + 1))).toEqual(sorted(queryOf(presigned.query ?? {})));
      const end = now - (now % 1000) + expiresIn * 1000;
      const sent = { ...ours, path: presignedByUs.path, headers: presignedByUs.headers };
      expect(await verified(sent, end - 1)).toMatchObject({ ok: true, form: "query" });
      expect(await verified(sent, end)).toMatchObject({ ok: false });
    }),
    { numRuns: 1000 },
  );
});

/** Parameters as they stand in a request, those with several values once for each. */
function queryOf(query: Readonly<Record<string, string | readonly string[] | null>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value ?? ""].flat().map((one) => `${encodeUri(name)}=${encodeUri(one)}`))
    .join("&");
}

function sorted(query: string): readonly string[] {
  return parseQuery(query)
    .map((pair) => JSON.stringify(pair))
    .toSorted();
}

function withoutAuthorization(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization" && name !== "date"));
}
