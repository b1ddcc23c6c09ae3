import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as metrics from "@aws-sdk/client-cloudwatch";
import * as tables from "@aws-sdk/client-dynamodb";
import * as objects from "@aws-sdk/client-s3";
import { deepStrictEqual } from "node:assert";
import { compare, processorThroughput, type Row } from "../harness.js";
import { hasModels, loadCodecs, type Codecs } from "../wire/generated.js";
import * as messages from "../wire/messages.js";
import { peerCodec } from "../wire/peers.js";

/** A shape and a value of it. */
interface Message {
  readonly shape: string;
  readonly value: unknown;
}

interface Service {
  readonly model: string;
  readonly schemas: Readonly<Record<string, unknown>>;
  readonly protocols: readonly string[];
  /** What clients write, and what they read: a small message and one of a megabyte. */
  readonly requests: readonly [small: Message, large: Message];
  readonly responses: readonly [small: Message, large: Message];
}

const services: readonly Service[] = [
  {
    model: "dynamodb",
    schemas: tables,
    protocols: ["aws.protocols#awsJson1_0", "smithy.protocols#rpcv2Json", "smithy.protocols#rpcv2Cbor"],
    requests: [
      { shape: "PutItemInput", value: messages.putItem() },
      { shape: "BatchWriteItemInput", value: messages.batchWrite(2300) },
    ],
    responses: [
      { shape: "QueryOutput", value: messages.query(1) },
      { shape: "QueryOutput", value: messages.query(2500) },
    ],
  },
  {
    model: "cloudwatch-logs",
    schemas: logs,
    protocols: ["aws.protocols#awsJson1_1"],
    requests: [
      { shape: "PutLogEventsRequest", value: messages.logEvents(3) },
      { shape: "PutLogEventsRequest", value: messages.logEvents(8500) },
    ],
    responses: [
      { shape: "FilterLogEventsResponse", value: messages.filteredEvents(3) },
      { shape: "FilterLogEventsResponse", value: messages.filteredEvents(5000) },
    ],
  },
  {
    model: "cloudwatch",
    schemas: metrics,
    protocols: ["smithy.protocols#rpcv2Cbor", "aws.protocols#awsQuery"],
    requests: [
      { shape: "PutMetricDataInput", value: messages.metricData(2) },
      { shape: "PutMetricDataInput", value: messages.metricData(6000) },
    ],
    responses: [
      { shape: "DescribeAlarmsOutput", value: messages.alarms(1) },
      { shape: "DescribeAlarmsOutput", value: messages.alarms(1100) },
    ],
  },
  {
    model: "s3",
    schemas: objects,
    protocols: ["aws.protocols#restXml"],
    requests: [
      { shape: "Delete", value: messages.deletion(3) },
      { shape: "Delete", value: messages.deletion(8000) },
    ],
    responses: [
      { shape: "ListObjectsV2Output", value: messages.listing(3) },
      { shape: "ListObjectsV2Output", value: messages.listing(4000) },
    ],
  },
];

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** How generated codecs write and read a shape. */
interface OwnCodec {
  write(shape: string, value: unknown): Uint8Array;
  read(shape: string, body: Uint8Array): unknown;
  /** Where a body is JSON: after its bytes were decoded. */
  readText?(shape: string, text: string): unknown;
  /** The body of a response, where the peer's writer makes none. */
  answer?(shape: string, value: unknown): Uint8Array;
}

function jsonCodec(codecs: Codecs, stem = ""): OwnCodec {
  const readText = (shape: string, text: string): unknown =>
    codecs[`receive${stem}${shape}`]?.(codecs["parsePlainJson"]?.(text), "");
  return {
    // As bytes: the text may be a rope that only whoever sends it makes one piece of.
    write: (shape, value) => Buffer.from(codecs[`encode${stem}${shape}`]?.(value) as string),
    read: (shape, body) => readText(shape, utf8.decode(body)),
    readText,
  };
}

function cborCodec(codecs: Codecs): OwnCodec {
  const { encodeCbor, decodeCbor } = codecs;
  return {
    write: (shape, value) => encodeCbor?.(value, codecs[`encodeCbor${shape}`]) as Uint8Array,
    read: (shape, body) => decodeCbor?.(body, codecs[`receiveCbor${shape}`]),
  };
}

/** XML that is read, and XML or forms that are written. */
function xmlCodec(codecs: Codecs, write: (shape: string, value: unknown) => string): OwnCodec {
  const { receiveXmlDocument } = codecs;
  const answer = (shape: string, value: unknown): Uint8Array =>
    Buffer.from(`<X${(codecs[`encodeXml${shape}`] ?? codecs[`encodeResponseBodyXml${shape}`])?.(value) as string}</X>`);
  return {
    write: (shape, value) => Buffer.from(write(shape, value)),
    read: (shape, body) =>
      receiveXmlDocument?.(utf8.decode(body), codecs[`receiveXml${shape}`] ?? codecs[`receiveResponseBodyXml${shape}`]),
    answer,
  };
}

const ownCodecs: Readonly<Record<string, (codecs: Codecs) => OwnCodec>> = {
  "aws.protocols#awsJson1_0": jsonCodec,
  "aws.protocols#awsJson1_1": jsonCodec,
  "aws.protocols#awsQuery": (codecs) =>
    xmlCodec(codecs, (shape, value) => codecs[`encodeQuery${shape}`]?.(value, "&") as string),
  "aws.protocols#restXml": (codecs) =>
    xmlCodec(codecs, (shape, value) => `<${shape}${codecs[`encodeXml${shape}`]?.(value) as string}</${shape}>`),
  "smithy.protocols#rpcv2Cbor": cborCodec,
  "smithy.protocols#rpcv2Json": (codecs) => jsonCodec(codecs, "RpcJson"),
};

/** What a client makes of bodies, against the schema serde of the AWS SDK for the same shapes, and JSON against bare `JSON.parse`. */
export async function* suite(): AsyncIterable<Row> {
  if (!hasModels()) {
    console.warn("SKIPPED: ../shared/data is absent, so that there are no models to generate codecs from.");
    return;
  }
  for (const service of services) {
    for (const protocol of service.protocols) yield* rowsOf(service, protocol);
  }
}

async function* rowsOf(service: Service, protocol: string): AsyncIterable<Row> {
  const ours = ownCodecs[protocol]?.(await loadCodecs(service.model, protocol));
  if (ours === undefined) throw new Error(`There is no codec for ${protocol}`);
  const peer = peerCodec(protocol);
  const { requests, responses } = service;
  for (const [index, size] of ["small", "1 MB"].entries()) {
    const request = requests[index] as Message;
    const response = responses[index] as Message;
    const schemaOf = ({ shape }: Message): unknown => service.schemas[`${shape}$`];
    // As a client has it: bytes.
    const body: Buffer = Buffer.from(
      ours.answer?.(response.shape, response.value) ?? peer.write(schemaOf(response), response.value),
    );
    const own = ours.write(request.shape, request.value);
    // Both read the same, or the comparison is worth nothing.
    deepStrictEqual(plain(ours.read(response.shape, body)), plain(await peer.read(schemaOf(response), body)));
    const label = (verb: string, { shape }: Message, { length }: Uint8Array): string =>
      `${protocol.slice(protocol.indexOf("#") + 1)} ${verb} ${shape}, ${size} (${Math.ceil(length / 1000)} kB)`;
    const bar = { direction: "at least", ratio: 2 } as const;
    yield await compare({
      suite: "wire",
      name: label("encode", request, own),
      unit: "messages per second of processor time",
      ours: processorThroughput("tsmith", () => ours.write(request.shape, request.value)),
      peers: [processorThroughput("AWS SDK", () => peer.write(schemaOf(request), request.value))],
      bar,
    });
    yield await compare({
      suite: "wire",
      name: label("decode", response, body),
      unit: "messages per second of processor time",
      ours: processorThroughput("tsmith", () => ours.read(response.shape, body)),
      peers: [processorThroughput("AWS SDK", () => peer.read(schemaOf(response), body))],
      bar,
    });
    if (/json/i.test(protocol)) {
      yield await againstParser(
        label("decode", response, body),
        () => ours.read(response.shape, body),
        body.toString(),
      );
    }
  }
}

/** Decoding JSON against bare `JSON.parse`, which makes no value of a shape out of it. */
function againstParser(name: string, decode: () => unknown, text: string): Promise<Row> {
  return compare({
    suite: "wire",
    name,
    unit: "messages per second of processor time",
    ours: processorThroughput("tsmith", decode),
    peers: [processorThroughput("bare JSON.parse", () => JSON.parse(text) as unknown)],
    bar: { direction: "at least", ratio: 0.6 },
  });
}

/** Data without its prototypes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
