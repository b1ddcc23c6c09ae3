import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureDemoImage } from "../../service/src/demo-image.js";
import { startLayerService, type LayerService } from "../../service/src/layer-service.js";
import { createOciLayoutStore } from "../../service/src/oci-layout-store.js";
import { connectRaw, type RawResponse } from "../support/raw-http.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

/** What the service answers to the unusual requests, and why where the request does not say it. */
const edgeCases: Readonly<Record<string, { status: number; type?: string; why?: string }>> = {
  "boto3_badreg.http": { status: 400, type: "InvalidParameterException" },
  "boto3_dig101.http": { status: 400, type: "InvalidParameterException" },
  "boto3_unicode.http": {
    status: 200,
    why: "a digest may be any text of the model's length; what names nothing is a failure in the output",
  },
  "jsv2_badreg.http": { status: 400, type: "InvalidParameterException" },
  "jsv2_dig101.http": { status: 400, type: "InvalidParameterException" },
  "jsv2_emptylist.http": { status: 400, type: "InvalidParameterException" },
  "jsv2_nullmember.http": { status: 200, why: "the client left the null out, so the request is an ordinary one" },
  "jsv2_unicode.http": { status: 200, why: "as boto3_unicode, in UTF-8 instead of escapes" },
  "jsv3_badreg.http": { status: 400, type: "InvalidParameterException" },
  "jsv3_dig101.http": { status: 400, type: "InvalidParameterException" },
  "jsv3_emptylist.http": { status: 400, type: "InvalidParameterException" },
  "jsv3_extra.http": { status: 200, why: "the client left out what its model does not know" },
  "jsv3_missingrepo.http": {
    status: 400,
    type: "InvalidParameterException",
    why: "a required member that is absent breaks a constraint; the JSON itself is sound",
  },
  "jsv3_nullmember.http": { status: 200, why: "as jsv2_nullmember" },
  "jsv3_unicode.http": { status: 200, why: "as jsv2_unicode" },
  "jsv3_wrongtype.http": {
    status: 400,
    type: "SerializationException",
    why: "a number where a string belongs cannot be read at all",
  },
  "v1_unicode.http": { status: 200, why: "as boto3_unicode" },
  "v2_unicode.http": { status: 200, why: "as boto3_unicode" },
};

const keys = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const accountId = "123456789012";

describe.runIf(hasSharedData())("requests that real clients sent", () => {
  let root: string;
  let service: LayerService;
  let clock = 0;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "captures-"));
    await ensureDemoImage(join(root, accountId, "library/test"));
    service = await startLayerService({
      store: createOciLayoutStore({ root }),
      keys: [{ ...keys, accountId }],
      region: "us-east-1",
      now: () => clock,
      onError: (error) => {
        throw error;
      },
    });
  });

  afterAll(async () => {
    await service.close();
    await rm(root, { recursive: true, force: true });
  });

  async function replay(path: string): Promise<RawResponse> {
    const request = await readFile(sharedData(`captures/${path}`));
    const [, date = ""] = /^x-amz-date: *(\S+)/im.exec(request.toString("latin1")) ?? [];
    clock = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
    const connection = await connectRaw(Number(new URL(service.url).port));
    try {
      return await connection.exchange(request);
    } finally {
      connection.close();
    }
  }

  test.each(["v1", "v2", "boto3", "jsv3", "gov2"])("of %s are all answered", async (client) => {
    const files = (await readdir(sharedData(`captures/${client}`))).filter((name) => name.endsWith(".http"));
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const { status, body } = await replay(`${client}/${file}`);
      expect
        .soft({ file, status, body })
        .toMatchObject({ file, status: 200, body: expect.stringContaining('"layers":[') });
    }
  });

  test("of the unusual kind are all in the table", async () => {
    expect(await readdir(sharedData("captures/edge"))).toEqual(Object.keys(edgeCases));
  });

  test.each(Object.entries(edgeCases))("%s", async (file, { status, type }) => {
    const response = await replay(`edge/${file}`);
    expect({ status: response.status, type: JSON.parse(response.body).__type }).toEqual({ status, type });
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("do not verify under another clock", async () => {
    const request = await readFile(sharedData("captures/v2/ok.1.http"));
    clock = Date.UTC(2000, 0, 1);
    const connection = await connectRaw(Number(new URL(service.url).port));
    const response = await connection.exchange(request);
    connection.close();
    expect(JSON.parse(response.body)).toMatchObject({ __type: "InvalidSignatureException" });
  });
});
