import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import type { KnownService, Peer, PeerCall, PeerOutcome } from "./peer.js";
import { withEvents } from "./our-client.js";
import { fromTagged, toTagged } from "./tagged-values.js";

type Class = new (...given: readonly never[]) => object;

interface ClientConfig {
  readonly protocol: { getShapeId(): string };
  readonly protocolSettings?: { readonly awsQueryCompatible?: boolean };
}

interface Client {
  readonly config: ClientConfig;
  send(command: object): Promise<Readonly<Record<string, unknown>>>;
  destroy(): void;
}

type Package = Readonly<Record<string, unknown>>;

/** The classes of the SDK for protocols, by their traits. */
const protocolClasses: Readonly<Record<string, string>> = {
  "aws.protocols#awsJson1_0": "AwsJson1_0Protocol",
  "aws.protocols#awsJson1_1": "AwsJson1_1Protocol",
  "aws.protocols#awsQuery": "AwsQueryProtocol",
  "aws.protocols#ec2Query": "AwsEc2QueryProtocol",
  "smithy.protocols#rpcv2Cbor": "AwsSmithyRpcV2CborProtocol",
  "smithy.protocols#rpcv2Json": "AwsSmithyRpcV2JsonProtocol",
};

/** The AWS SDK for JavaScript of those packages that a folder has. */
export function sdkForJavaScript(folder: string): Peer {
  const { resolve } = createRequire(`${folder}/package.json`);
  const clients = new Map<string, Client>();
  let calls = 0;
  const packages = new Map<string, Promise<Package | undefined>>();
  const load = (name: string): Promise<Package | undefined> => {
    const known = packages.get(name) ?? importFrom(resolve, name);
    packages.set(name, known);
    return known;
  };

  async function clientOf(sdk: Package, call: Pick<PeerCall, "sdkId" | "endpoint" | "protocol">): Promise<Client> {
    const key = `${call.sdkId} ${call.endpoint} ${call.protocol ?? ""}`;
    let client = clients.get(key);
    if (client === undefined) clients.set(key, (client = await createClient(sdk, call)));
    return client;
  }

  async function createClient(sdk: Package, call: Pick<PeerCall, "sdkId" | "endpoint" | "protocol">): Promise<Client> {
    const [, ClientClass] =
      Object.entries(sdk).find(([name]) => name.endsWith("Client") && !name.startsWith("__")) ?? [];
    const core = await load("@aws-sdk/core/protocols");
    const protocol = call.protocol === undefined ? undefined : core?.[protocolClasses[call.protocol] ?? ""];
    return new (ClientClass as Class)({
      endpoint: call.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
      maxAttempts: 1,
      disableHostPrefix: true,
      forcePathStyle: true,
      // The service would make digests of messages.
      ...(call.sdkId === "SQS" ? { md5: false } : {}),
      ...(protocol === undefined ? {} : { protocol }),
    } as never) as Client;
  }

  return {
    name: "AWS SDK for JavaScript",
    async describe(sdkId) {
      const sdk = await load(packageOf(sdkId));
      if (sdk === undefined) return undefined;
      const client = await clientOf(sdk, { sdkId, endpoint: "http://127.0.0.1", protocol: undefined });
      return describe(sdk, client.config);
    },
    async call(call) {
      const sdk = await load(packageOf(call.sdkId));
      const Command = sdk?.[`${call.operation}Command`];
      if (sdk === undefined || Command === undefined) return { kind: "refused", reason: "there is no such command" };
      const client = await clientOf(sdk, call);
      // Every second one as a stream, whose checksum comes behind it.
      const input = calls++ % 2 === 0 ? call.input : withStreams(call);
      return outcomeOf(() => client.send(new (Command as Class)(withNumbers(input) as never)));
    },
    close() {
      for (const client of clients.values()) client.destroy();
    },
  };
}

function packageOf(sdkId: string): string {
  return `@aws-sdk/client-${sdkId.toLowerCase().replaceAll(" ", "-")}`;
}

async function importFrom(resolve: (name: string) => string, name: string): Promise<Package | undefined> {
  let path: string;
  try {
    path = resolve(name);
  } catch {
    return undefined;
  }
  const module = (await import(pathToFileURL(path).href)) as { readonly default?: Package } & Package;
  return module.default ?? module;
}

/** The SDK drops what it does not know, and takes no harm of it: only its operations are told. */
function describe(sdk: Package, { protocol, protocolSettings }: ClientConfig): KnownService {
  const commands = Object.keys(sdk).filter((name) => name.endsWith("Command") && !name.startsWith("$"));
  const errors = Object.keys(sdk).filter(
    (name) => typeof sdk[name] === "function" && sdk[name].prototype instanceof Error,
  );
  return {
    protocols: [protocol.getShapeId()],
    isQueryCompatible: protocolSettings?.awsQueryCompatible === true,
    staysCompatible: true,
    keepsQueryCodes: false,
    keepsXmlNames: true,
    operations: Object.fromEntries(commands.map((name) => [name.slice(0, -"Command".length), {}])),
    // The SDK wants names that buckets can have, and sends no key but what is one in base64, with its digest.
    shapes: {
      BucketName: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,8}[a-z0-9]$" },
      ...Object.fromEntries(
        ["SSECustomerKey", "CopySourceSSECustomerKey"].flatMap((name) => [
          [name, { type: "string", pattern: "^MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=$" }],
          [`${name}MD5`, { type: "string", pattern: "^hRasmdxgYDKV3nvbahU1MA==$" }],
        ]),
      ),
    },
    errors: Object.fromEntries(errors.map((name) => [name, name])),
  };
}

async function outcomeOf(send: () => Promise<Readonly<Record<string, unknown>>>): Promise<PeerOutcome> {
  try {
    const { $metadata: _, ...output } = await send();
    return { kind: "output", output: await drained(output) };
  } catch (error) {
    const { $metadata, name, message, ...members } = error as { readonly $metadata?: object } & Error;
    if ($metadata === undefined || !("httpStatusCode" in $metadata)) {
      return { kind: "refused", reason: `${name}: ${message}` };
    }
    const { constructor: type } = error as object;
    // However a model spells it, the text is `message`.
    return {
      kind: "error",
      error: { type: type.name, code: name, message, members: { ...members, message, Message: message } },
    };
  }
}

async function drained(output: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  const entries = Object.entries(output).map(async ([name, value]) => {
    const stream = value as { transformToByteArray?: () => Promise<Uint8Array> } | undefined;
    return [name, stream?.transformToByteArray === undefined ? value : await stream.transformToByteArray()] as const;
  });
  return (await withEvents(Object.fromEntries(await Promise.all(entries)))) as Readonly<Record<string, unknown>>;
}

/** The SDK has numbers for longs. */
function withNumbers(input: unknown): unknown {
  const entries = Object.entries(input as object).map(([name, value]) => {
    return [name, value instanceof Readable ? value : fromTagged(toTagged(value), Number)] as const;
  });
  return Object.fromEntries(entries);
}

/** Streams need to be told how long they are. */
function withStreams({ input, streams }: PeerCall): unknown {
  const entries = Object.entries(input as object).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (!streams.includes(name) || !(value instanceof Uint8Array)) return [[name, value]];
    return [
      [name, Readable.from([Buffer.from(value)])],
      ["ContentLength", value.length],
    ];
  });
  return Object.fromEntries(entries);
}
