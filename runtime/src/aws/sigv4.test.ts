import { assert, asyncProperty, constantFrom, string } from "fast-check";
import { expect, it } from "vitest";
import { createClient } from "../client/client.js";
import { library } from "../client/testing/operation.js";
import { rpcSigV4, sigV4 } from "./sigv4.js";

it("is the same for a path of the protocol's own, below any endpoint", async () => {
  const unit = constantFrom("/", "a", ".", "%20", "%2F", "%2e", "é", "'", "~", "(");
  const context = {
    credentials: () => Promise.resolve({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }),
    region: "us-east-1",
    signingName: "ecr",
    now: 1e12,
  };
  await assert(
    asyncProperty(string({ unit }), constantFrom("/", "/service/A/operation/B"), async (base, path) => {
      const { origin, basePath } = createClient({ endpoint: `https://example.com/${base}` }).endpointOf(library);
      const request = { method: "POST", origin, path: basePath + path, headers: {}, body: "{}" };
      expect(await rpcSigV4.sign(request, context)).toEqual(await sigV4.sign(request, context));
    }),
  );
});
