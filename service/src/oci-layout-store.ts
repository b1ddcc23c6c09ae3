import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { parseDigest, formatDigest, type Digest } from "./digest.js";
import type { LayerRepository, LayerStore, StoredLayer } from "./layer-store.js";

export interface OciLayoutStoreOptions {
  /** Holds one OCI image layout per repository, at `<root>/<registryId>/<repositoryName>/`. */
  readonly root: string;
  /** Repositories whose manifests are remembered. */
  readonly maximumCachedRepositories?: number;
}

/** What manifests say of one blob. */
interface Description {
  readonly mediaType: string;
  readonly size: number;
}

interface CachedDescriptions {
  /** Changes whenever `index.json` does. */
  readonly version: string;
  readonly descriptions: ReadonlyMap<string, Description>;
}

const registryIdPattern = /^[0-9]{12}$/;
const repositoryNamePattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** Registries refuse larger manifests; a larger file is no manifest. */
const maximumManifestBytes = 4 * 1024 * 1024;
/** More manifests than this in one repository are left unread: their blobs are found, their media types are not. */
const maximumManifests = 10_000;

/** A store over OCI image layouts on disk (OCI image specification, "Image layout"). Layouts may change while it runs. */
export function createOciLayoutStore(options: OciLayoutStoreOptions): LayerStore {
  const limit = options.maximumCachedRepositories ?? 256;
  const cache = new Map<string, CachedDescriptions>();

  async function describe(folder: string): Promise<ReadonlyMap<string, Description>> {
    const status = await stat(join(folder, "index.json"), { bigint: true });
    const version = `${status.mtimeNs} ${status.size} ${status.ino}`;
    const cached = cache.get(folder);
    // Taken out and put back, so that the map's order is the order of use.
    cache.delete(folder);
    const entry = cached?.version === version ? cached : { version, descriptions: await readDescriptions(folder) };
    cache.set(folder, entry);
    const oldest = cache.keys().next().value;
    if (cache.size > limit && oldest !== undefined) cache.delete(oldest);
    return entry.descriptions;
  }

  return {
    async openRepository(registryId, repositoryName): Promise<LayerRepository | undefined> {
      if (!registryIdPattern.test(registryId)) return undefined;
      if (repositoryName.length > 256 || !repositoryNamePattern.test(repositoryName)) return undefined;
      const folder = await findLayout(options.root, join(registryId, ...repositoryName.split("/")));
      if (folder === undefined) return undefined;
      return {
        findLayer: async (digest) => {
          const size = await blobSize(folder, digest);
          if (size === undefined) return undefined;
          const description = (await describe(folder)).get(formatDigest(digest));
          // A blob of another size than its manifest says is an upload that has not ended.
          if (description !== undefined && description.size !== size) return undefined;
          return { size, mediaType: description?.mediaType } satisfies StoredLayer;
        },
      };
    },
  };
}

/** The real path of the layout, when it is one and no link leads out of the root. */
async function findLayout(root: string, path: string): Promise<string | undefined> {
  try {
    const [realRoot, realFolder] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!realFolder.startsWith(realRoot + sep)) return undefined;
    const layout: unknown = JSON.parse(await readFile(join(realFolder, "oci-layout"), "utf8"));
    const version = field(layout, "imageLayoutVersion");
    return typeof version === "string" && version.startsWith("1.") ? realFolder : undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function blobSize(folder: string, digest: Digest): Promise<number | undefined> {
  try {
    const blobs = join(folder, "blobs", digest.algorithm);
    if ((await realpath(blobs)) !== blobs) return undefined;
    const status = await lstat(join(blobs, digest.encoded));
    return status.isFile() ? status.size : undefined;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Follows indexes to manifests and collects what these say of their layers and configurations. */
async function readDescriptions(folder: string): Promise<ReadonlyMap<string, Description>> {
  const descriptions = new Map<string, Description>();
  const seen = new Set<string>();
  const pending: unknown[] = [JSON.parse(await readFile(join(folder, "index.json"), "utf8"))];
  for (let document = pending.pop(); document !== undefined; document = pending.pop()) {
    for (const descriptor of list(document, "manifests")) {
      const text = field(descriptor, "digest");
      if (typeof text !== "string" || seen.has(text) || seen.size >= maximumManifests) continue;
      seen.add(text);
      const manifest = await readManifest(folder, text);
      if (manifest !== undefined) pending.push(manifest);
    }
    const config = field(document, "config");
    for (const descriptor of config === undefined ? list(document, "layers") : [config, ...list(document, "layers")]) {
      remember(descriptions, descriptor);
    }
  }
  return descriptions;
}

async function readManifest(folder: string, text: string): Promise<unknown> {
  const parsed = parseDigest(text);
  if (parsed.kind !== "stored") return undefined;
  const size = await blobSize(folder, parsed.digest);
  if (size === undefined || size > maximumManifestBytes) return undefined;
  try {
    return JSON.parse(await readFile(join(folder, "blobs", parsed.digest.algorithm, parsed.digest.encoded), "utf8"));
  } catch (error) {
    // A descriptor may name something that is no JSON at all; other manifests still count.
    if (error instanceof SyntaxError || isAbsence(error)) return undefined;
    throw error;
  }
}

/** One blob may have two media types, one a manifest format: the OCI image manifest's name for it is the one to tell. */
function remember(descriptions: Map<string, Description>, descriptor: unknown): void {
  const digest = field(descriptor, "digest");
  const mediaType = field(descriptor, "mediaType");
  const size = field(descriptor, "size");
  if (typeof digest !== "string" || typeof mediaType !== "string" || typeof size !== "number") return;
  const known = descriptions.get(digest);
  if (known === undefined || (isOci(mediaType) && !isOci(known.mediaType)))
    descriptions.set(digest, { mediaType, size });
}

function isOci(mediaType: string): boolean {
  return mediaType.startsWith("application/vnd.oci.image.");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function list(value: unknown, name: string): readonly unknown[] {
  const items = field(value, name);
  return Array.isArray(items) ? items : [];
}

function isAbsence(error: unknown): boolean {
  const code = field(error, "code");
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
}
