/** Protocols with event streams, and how the documents in their messages are written. */
export const protocols = {
  "aws.protocols#awsJson1_0": "json",
  "aws.protocols#awsJson1_1": "json",
  "smithy.protocols#rpcv2Cbor": "cbor",
  "smithy.protocols#rpcv2Json": "json",
  "aws.protocols#restJson1": "json",
  "aws.protocols#restXml": "xml",
} as const;

export type ProtocolId = keyof typeof protocols;

/** Whether HTTP traits bind the members of messages. */
export function isBound(protocol: ProtocolId): boolean {
  return protocol.startsWith("aws.protocols#rest");
}

/**
 * A service whose operations stream events in, out, both ways, with and without other members, over several protocols. What comes before
 * the events has members of every kind where no header must carry them.
 */
export function streamsModel(listed: readonly ProtocolId[]): string {
  const hasBound = listed.some(isBound);
  return `$version: "2.0"
namespace x
${listed.map((id) => `use ${id}`).join("\n")}
use aws.auth#sigv4
use aws.api#service
use smithy.framework#ValidationException

@service(sdkId: "Streams")
@sigv4(name: "streams")
${listed.map((id) => `@${id.slice(id.indexOf("#") + 1)}`).join(" ")}
service Streams {
  version: "1"
  operations: [Talk, Listen, Tell, Pipe, Plain]
  errors: [ValidationException]
}

@http(method: "POST", uri: "/talk/{room}")
operation Talk {
  input := {
    @required @httpLabel room: String
    @httpHeader("x-count") count: Integer
    ${hasBound ? "" : "first: Nested choices: Choices"}
    @httpPayload said: Events
  }
  output := {
    @required @httpHeader("x-room") room: String
    @httpHeader("x-count") count: Integer
    ${hasBound ? "" : "first: Nested choices: Choices"}
    @httpPayload heard: Events
  }
  errors: [Refused]
}

@http(method: "POST", uri: "/listen")
operation Listen {
  input := { room: String }
  output := { @httpPayload heard: Events }
}

@http(method: "POST", uri: "/tell")
operation Tell {
  input := { @httpHeader("x-room") room: String, @httpPayload said: Events }
  output := { count: Integer }
}

@http(method: "POST", uri: "/pipe")
operation Pipe {
  input := { @httpPayload said: Events }
  output := { @httpPayload heard: Events }
}

@http(method: "POST", uri: "/plain")
operation Plain { input := { text: String }, output := { text: String } }

@streaming
union Events {
  document: Document_
  mixed: Mixed
  headers: Headers
  required: Required
  bytes: Bytes
  text: Text
  choice: ColorEvent
  structure: StructurePayload
  union: UnionPayload
  nothing: Nothing
  short: Brief
  constructor: Named
  refused: Refused
  broken: Broken
}

structure Document_ {
  nested: Nested
  @required count: Integer
  choices: Choices
  @xmlAttribute attribute: String
  @jsonName("other name") @xmlName("other-name") renamed: String
  defaulted: Integer = 7
}

structure Nested {
  text: String
  number: Double
  big: BigInteger
  time: Timestamp
  bytes: Blob
  flags: Flags
  map: NestedMap
  inner: Nested
  choice: Choice
}

list Flags { member: Boolean }
list Choices { member: Choice }
map NestedMap { key: String, value: Nested }
union Choice { text: String, number: Long, list: Choices, nested: Nested }
enum Color {
  RED = "red"
  GREEN = "green"
}
intEnum Size {
  SMALL = 1
  LARGE = 2
}

structure Mixed {
  @eventHeader at: Timestamp
  @eventHeader @required id: String
  text: String
  @required nested: Nested
}

structure Headers {
  @eventHeader boolean: Boolean
  @eventHeader byte: Byte
  @eventHeader short: Short
  @eventHeader integer: Integer
  @eventHeader long: Long
  @eventHeader blob: Blob
  @eventHeader string: String
  @eventHeader timestamp: Timestamp
  @eventHeader color: Color
  @eventHeader size: Size
}

structure Required { @eventHeader @required string: String, @eventHeader level: Integer = 3
}
structure Bytes { @eventHeader name: String, @eventPayload bytes: Blob }
structure Text { @eventPayload @required text: String }
structure ColorEvent { @eventPayload @required color: Color }
structure StructurePayload { @eventHeader number: Long, @eventPayload nested: Nested }
structure UnionPayload { @eventPayload @required choice: Choice }
structure Nothing {}
structure Brief { @length(max: 3) @required text: String, @eventHeader @range(min: 1) level: Integer }
structure Named { constructor: String, @eventHeader toString: Integer, @eventHeader valueOf: Boolean = true
}

@error("client") @httpError(409)
structure Refused { message: String, reason: Color }

@error("server")
structure Broken { @eventHeader code: Integer, @required message: String, @eventHeader name: String }
`;
}
