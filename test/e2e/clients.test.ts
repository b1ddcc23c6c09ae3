import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureDemoImage } from "../../service/src/demo-image.js";
import { startLayerService, type LayerService } from "../../service/src/layer-service.js";
import { createOciLayoutStore } from "../../service/src/oci-layout-store.js";
import { callingClients } from "./clients.js";

const keys = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const accountId = "123456789012";
const absent = `sha256:${"0".repeat(64)}`;
let root: string;
let service: LayerService;
let digest: string;
const problems: unknown[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "layer-service-"));
  digest = (await ensureDemoImage(join(root, accountId, "team/my-app"))).layerDigests[0] ?? "";
  service = await startLayerService({
    store: createOciLayoutStore({ root }),
    keys: [{ ...keys, accountId }],
    region: "us-east-1",
    onError: (error) => problems.push(error),
  });
});

afterAll(async () => {
  await service.close();
  await rm(root, { recursive: true, force: true });
  expect(problems).toEqual([]);
});

for (const client of callingClients) {
  describe.runIf(client.available)(client.name, () => {
    test("is told which layers are there", async () => {
      const outcome = await client.call(service.url, keys, {
        repositoryName: "team/my-app",
        layerDigests: [digest, absent, "sha256:none", ""],
      });
      expect(outcome).toEqual({
        output: {
          layers: [
            {
              layerDigest: digest,
              layerAvailability: "AVAILABLE",
              layerSize: 3072,
              mediaType: "application/vnd.oci.image.layer.v1.tar",
            },
            { layerDigest: absent, layerAvailability: "UNAVAILABLE" },
          ],
          failures: [
            expect.objectContaining({ layerDigest: "sha256:none", failureCode: "InvalidLayerDigest" }),
            expect.objectContaining({ layerDigest: "", failureCode: "MissingLayerDigest" }),
          ],
        },
      });
    });

    test("may name the registry", async () => {
      const input = { registryId: accountId, repositoryName: "team/my-app", layerDigests: [absent] };
      expect(await client.call(service.url, keys, input)).toEqual({
        output: { layers: [{ layerDigest: absent, layerAvailability: "UNAVAILABLE" }], failures: [] },
      });
    });

    test("gets the typed RepositoryNotFoundException for an unknown repository", async () => {
      const outcome = await client.call(service.url, keys, { repositoryName: "nowhere", layerDigests: [absent] });
      expect(outcome).toEqual({
        error: "RepositoryNotFoundException",
        message: expect.stringContaining("'nowhere' in the registry '123456789012'"),
      });
    });

    test("gets the typed InvalidParameterException for 101 digests", async () => {
      const layerDigests = Array.from({ length: 101 }, (_, index) => `sha256:${String(index).padStart(64, "0")}`);
      const outcome = await client.call(service.url, keys, { repositoryName: "team/my-app", layerDigests });
      expect(outcome).toEqual({
        error: "InvalidParameterException",
        message: expect.stringMatching(/^Invalid parameter at 'layerDigests' failed to satisfy constraint: '.*100/),
      });
    });

    test("is refused with keys that nobody has, or another secret", async () => {
      const input = { repositoryName: "team/my-app", layerDigests: [absent] };
      const unknown = await client.call(service.url, { ...keys, accessKeyId: "AKIAI44QH8DHBEXAMPLE" }, input);
      expect(unknown).toMatchObject({ message: "The security token included in the request is invalid." });
      const wrong = await client.call(service.url, { ...keys, secretAccessKey: "guess" }, input);
      expect(wrong).toMatchObject({ message: expect.stringContaining("signature we calculated does not match") });
    });
  });
}
