import { describe, expect, it } from "vitest";
import { presignRequest, signRequest, type SignOptions } from "./sign.js";
import { verifyRequest, type SignedRequest, type VerifyOptions } from "./verify.js";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;
const signing: SignOptions = { credentials, region: "us-east-1", service: "ecr", now };
const verifying: VerifyOptions = {
  region: "us-east-1",
  service: "ecr",
  now,
  credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
};
const plain = {
  method: "POST",
  origin: "https://api.ecr.us-east-1.amazonaws.com",
  path: "/",
  headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Service.Operation" },
  body: "{}",
};

type Headers = Record<string, string>;

async function signed(
  options: Partial<SignOptions> = {},
  edit: (headers: Headers) => void = () => {},
): Promise<SignedRequest> {
  const { headers, body: _body, ...rest } = await signRequest(plain, { ...signing, ...options });
  const edited = { ...headers };
  edit(edited);
  return { ...rest, body: plain.body, headers: Object.entries(edited) };
}

async function presigned(edit: (path: string) => string = (path) => path, expiresIn = 60): Promise<SignedRequest> {
  const { path, headers, body: _body, ...rest } = await presignRequest(plain, { ...signing, expiresIn });
  return { ...rest, body: plain.body, path: edit(path), headers: Object.entries(headers) };
}

const replace = (name: string, from: string | RegExp, to: string) => (headers: Headers) => {
  headers[name] = (headers[name] ?? "").replace(from, to);
};

describe("verifyRequest refuses", () => {
  const temporary = { ...credentials, sessionToken: "token" };
  // prettier-ignore
  it.each<[string, () => Promise<SignedRequest>, Partial<VerifyOptions>, string, RegExp]>([
    ["no signature at all", () => signed({}, (headers) => delete headers["authorization"]), {},
      "MissingAuthenticationTokenException", /^Missing Authentication Token$/],
    ["another scheme", () => signed({}, replace("authorization", /.*/, "Bearer abc")), {},
      "MissingAuthenticationTokenException", /Missing/],
    ["another AWS algorithm", () => signed({}, replace("authorization", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1")), {},
      "IncompleteSignatureException", /algorithm/],
    ["no credential", () => signed({}, replace("authorization", /Credential=[^,]*, /, "")), {},
      "IncompleteSignatureException", /'Credential'/],
    ["nothing but a scheme", () => signed({}, replace("authorization", / .*/, "")), {},
      "IncompleteSignatureException", /key=value/],
    ["an empty signature", () => signed({}, replace("authorization", /Signature=.*/, "Signature=")), {},
      "IncompleteSignatureException", /'Signature'/],
    ["a parameter twice", () => signed({}, replace("authorization", "Signature=", "Signature=0, Signature=")), {},
      "IncompleteSignatureException", /Signature/],
    ["a credential of four parts", () => signed({}, replace("authorization", "AKIDEXAMPLE/", "")), {},
      "IncompleteSignatureException", /5 slash-delimited/],
    ["no date", () => signed({}, (headers) => delete headers["x-amz-date"]), {},
      "IncompleteSignatureException", /'X-Amz-Date' or a 'Date'/],
    ["a date that is none", () => signed({}, (headers) => { headers["x-amz-date"] = "yesterday"; }), {},
      "IncompleteSignatureException", /ISO-8601/],
    ["a date that no calendar has", () => signed({}, (headers) => { headers["x-amz-date"] = "20261322T120000Z"; }), {},
      "IncompleteSignatureException", /ISO-8601/],
    ["both forms at once", async () => ({ ...(await signed()), path: (await presigned()).path }), {},
      "IncompleteSignatureException", /not by both/],
    ["another region", () => signed({ region: "eu-west-1" }), {}, "InvalidSignatureException", /valid region/],
    ["another service", () => signed({ service: "ecs" }), {}, "InvalidSignatureException", /correct service: 'ecr'/],
    ["another terminator", () => signed({}, replace("authorization", "aws4_request", "aws5_request")), {},
      "InvalidSignatureException", /valid terminator/],
    ["another day in the scope", () => signed({}, replace("authorization", "/20261122/", "/20261121/")), {},
      "InvalidSignatureException", /'20261121' != '20261122'/],
    ["an old signature", () => signed({ now: now - 16 * minute }), {}, "InvalidSignatureException",
      /^Signature expired: 20261122T114400Z is now earlier than 20261122T114500Z \(20261122T120000Z - 15 min\.\)$/],
    ["a signature of the future", () => signed({ now: now + 16 * minute }), {}, "InvalidSignatureException",
      /^Signature not yet current: 20261122T121600Z is still later than 20261122T121500Z \(20261122T120000Z \+ 15 min\.\)$/],
    ["less skew than usual", () => signed({ now: now - 6 * minute }), { maximumSkew: 5 * minute },
      "InvalidSignatureException", /- 5 min\./],
    ["an unsigned host", () => signed({}, replace("authorization", "content-type;host;", "content-type;")), {},
      "InvalidSignatureException", /'Host' or ':authority'/],
    ["an unsigned x-amz- header", () => signed({}, (headers) => { headers["x-amz-copy-source"] = "a"; }), {},
      "InvalidSignatureException", /'x-amz-copy-source' must be/],
    ["a target that was exchanged", () => signed({}, replace("x-amz-target", "Operation", "Deletion")), {},
      "InvalidSignatureException", /does not match/],
    ["a signed header that is absent", () => signed({}, (headers) => delete headers["content-type"]), {},
      "InvalidSignatureException", /'content-type' is not part/],
    ["another body", async () => ({ ...(await signed()), body: "[]" }), {}, "InvalidSignatureException", /does not match/],
    ["an unsigned body", () => signed({ payload: "unsigned" }), {}, "InvalidSignatureException", /does not match/],
    ["a cut signature", () => signed({}, replace("authorization", /.$/, "")), {}, "InvalidSignatureException", /does not match/],
    ["another secret", () => signed({ credentials: { ...credentials, secretAccessKey: "guess" } }), {},
      "InvalidSignatureException", /does not match/],
    ["an unknown key", () => signed({ credentials: { ...credentials, accessKeyId: "AKIDOTHER" } }), {},
      "UnrecognizedClientException", /security token/],
    ["a session token where none belongs", () => signed({ credentials: temporary }), {},
      "UnrecognizedClientException", /security token/],
    ["temporary keys without their token", () => signed(), { credentialsOf: () => temporary },
      "UnrecognizedClientException", /security token/],
    ["temporary keys that ended", () => signed({ credentials: temporary }),
      { credentialsOf: () => ({ ...temporary, expiration: new Date(now) }) }, "ExpiredTokenException", /is expired$/],
    ["a URL after its end", () => presigned(), { now: now + minute }, "InvalidSignatureException", /^Signature expired: /],
    ["a URL of the future", () => presigned(), { now: now - 16 * minute }, "InvalidSignatureException", /not yet current/],
    ["a URL that was made to live longer", () => presigned((path) => path.replace("Expires=60", "Expires=3600")), {},
      "InvalidSignatureException", /does not match/],
    ["a URL valid for more than a week", () => presigned((path) => path.replace("Expires=60", "Expires=604801")), {},
      "IncompleteSignatureException", /604800/],
    ["a URL with a negative life", () => presigned((path) => path.replace("Expires=60", "Expires=-60")), {},
      "IncompleteSignatureException", /604800/],
    ["a URL without a signature", () => presigned((path) => path.replace(/&X-Amz-Signature=.*/, "")), {},
      "IncompleteSignatureException", /'X-Amz-Signature'/],
    ["a URL with a parameter twice", () => presigned((path) => `${path}&X-Amz-Date=20261122T120000Z`), {},
      "IncompleteSignatureException", /more than once/],
    ["a URL with another parameter", () => presigned((path) => `${path}&Action=Delete`), {},
      "InvalidSignatureException", /does not match/],
  ])("%s", async (_, request, options, name, message) => {
    const result = await verifyRequest(await request(), { ...verifying, ...options });
    expect(result).toEqual({ ok: false, failure: { name, statusCode: 400, message: expect.stringMatching(message) } });
  });
});

describe("verifyRequest lets in", () => {
  const temporary = { ...credentials, sessionToken: "token", expiration: new Date(now + 1) };
  it.each<[string, () => Promise<SignedRequest>, Partial<VerifyOptions>]>([
    ["a clock that is a little late", () => signed({ now: now - 14 * minute }), {}],
    ["a clock that is a little early", () => signed({ now: now + 14 * minute }), {}],
    ["temporary keys", () => signed({ credentials: temporary }), { credentialsOf: () => temporary }],
    ["keys that are looked up elsewhere", () => signed(), { credentialsOf: () => Promise.resolve(credentials) }],
    ["a body that was hashed on the way", async () => ({ ...(await signed()), body: { sha256: emptyObjectHash } }), {}],
    ["an unsigned body where allowed", () => signed({ payload: "unsigned" }), { allowUnsignedPayload: true }],
    [
      "an unsigned header that is added on the way",
      () => signed({}, (headers) => void (headers["x-amz-cf-id"] = "a")),
      {},
    ],
    [
      "a header order of its own",
      async () => ({ ...(await signed()), headers: [...(await signed()).headers].toReversed() }),
      {},
    ],
    ["a URL until its last second", () => presigned(), { now: now + minute - 1 }],
  ])("%s", async (_, request, options) => {
    expect(await verifyRequest(await request(), { ...verifying, ...options })).toMatchObject({ ok: true });
  });

  it("requests dated by a Date header", async () => {
    const request = await signed({ now });
    const date = new Date(now).toUTCString();
    const headers = [...request.headers].map(([name, value]): [string, string] =>
      name === "x-amz-date" ? ["Date", date] : [name, value],
    );
    // The date is read, so what fails is only that the signature was made with the other header.
    expect(await verifyRequest({ ...request, headers }, verifying)).toMatchObject({
      ok: false,
      failure: { message: "The signed header 'x-amz-date' is not part of the request." },
    });
  });
});

const emptyObjectHash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
