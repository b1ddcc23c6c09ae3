import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../../../test/support/shared-data.js";
import { parseTimestamp } from "./signature.js";
import { parseRawRequest } from "./testing/raw-request.js";
import { verifyRequest, type SignedRequest } from "./verify.js";

const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

function requestsOf(client: string): readonly (readonly [string, SignedRequest])[] {
  const folder = sharedData(`captures/${client}`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => {
    // Latin-1 keeps every byte, so that the body can be given as the bytes that were recorded.
    const request = parseRawRequest(readFileSync(`${folder}/${file}`, "latin1"));
    return [file, { ...request, body: Buffer.from(request.body, "latin1") }] as const;
  });
}

describe.runIf(hasSharedData())("requests that real clients signed", () => {
  for (const client of ["v1", "v2", "boto3", "jsv2", "jsv3", "gov2", "edge"]) {
    for (const [file, request] of requestsOf(client)) {
      it(`${client}/${file}`, async () => {
        const date = [...request.headers].find(([name]) => name.toLowerCase() === "x-amz-date")?.[1].trim() ?? "";
        const options = {
          region: "us-east-1",
          service: "ecr",
          now: parseTimestamp(date) ?? 0,
          credentialsOf: () => credentials,
        };
        expect(await verifyRequest(request, options)).toEqual({ ok: true, credentials, form: "header" });
        const body = Buffer.concat([request.body as Buffer, Buffer.from(" ")]);
        expect(await verifyRequest({ ...request, body }, options)).toMatchObject({ ok: false });
      });
    }
  }
});
