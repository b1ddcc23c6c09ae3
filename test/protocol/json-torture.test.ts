import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../../runtime/src/server/index.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { ecrPackage, headers, type EcrModule } from "./ecr-package.js";

const present = hasSharedData();
const folder = sharedData("JSONTestSuite/test_parsing");
const files = present ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
const named = (first: string): readonly string[] => files.filter((name) => name.startsWith(`${first}_`));

describe.skipIf(!present)("JSONTestSuite against the server", () => {
  const ecr = ecrPackage();
  let server: Server;
  beforeAll(async () => {
    const module = (await ecr.load()) as EcrModule;
    server = module.createEcrServer({ batchCheckLayerAvailability: () => ({}) });
  });
  afterAll(() => ecr.remove());

  async function send(...parts: readonly (string | Buffer)[]): Promise<{ status: number; body: string }> {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const response = await server.fetch(new Request("http://localhost/", { method: "POST", headers, body }));
    return { status: response.status, body: await response.text() };
  }

  /** The text as the value of a member that the model does not have. */
  const inside = (text: Buffer) => send('{"repositoryName":"aa","layerDigests":["a"],"other":', text, "}");

  it.each(named("y"))("takes %s", async (name) => {
    const text = readFileSync(`${folder}/${name}`);
    expect(await inside(text)).toEqual({ status: 200, body: "{}" });
    // As the whole body most are no input, but none is called broken.
    expect((await send(text)).body).not.toContain("not JSON");
  });

  it.each(named("n"))("refuses %s", async (name) => {
    const text = readFileSync(`${folder}/${name}`);
    expect(await inside(text)).toEqual({
      status: 400,
      body: expect.stringMatching(
        /^\{"__type":"SerializationException","message":"Invalid body: it is not (JSON: .|UTF-8)/,
      ),
    });
    // A body of no bytes is an empty input.
    const answer = await send(text);
    expect(answer).toMatchObject({ status: 400 });
    if (text.length > 0) expect(answer.body).toMatch(/it is not (JSON: .|UTF-8)/);
  });

  it.each(named("i"))("answers %s", async (name) => {
    const text = readFileSync(`${folder}/${name}`);
    expect([200, 400]).toContain((await inside(text)).status);
    expect((await send(text)).status).toBe(400);
  });
});
