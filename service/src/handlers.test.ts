import { createEcrServer } from "@tsmith/ecr/server";
import { isLayer } from "@tsmith/ecr/validators";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasSharedData, sharedData } from "../../test/support/shared-data.js";
import { formatDigest } from "./digest.js";
import { LayerHandlers } from "./handlers.js";
import type { LayerStore, StoredLayer } from "./layer-store.js";
import { createOciLayoutStore } from "./oci-layout-store.js";

const hex = "8e3fa21c4cc40232e835a6761332d225c7af3235c5755f44ada2ed9d0e4ab7e8";
const mediaType = "application/vnd.oci.image.layer.v1.tar+gzip";

/** One repository, `team/app` of 123456789012, with one described layer and one that no manifest mentions. */
const store: LayerStore = {
  openRepository: async (registryId, repositoryName) => {
    if (registryId !== "123456789012" || repositoryName !== "team/app") return undefined;
    const layers = new Map<string, StoredLayer>([
      [`sha256:${hex}`, { size: 91768077, mediaType }],
      [`sha256:${"a".repeat(64)}`, { size: 4, mediaType: undefined }],
    ]);
    return { findLayer: async (digest) => layers.get(formatDigest(digest)) };
  },
};

async function call(
  input: object,
  from: LayerStore = store,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const server = createEcrServer(new LayerHandlers({ store: from, registryOf: () => "123456789012" }));
  const response = await server.fetch(
    new Request("http://localhost/", {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability",
      },
      body: JSON.stringify(input),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const cases: readonly { name: string; digest: string; layer?: object; failureCode?: string }[] = [
  {
    name: "a stored layer",
    digest: `sha256:${hex}`,
    layer: { layerAvailability: "AVAILABLE", layerSize: 91768077, mediaType },
  },
  {
    name: "a stored blob that no manifest mentions",
    digest: `sha256:${"a".repeat(64)}`,
    layer: { layerAvailability: "AVAILABLE", layerSize: 4 },
  },
  { name: "an absent layer", digest: `sha256:${"b".repeat(64)}`, layer: { layerAvailability: "UNAVAILABLE" } },
  { name: "another algorithm", digest: "sha1:deadbeef", layer: { layerAvailability: "UNAVAILABLE" } },
  { name: "no hexadecimal", digest: "multihash+base58:QmRZxt2b1FVZ", failureCode: "InvalidLayerDigest" },
  { name: "too short a hash", digest: "sha256:abc", failureCode: "InvalidLayerDigest" },
  { name: "a path", digest: "sha256:../../../etc/passwd", failureCode: "InvalidLayerDigest" },
  { name: "an empty digest", digest: "", failureCode: "MissingLayerDigest" },
];

test.each(cases)("$name", async ({ digest, layer, failureCode }) => {
  const { status, body } = await call({ repositoryName: "team/app", layerDigests: [digest] });
  expect(status).toBe(200);
  if (layer === undefined) {
    expect(body).toEqual({
      layers: [],
      failures: [{ layerDigest: digest, failureCode, failureReason: expect.any(String) }],
    });
  } else {
    expect(body).toEqual({ layers: [{ layerDigest: digest, ...layer }], failures: [] });
    // What the service answers fits the model, patterns included.
    expect((body["layers"] as unknown[]).map((found) => isLayer(found))).toEqual([true]);
  }
});

test("answers come in the order of the request, failures apart", async () => {
  const { body } = await call({
    repositoryName: "team/app",
    layerDigests: ["", `sha256:${"b".repeat(64)}`, "bad", `sha256:${hex}`],
  });
  expect(body).toMatchObject({
    layers: [{ layerDigest: `sha256:${"b".repeat(64)}` }, { layerDigest: `sha256:${hex}` }],
    failures: [{ layerDigest: "" }, { layerDigest: "bad" }],
  });
});

test.each([
  { name: "a repository that is not there", input: { repositoryName: "team/other" } },
  { name: "a repository of another registry", input: { repositoryName: "team/app", registryId: "999999999999" } },
])("$name", async ({ input }) => {
  const { status, body } = await call({ ...input, layerDigests: [`sha256:${hex}`] });
  expect(status).toBe(400);
  expect(body).toEqual({
    __type: "RepositoryNotFoundException",
    message: expect.stringContaining(input.repositoryName),
  });
});

test("a registry that is named is asked instead of the caller's own", async () => {
  const { body } = await call({
    repositoryName: "team/app",
    registryId: "123456789012",
    layerDigests: [`sha256:${hex}`],
  });
  expect(body["layers"]).toHaveLength(1);
});

test.runIf(hasSharedData())("a real layout tells its layers over the wire", async () => {
  const root = await mkdtemp(join(tmpdir(), "layer-service-"));
  try {
    await mkdir(join(root, "123456789012"), { recursive: true });
    await cp(sharedData("oci-layout"), join(root, "123456789012", "real"), { recursive: true });
    const digests = [
      "sha256:3cc72ecacb7833aa8bb634131db6144d491f78352cac9b7efa599c8c17682f20",
      `sha256:${"0".repeat(64)}`,
    ];
    const { body } = await call({ repositoryName: "real", layerDigests: digests }, createOciLayoutStore({ root }));
    expect(body).toMatchObject({
      layers: [
        { layerDigest: digests[0], layerAvailability: "AVAILABLE", layerSize: expect.any(Number) },
        { layerDigest: digests[1], layerAvailability: "UNAVAILABLE" },
      ],
      failures: [],
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
