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

type Write = (value: unknown) => Uint8Array;
type Read = (body: Uint8Array) => unknown;

/** How generated codecs write and read shapes: functions that are looked up once, as a client's operation has them. */
interface OwnCodec {
  writer(shape: string): Write;
  reader(shape: string): Read;
  /** Writes the body of a response, where the peer's writer makes none. */
  answerer?(shape: string): Write;
}

/** The first of the functions that there is. */
function find(codecs: Codecs, ...names: readonly string[]): Codecs[string] {
  const found = names.map((name) => codecs[name]).find((codec) => codec !== undefined);
  if (found === undefined) throw new Error(`There is no ${names.join(" or ")}`);
  return found;
}

function jsonCodec(codecs: Codecs, stem = ""): OwnCodec {
  const parse = find(codecs, "parsePlainJson");
  return {
    writer(shape) {
      const encode = find(codecs, `encode${stem}${shape}`);
      // As bytes: the text may be a rope that only whoever sends it makes one piece of.
      return (value) => Buffer.from(encode(value) as string);
    },
    reader(shape) {
      const receive = find(codecs, `receive${stem}${shape}`);
      return (body) => receive(parse(utf8.decode(body)), "");
    },
  };
}

function cborCodec(codecs: Codecs): OwnCodec {
  const encodeCbor = find(codecs, "encodeCbor");
  const decodeCbor = find(codecs, "decodeCbor");
  return {
    writer(shape) {
      const encode = find(codecs, `encodeCbor${shape}`);
      return (value) => encodeCbor(value, encode) as Uint8Array;
    },
    reader(shape) {
      const receive = find(codecs, `receiveCbor${shape}`);
      return (body) => decodeCbor(body, receive);
    },
  };
}

/** XML that is read, and XML or forms that are written. */
function xmlCodec(codecs: Codecs, writer: (shape: string) => (value: unknown) => string): OwnCodec {
  const receiveXmlDocument = find(codecs, "receiveXmlDocument");
  return {
    writer(shape) {
      const write = writer(shape);
      return (value) => Buffer.from(write(value));
    },
    reader(shape) {
      const receive = find(codecs, `receiveXml${shape}`, `receiveResponseBodyXml${shape}`);
      return (body) => receiveXmlDocument(utf8.decode(body), receive);
    },
    answerer(shape) {
      const encode = find(codecs, `encodeXml${shape}`, `encodeResponseBodyXml${shape}`);
      return (value) => Buffer.from(`<X${encode(value) as string}</X>`);
    },
  };
}

const ownCodecs: Readonly<Record<string, (codecs: Codecs) => OwnCodec>> = {
  "aws.protocols#awsJson1_0": jsonCodec,
  "aws.protocols#awsJson1_1": jsonCodec,
  "aws.protocols#awsQuery": (codecs) =>
    xmlCodec(codecs, (shape) => {
      const encode = find(codecs, `encodeQuery${shape}`);
      return (value) => encode(value, "&") as string;
    }),
  "aws.protocols#restXml": (codecs) =>
    xmlCodec(codecs, (shape) => {
      const encode = find(codecs, `encodeXml${shape}`);
      return (value) => `<${shape}${encode(value) as string}</${shape}>`;
    }),
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
    const requestSchema = service.schemas[`${request.shape}$`];
    const responseSchema = service.schemas[`${response.shape}$`];
    const write = ours.writer(request.shape);
    const read = ours.reader(response.shape);
    // As a client has it: bytes.
    const body: Buffer = Buffer.from(
      ours.answerer?.(response.shape)(response.value) ?? peer.write(responseSchema, response.value),
    );
    const own = write(request.value);
    // Both read the same, or the comparison is worth nothing.
    deepStrictEqual(plain(read(body)), plain(await peer.read(responseSchema, body)));
    const label = (verb: string, { shape }: Message, { length }: Uint8Array): string =>
      `${protocol.slice(protocol.indexOf("#") + 1)} ${verb} ${shape}, ${size} (${Math.ceil(length / 1000)} kB)`;
    const bar = { direction: "at least", ratio: 2 } as const;
    yield await compare({
      suite: "wire",
      name: label("encode", request, own),
      unit: "messages per second of processor time",
      ours: processorThroughput("tsmith", () => write(request.value)),
      peers: [processorThroughput("AWS SDK", () => peer.write(requestSchema, request.value))],
      bar,
    });
    yield await compare({
      suite: "wire",
      name: label("decode", response, body),
      unit: "messages per second of processor time",
      ours: processorThroughput("tsmith", () => read(body)),
      peers: [processorThroughput("AWS SDK", () => peer.read(responseSchema, body))],
      bar,
    });
    if (/json/i.test(protocol)) {
      yield await againstParser(label("decode", response, body), () => read(body), body.toString());
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
