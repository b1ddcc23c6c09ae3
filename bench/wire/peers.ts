import {
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsSmithyRpcV2CborProtocol,
  AwsRestXmlProtocol,
  AwsSmithyRpcV2JsonProtocol,
  QueryShapeSerializer,
  XmlShapeDeserializer,
} from "@aws-sdk/core/protocols";
import { fromBase64, fromUtf8, toBase64, toUtf8 } from "@smithy/core/serde";

/** How the AWS SDK writes and reads a shape in a protocol: its schema serde, from a value to a body and back. */
export interface PeerCodec {
  /** As bytes, which is what a client sends: the SDK's transport makes them of the text that the serde of most protocols gives. */
  write(schema: unknown, value: unknown): Uint8Array;
  read(schema: unknown, body: string | Uint8Array): unknown;
}

interface SchemaCodec {
  setSerdeContext(context: object): void;
  createSerializer(): { write(schema: unknown, value: unknown): void; flush(): string | Uint8Array };
  createDeserializer(): { read(schema: unknown, body: string | Uint8Array): unknown };
}

interface SchemaProtocol {
  setSerdeContext(context: object): void;
  getPayloadCodec(): unknown;
}

const context = {
  base64Decoder: fromBase64,
  base64Encoder: toBase64,
  utf8Decoder: fromUtf8,
  utf8Encoder: toUtf8,
  disableHostPrefix: true,
};

const settings = { defaultNamespace: "bench", serviceTarget: "Bench", version: "1", errorTypeRegistries: [] };

/** Forms and XML; the SDK's protocol keeps the two that it writes and reads with to itself. */
const queryCodec = (): SchemaCodec => {
  const own = {
    timestampFormat: { useTrait: true, default: 5 },
    httpBindings: false,
    xmlNamespace: "https://example.com/",
    serviceNamespace: "bench",
    serializeEmptyLists: true,
  } as const;
  const serializer = new QueryShapeSerializer(own);
  const deserializer = new XmlShapeDeserializer(own);
  return {
    setSerdeContext(given) {
      serializer.setSerdeContext(given as never);
      deserializer.setSerdeContext(given as never);
    },
    createSerializer: () => serializer as never,
    createDeserializer: () => deserializer as never,
  };
};

const protocols: Readonly<Record<string, () => SchemaProtocol>> = {
  "aws.protocols#awsJson1_0": () => new AwsJson1_0Protocol(settings),
  "aws.protocols#awsJson1_1": () => new AwsJson1_1Protocol(settings),
  "aws.protocols#restXml": () => new AwsRestXmlProtocol({ ...settings, xmlNamespace: "https://example.com/" }),
  "aws.protocols#awsQuery": () => ({ setSerdeContext: () => undefined, getPayloadCodec: queryCodec }),
  "smithy.protocols#rpcv2Cbor": () => new AwsSmithyRpcV2CborProtocol(settings),
  "smithy.protocols#rpcv2Json": () => new AwsSmithyRpcV2JsonProtocol(settings),
};

export function peerCodec(protocol: string): PeerCodec {
  const made = protocols[protocol]?.();
  if (made === undefined) throw new Error(`The AWS SDK has no ${protocol} here`);
  made.setSerdeContext(context);
  const codec = made.getPayloadCodec() as SchemaCodec;
  codec.setSerdeContext(context);
  const serializer = codec.createSerializer();
  const deserializer = codec.createDeserializer();
  return {
    write(schema, value) {
      serializer.write(schema, value);
      const body = serializer.flush();
      return typeof body === "string" ? Buffer.from(body) : body;
    },
    read: (schema, body) => deserializer.read(schema, body),
  };
}
