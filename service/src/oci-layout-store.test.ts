import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasSharedData, sharedData } from "../../test/support/shared-data.js";
import { ensureDemoImage } from "./demo-image.js";
import { parseDigest, type Digest } from "./digest.js";
import type { LayerRepository } from "./layer-store.js";
import { createOciLayoutStore } from "./oci-layout-store.js";

const registry = "123456789012";
/** Taken from the archives with tar and sha256sum. */
const demoDigests = [
  "sha256:8bd5d6e22fe650bcc72b27d8ecf7845f472e89fafe9124fbb149d98a7e055670",
  "sha256:2ca502d43b42a319dd6c3468507d2eb54e19219610a979eae708d97994a80acc",
];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "layer-store-"));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

function digestOf(text: string): Digest {
  const parsed = parseDigest(text);
  if (parsed.kind !== "stored") throw new Error(`${text} is ${parsed.kind}`);
  return parsed.digest;
}

async function open(name: string): Promise<LayerRepository> {
  const repository = await createOciLayoutStore({ root }).openRepository(registry, name);
  if (repository === undefined) throw new Error(`no repository ${name}`);
  return repository;
}

/** Rewrites the layout's one manifest with other layer descriptors, and its index. */
async function addManifest(folder: string, manifest: object): Promise<void> {
  const text = JSON.stringify(manifest);
  const encoded = createHash("sha256").update(text).digest("hex");
  await writeFile(join(folder, "blobs/sha256", encoded), text);
  const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
  index.manifests.push({ mediaType: "application/json", digest: `sha256:${encoded}`, size: text.length });
  await writeFile(join(folder, "index.json"), JSON.stringify(index));
}

describe("the demonstration image", () => {
  test("is the same on every machine", async () => {
    const image = await ensureDemoImage(join(root, registry, "amazonlinux"));
    expect(image.layerDigests).toEqual(demoDigests);
    expect((await readdir(join(root, registry))).toSorted()).toEqual(["amazonlinux"]);
  });

  test("is written once, and never over what is there", async () => {
    const folder = join(root, registry, "amazonlinux");
    await ensureDemoImage(folder);
    await writeFile(join(folder, "mine"), "kept");
    await ensureDemoImage(folder);
    expect(await readFile(join(folder, "mine"), "utf8")).toBe("kept");
  });

  test("comes out whole when several start at once", async () => {
    const folder = join(root, registry, "amazonlinux");
    await Promise.all(Array.from({ length: 8 }, () => ensureDemoImage(folder)));
    expect(await readdir(join(root, registry))).toEqual(["amazonlinux"]);
    expect(await (await open("amazonlinux")).findLayer(digestOf(demoDigests[0] ?? ""))).toBeDefined();
  });
});

describe("layers", () => {
  test("have the size and media type of their manifest", async () => {
    const { layerDigests } = await ensureDemoImage(join(root, registry, "team/app"));
    const repository = await open("team/app");
    expect(await repository.findLayer(digestOf(layerDigests[0] ?? ""))).toEqual({
      size: 3072,
      mediaType: "application/vnd.oci.image.layer.v1.tar",
    });
    expect(await repository.findLayer(digestOf(`sha256:${"0".repeat(64)}`))).toBeUndefined();
    expect(await repository.findLayer(digestOf(`sha512:${"0".repeat(128)}`))).toBeUndefined();
  });

  test("that no manifest mentions have a size and no media type", async () => {
    const folder = join(root, registry, "app");
    await ensureDemoImage(folder);
    await writeFile(join(folder, "blobs/sha256", "a".repeat(64)), "four");
    expect(await (await open("app")).findLayer(digestOf(`sha256:${"a".repeat(64)}`))).toEqual({
      size: 4,
      mediaType: undefined,
    });
  });

  test("of which only a part has arrived are absent", async () => {
    const folder = join(root, registry, "app");
    const { layerDigests } = await ensureDemoImage(folder);
    const digest = digestOf(layerDigests[0] ?? "");
    await truncate(join(folder, "blobs/sha256", digest.encoded), 100);
    expect(await (await open("app")).findLayer(digest)).toBeUndefined();
  });

  test("with two media types tell the OCI one, in whichever order", async () => {
    const folder = join(root, registry, "app");
    const { layerDigests } = await ensureDemoImage(folder);
    const digest = layerDigests[0] ?? "";
    const docker = "application/vnd.docker.image.rootfs.diff.tar";
    await addManifest(folder, { layers: [{ mediaType: docker, digest, size: 3072 }] });
    const found = await (await open("app")).findLayer(digestOf(digest));
    expect(found?.mediaType).toBe("application/vnd.oci.image.layer.v1.tar");
  });

  test("are seen when a manifest arrives while the store runs", async () => {
    const folder = join(root, registry, "app");
    await ensureDemoImage(folder);
    const store = createOciLayoutStore({ root });
    const digest = `sha256:${"b".repeat(64)}`;
    await writeFile(join(folder, "blobs/sha256", "b".repeat(64)), "four");
    const find = async () => (await store.openRepository(registry, "app"))?.findLayer(digestOf(digest));
    expect((await find())?.mediaType).toBeUndefined();
    await addManifest(folder, { layers: [{ mediaType: "application/x-layer", digest, size: 4 }] });
    expect((await find())?.mediaType).toBe("application/x-layer");
  });

  test("are found through nested indexes, and indexes that name each other end", async () => {
    const folder = join(root, registry, "app");
    await ensureDemoImage(folder);
    const digest = `sha256:${"c".repeat(64)}`;
    await writeFile(join(folder, "blobs/sha256", "c".repeat(64)), "four");
    await addManifest(folder, { layers: [{ mediaType: "application/x-layer", digest, size: 4 }] });
    const inner = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [] }));
    await addManifest(folder, inner);
    expect((await (await open("app")).findLayer(digestOf(digest)))?.mediaType).toBe("application/x-layer");
  });
});

describe("repositories", () => {
  test.each([
    "..",
    "../app",
    "app/..",
    "app/../app",
    "./app",
    "/app",
    "app/",
    "app//app",
    "App",
    "app\0",
    "app\\..",
    "a".repeat(257),
    "",
  ])("named %j do not exist", async (name) => {
    await ensureDemoImage(join(root, registry, "app"));
    expect(await createOciLayoutStore({ root }).openRepository(registry, name)).toBeUndefined();
  });

  test.each(["", "12345678901", "1234567890123", "..", "12345678901a", "../123456789012"])(
    "of the registry %j do not exist",
    async (id) => {
      await ensureDemoImage(join(root, registry, "app"));
      expect(await createOciLayoutStore({ root }).openRepository(id, "app")).toBeUndefined();
    },
  );

  test("are folders with a layout: neither its inner folders nor a parent count", async () => {
    await ensureDemoImage(join(root, registry, "team/app"));
    const store = createOciLayoutStore({ root });
    expect(await store.openRepository(registry, "team/app")).toBeDefined();
    expect(await store.openRepository(registry, "team")).toBeUndefined();
    expect(await store.openRepository(registry, "team/app/blobs")).toBeUndefined();
    expect(await store.openRepository("999999999999", "team/app")).toBeUndefined();
  });

  test("do not lead out of the root through links", async () => {
    const outside = await mkdtemp(join(tmpdir(), "layer-store-outside-"));
    try {
      await ensureDemoImage(join(outside, "app"));
      await mkdir(join(root, registry), { recursive: true });
      await symlink(join(outside, "app"), join(root, registry, "app"));
      expect(await createOciLayoutStore({ root }).openRepository(registry, "app")).toBeUndefined();
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  test("hold no blob that is a link", async () => {
    const folder = join(root, registry, "app");
    await ensureDemoImage(folder);
    await symlink("/etc/hostname", join(folder, "blobs/sha256", "d".repeat(64)));
    expect(await (await open("app")).findLayer(digestOf(`sha256:${"d".repeat(64)}`))).toBeUndefined();
  });
});

describe.runIf(hasSharedData())("a layout that another tool made", () => {
  test("tells every layer of its manifest", async () => {
    const folder = join(root, registry, "real");
    await mkdir(join(root, registry), { recursive: true });
    await cp(sharedData("oci-layout"), folder, { recursive: true });
    const index = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
    const [, encoded] = index.manifests[0].digest.split(":");
    const manifest = JSON.parse(await readFile(join(folder, "blobs/sha256", encoded), "utf8"));
    expect(manifest.layers).toHaveLength(3);
    const repository = await open("real");
    for (const layer of manifest.layers) {
      expect(await repository.findLayer(digestOf(layer.digest))).toEqual({
        size: layer.size,
        mediaType: layer.mediaType,
      });
    }
  });
});
