import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { sigV4Authenticator } from "../../runtime/src/aws/index.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { announceOnce } from "../support/announce.js";
import { loadService, TestServer } from "./service.js";

/** The AWS SDK's client of Amazon S3, which the benchmarks install. */
interface S3Module {
  readonly S3Client: new (config: object) => {
    send(command: object): Promise<Readonly<Record<string, unknown>>>;
    destroy(): void;
  };
  readonly PutObjectCommand: new (input: object) => object;
  readonly GetObjectCommand: new (input: object) => object;
  readonly HeadObjectCommand: new (input: object) => object;
}

const manifest = fileURLToPath(new URL("../../bench/package.json", import.meta.url));
const isInstalled = existsSync(fileURLToPath(new URL("../../bench/node_modules/@aws-sdk/client-s3", import.meta.url)));
if (!isInstalled)
  announceOnce("SKIPPED: the AWS SDK's client of Amazon S3 is not there; `npm ci` in bench/ installs it.");

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const authenticator = sigV4Authenticator({
  region: "us-east-1",
  service: "s3",
  credentialsOf: (id) => (id === credentials.accessKeyId ? credentials : undefined),
});
const large = Buffer.alloc(300_000, "0123456789");
const pieces = (): Readable => Readable.from([large.subarray(0, 100_001), large.subarray(100_001)]);

describe.runIf(isInstalled).each([
  ["every request", undefined],
  ["signed requests", authenticator],
])("the AWS SDK's client of Amazon S3, where the server takes %s", (_, gate) => {
  let service: GeneratedService;
  let sdk: S3Module;
  let stored: Map<
    string,
    { readonly bytes: Buffer; readonly encoding: unknown; readonly length: unknown; readonly crc32: unknown }
  >;
  let heads: ReadonlyMap<string, string>;
  let server: TestServer;
  beforeAll(async () => {
    service = await loadService("Store");
    sdk = createRequire(manifest)("@aws-sdk/client-s3") as S3Module;
    const handlers = {
      async putObject(
        input: Readonly<Record<string, unknown>>,
        context: { readonly request: { readonly headers: Iterable<[string, string]> } },
      ) {
        heads = new Map([...context.request.headers].map(([name, value]) => [name.toLowerCase(), value]));
        const bytes = Buffer.from(await new Response(input["Body"] as ReadableStream).arrayBuffer());
        const { Key, ContentEncoding: encoding, ContentLength: length } = input;
        stored.set(Key as string, { bytes, encoding, length, crc32: undefined });
        return { ETag: '"etag"' };
      },
      getObject({ Key, ChecksumMode }: Readonly<Record<string, unknown>>) {
        const { bytes, crc32 } = stored.get(Key as string) ?? {};
        if (bytes === undefined) throw new Error("Nothing is stored");
        const ChecksumCRC32 = ChecksumMode === "ENABLED" ? crc32 : undefined;
        return {
          Body: new Blob([Uint8Array.from(bytes)]).stream(),
          ContentLength: BigInt(bytes.length),
          ChecksumCRC32,
        };
      },
      headObject: ({ Key }: Readonly<Record<string, unknown>>) => ({
        ContentLength: BigInt(stored.get(Key as string)?.bytes.length ?? 0),
      }),
    };
    server = new TestServer(service, handlers, { authenticator: gate });
  });

  const run = (work: (send: (command: object) => Promise<Readonly<Record<string, unknown>>>) => Promise<void>) => {
    stored = new Map();
    return server.listening(async (port) => {
      const client = new sdk.S3Client({
        region: "us-east-1",
        endpoint: `http://127.0.0.1:${port}`,
        forcePathStyle: true,
        credentials,
        maxAttempts: 1,
        logger: { debug() {}, info() {}, warn() {}, error() {} },
      });
      try {
        await work((command) => client.send(command));
      } finally {
        client.destroy();
      }
    });
  };
  const put = (input: object): object => new sdk.PutObjectCommand({ Bucket: "bucket", Key: "a/key", ...input });

  it("stores bytes with its default checksum", () =>
    run(async (send) => {
      expect(await send(put({ Body: large }))).toMatchObject({ ETag: '"etag"' });
      expect(heads.get("x-amz-checksum-crc32")).toBeDefined();
      expect(stored.get("a/key")).toMatchObject({ length: 300_000n, encoding: undefined });
      expect(stored.get("a/key")?.bytes.equals(large)).toBe(true);
    }));

  it("stores a stream with its default checksum behind it", () =>
    run(async (send) => {
      await send(put({ Body: pieces(), ContentLength: large.length, ContentEncoding: "gzip" }));
      expect(heads.get("x-amz-trailer")).toBe("x-amz-checksum-crc32");
      expect(heads.get("content-encoding")).toBe("gzip,aws-chunked");
      expect(stored.get("a/key")).toMatchObject({ length: 300_000n, encoding: "gzip" });
      expect(stored.get("a/key")?.bytes.equals(large)).toBe(true);
    }));

  it("stores nothing too", () =>
    run(async (send) => {
      await send(put({}));
      expect(stored.get("a/key")?.bytes.length).toBe(0);
    }));

  it.each(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"])("stores bytes and streams with %s", (ChecksumAlgorithm) =>
    run(async (send) => {
      await send(put({ Key: "bytes", Body: large, ChecksumAlgorithm }));
      await send(put({ Key: "stream", Body: pieces(), ContentLength: large.length, ChecksumAlgorithm }));
      for (const key of ["bytes", "stream"]) expect(stored.get(key)?.bytes.equals(large)).toBe(true);
    }),
  );

  it("is told of a checksum that does not fit", () =>
    run(async (send) => {
      const error = send(put({ Body: "hello", ChecksumSHA256: `${"A".repeat(43)}=` }));
      await expect(error).rejects.toMatchObject({ name: "BadDigest", $metadata: { httpStatusCode: 400 } });
      expect(stored.size).toBe(0);
    }));

  it("reads back what it stored, and checks it", () =>
    run(async (send) => {
      const read = async (): Promise<string> => {
        const { Body } = await send(new sdk.GetObjectCommand({ Bucket: "bucket", Key: "k" }));
        return (Body as { transformToString(): Promise<string> }).transformToString();
      };
      const store = (crc32: string | undefined): void =>
        void stored.set("k", { bytes: Buffer.from("hello"), encoding: undefined, length: undefined, crc32 });
      store(undefined);
      expect(await read()).toBe("hello");
      store("NhCmhg==");
      expect(await read()).toBe("hello");
      store("AAAAAA==");
      await expect(read()).rejects.toThrow("Checksum mismatch");
      expect(await send(new sdk.HeadObjectCommand({ Bucket: "bucket", Key: "k" }))).toMatchObject({ ContentLength: 5 });
    }));
});
