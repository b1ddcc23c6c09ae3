import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A small image, the same bytes on every machine: fixed times and owners, no compression whose output could differ. */
export interface DemoImage {
  readonly layerDigests: readonly string[];
}

interface TarEntry {
  readonly path: string;
  readonly text: string;
}

const layers: readonly (readonly TarEntry[])[] = [
  [
    { path: "etc/os-release", text: 'NAME="tsmith demonstration"\nID=tsmith\nVERSION_ID=1\n' },
    { path: "etc/hostname", text: "layers\n" },
  ],
  [{ path: "opt/app/README", text: "An image of two layers, made to be asked about.\n" }],
];

const layerType = "application/vnd.oci.image.layer.v1.tar";

/** Writes the image as an OCI layout into a folder, unless a layout is there already; it appears whole or not at all. */
export async function ensureDemoImage(folder: string): Promise<DemoImage> {
  const blobs = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array): { digest: string; size: number } => {
    const encoded = createHash("sha256").update(bytes).digest("hex");
    blobs.set(encoded, bytes);
    return { digest: `sha256:${encoded}`, size: bytes.length };
  };
  const addJson = (value: unknown): { digest: string; size: number } => add(Buffer.from(JSON.stringify(value)));

  const layerBlobs = layers.map((entries) => add(writeTar(entries)));
  const config = addJson({
    architecture: "amd64",
    os: "linux",
    config: {},
    rootfs: { type: "layers", diff_ids: layerBlobs.map(({ digest }) => digest) },
  });
  const manifestType = "application/vnd.oci.image.manifest.v1+json";
  const manifest = addJson({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: "application/vnd.oci.image.config.v1+json", ...config },
    layers: layerBlobs.map((blob) => ({ mediaType: layerType, ...blob })),
  });
  const image = { layerDigests: layerBlobs.map(({ digest }) => digest) };
  if (await exists(join(folder, "oci-layout"))) return image;

  await mkdir(dirname(folder), { recursive: true });
  const beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await mkdir(join(beside, "blobs", "sha256"), { recursive: true });
    for (const [encoded, bytes] of blobs) await writeFile(join(beside, "blobs", "sha256", encoded), bytes);
    await writeFile(
      join(beside, "index.json"),
      JSON.stringify({
        schemaVersion: 2,
        manifests: [
          { mediaType: manifestType, ...manifest, annotations: { "org.opencontainers.image.ref.name": "latest" } },
        ],
      }),
    );
    await writeFile(join(beside, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another process that started at the same time may have been first: its image is the same.
    if (!(await exists(join(folder, "oci-layout")))) throw error;
  }
  return image;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A POSIX ustar archive: a header of 512 bytes and the padded content for each file, then two empty blocks. */
function writeTar(entries: readonly TarEntry[]): Uint8Array {
  const blocks: Buffer[] = [];
  for (const { path, text } of entries) {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, "0")}\0`;
    header.write(path, 0, 100);
    header.write(octal(0o644, 8), 100);
    header.write(octal(0, 8), 108);
    header.write(octal(0, 8), 116);
    header.write(octal(content.length, 12), 124);
    header.write(octal(0, 12), 136);
    // The checksum is taken with its own field filled by spaces.
    header.write(" ".repeat(8), 148);
    header.write("0", 156);
    header.write("ustar\u000000", 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    blocks.push(header, content, Buffer.alloc((512 - (content.length % 512)) % 512));
  }
  blocks.push(Buffer.alloc(1024));
  return Buffer.concat(blocks);
}
