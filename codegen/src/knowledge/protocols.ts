import type { ServiceShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/**
 * A form of data on the wire, with codecs of its own. `json` has the members' names, `rest-json` counts `jsonName`, `rpc-json` writes big
 * numbers as strings and all timestamps as seconds, `xml` also is what the query protocols answer in, `query` and `ec2-query` are the forms of
 * their requests.
 */
export type Dialect = "json" | "rest-json" | "rpc-json" | "cbor" | "xml" | "query" | "ec2-query";

/** A protocol that generated code speaks, on both sides. */
export interface Protocol {
  /** The trait that names it. */
  readonly trait: ShapeId;
  /** Its room of the runtime, in `protocols/`: the one module for clients is `client` there, that for servers `server`. */
  readonly room: "aws-json" | "rest-json" | "rest-xml" | "rpc-v2" | "query";
  /** What its functions begin with: `awsJson1_1Operation`, `awsJson1_1Server`. */
  readonly name: string;
  /** `rpc`: the whole input and output are bodies. `http`: the HTTP traits say where a member goes. */
  readonly binding: "rpc" | "http";
  /** What request bodies are written in. */
  readonly request: Dialect;
  /** What response bodies are written in. */
  readonly response: Dialect;
  /** Of bodies that are a document of the protocol. */
  readonly mediaType: string;
}

/** Every protocol that generated code speaks. */
export const protocols: readonly Protocol[] = [
  {
    trait: "aws.protocols#awsJson1_1",
    room: "aws-json",
    name: "awsJson1_1",
    binding: "rpc",
    request: "json",
    response: "json",
    mediaType: "application/x-amz-json-1.1",
  },
  {
    trait: "aws.protocols#awsJson1_0",
    room: "aws-json",
    name: "awsJson1_0",
    binding: "rpc",
    request: "json",
    response: "json",
    mediaType: "application/x-amz-json-1.0",
  },
  {
    trait: "smithy.protocols#rpcv2Cbor",
    room: "rpc-v2",
    name: "rpcv2Cbor",
    binding: "rpc",
    request: "cbor",
    response: "cbor",
    mediaType: "application/cbor",
  },
  {
    trait: "aws.protocols#restXml",
    room: "rest-xml",
    name: "restXml",
    binding: "http",
    request: "xml",
    response: "xml",
    mediaType: "application/xml",
  },
  {
    trait: "smithy.protocols#rpcv2Json",
    room: "rpc-v2",
    name: "rpcv2Json",
    binding: "rpc",
    request: "rpc-json",
    response: "rpc-json",
    mediaType: "application/json",
  },
  {
    trait: "aws.protocols#awsQuery",
    room: "query",
    name: "awsQuery",
    binding: "rpc",
    request: "query",
    response: "xml",
    mediaType: "application/x-www-form-urlencoded",
  },
  {
    trait: "aws.protocols#ec2Query",
    room: "query",
    name: "ec2Query",
    binding: "rpc",
    request: "ec2-query",
    response: "xml",
    mediaType: "application/x-www-form-urlencoded",
  },
  {
    trait: "aws.protocols#restJson1",
    room: "rest-json",
    name: "restJson1",
    binding: "http",
    request: "rest-json",
    response: "rest-json",
    mediaType: "application/json",
  },
];

/** The protocols of a service that generated code speaks, in the order in which it lists them. */
export function protocolsOf(service: ServiceShape): readonly Protocol[] {
  return [...service.traits.keys()].flatMap((trait) => protocols.find((protocol) => protocol.trait === trait) ?? []);
}

/** The protocol that clients of the service speak: the first that it lists and they know. */
export function clientProtocolOf(service: ServiceShape): Protocol | undefined {
  return protocolsOf(service)[0];
}

/** The dialects that codecs of the service are written for, without repetition: those of its protocols, `json` where it has none. */
export function dialectsOf(service: ServiceShape): readonly Dialect[] {
  const spoken = protocolsOf(service).flatMap(({ request, response }) => [request, response]);
  return spoken.length === 0 ? ["json"] : [...new Set(spoken)];
}

/**
 * Whether the protocol has event streams: all but the query protocols do (Smithy 2.0, "AWS query protocol": "does not support any kind of
 * streaming requests or responses").
 */
export function hasEventStreams({ room }: Protocol): boolean {
  return room !== "query";
}

/** The dialects in which events of the service are written, without repetition. */
export function eventDialectsOf(service: ServiceShape): readonly Dialect[] {
  return [...new Set(protocolsOf(service).flatMap((one) => (hasEventStreams(one) ? [one.request] : [])))];
}

/** The dialects of the service's protocols with HTTP bindings, without repetition. */
export function httpDialectsOf(service: ServiceShape): readonly Dialect[] {
  return [...new Set(protocolsOf(service).flatMap(({ binding, request }) => (binding === "http" ? [request] : [])))];
}

/** The media type of bodies in the JSON protocol that clients of the service speak; undefined when they speak none. */
export function jsonMediaTypeOf(service: ServiceShape): string | undefined {
  const protocol = clientProtocolOf(service);
  return protocol?.binding === "rpc" && protocol.request === "json" ? protocol.mediaType : undefined;
}

/** How messages list the protocols that a service may have. */
export function protocolList(): string {
  return protocols.map(({ trait }) => `@${trait}`).join(", ");
}
