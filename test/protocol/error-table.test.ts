import { connect, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { protocols as known } from "../../codegen/src/knowledge/protocols.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { cborValue } from "../protocol-tests/cbor-value.js";
import {
  RecordingServer,
  send,
  webRequest,
  wireResponse,
  type WireRequest,
  type WireResponse,
} from "../protocol-tests/exchange.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";

/** One service for each protocol, all with the same operation. */
const protocolNames = [
  "awsJson1_0",
  "awsJson1_1",
  "restJson1",
  "restXml",
  "awsQuery",
  "ec2Query",
  "rpcv2Cbor",
  "rpcv2Json",
];

const text = `$version: "2"
namespace example
${protocolNames.map((name) => `use ${name.startsWith("rpc") ? "smithy" : "aws"}.protocols#${name}`).join("\n")}
use smithy.framework#ValidationException

${protocolNames
  .map(
    (name) => `@${name} @xmlNamespace(uri: "http://example.com/")
service In${name} { version: "1", operations: [Act] }`,
  )
  .join("\n")}

@http(method: "POST", uri: "/act")
operation Act {
    input := {
        @required
        name: String

        @httpHeader("x-count")
        count: Integer

        size: Integer
    }
    output := { name: String }
    errors: [ValidationException, Gone]
}

@error("client")
@httpError(410)
structure Gone { message: String }

/// No operation lists it.
@error("client")
structure Unlisted { message: String }
`;

const maximumBodyBytes = 2000;
type Kind = "http" | "rpc";
type Change = (request: WireRequest, protocol: string) => WireRequest;

/** What each protocol calls an operation that the service does not have. */
function toNothing(request: WireRequest, protocol: string): WireRequest {
  switch (kindOf(protocol)) {
    case "http":
      return { ...request, target: "/nothing" };
    default:
      if (protocol.startsWith("rpcv2")) return { ...request, target: request.target.replace(/Act$/, "Nothing") };
      if (protocol.endsWith("Query"))
        return withBody(request, Buffer.from(request.body).toString().replace("=Act", "=Nothing"));
      return { ...request, headers: { ...request.headers, "x-amz-target": `In${protocol}.Nothing` } };
  }
}

/** A body that is not in the protocol's format. */
function broken(request: WireRequest, protocol: string): WireRequest {
  const bodies: Readonly<Record<string, string | Uint8Array>> = {
    restXml: "<ActInput><name>a</name>",
    rpcv2Cbor: Uint8Array.of(0xbf, 0x64, 0x6e, 0x61),
  };
  if (protocol.endsWith("Query")) return withBody(request, "Action=Act&Version=1&name=%zz");
  return withBody(request, bodies[protocol] ?? '{"name":"a"');
}

/** The same number as a text that is none, where the protocol has it. */
function noNumber(request: WireRequest, protocol: string): WireRequest {
  if (kindOf(protocol) === "http") return { ...request, headers: { ...request.headers, "x-count": "one" } };
  if (protocol.endsWith("Query"))
    return withBody(request, `Action=Act&Version=1&name=a&${protocol === "ec2Query" ? "Count" : "count"}=one`);
  if (protocol === "rpcv2Cbor") return withBody(request, Buffer.from("bf646e616d65616165636f756e74636f6e65ff", "hex"));
  return withBody(request, '{"name":"a","count":"one"}');
}

function withBody(request: WireRequest, body: string | Uint8Array): WireRequest {
  return { ...request, body: Buffer.from(body) };
}

function header(name: string, value: string): Change {
  return (request) => ({ ...request, headers: { ...request.headers, [name]: value } });
}

function kindOf(protocol: string): Kind {
  return known.find(({ name }) => name === protocol)?.binding === "http" ? "http" : "rpc";
}

/** What an answer tells of an error, wherever the protocol has it. */
function told({ status, headers, body }: WireResponse, protocol: string): Told {
  const texts = Buffer.from(body).toString("utf8");
  const id = headers["x-amzn-requestid"];
  if (texts.startsWith("<")) {
    const code = /<Code>(.*?)<\/Code>/.exec(texts)?.[1];
    const fault = /<Type>(.*?)<\/Type>/.exec(texts)?.[1];
    expect(/<[Rr]equest(?:Id|ID)>(.*?)</.exec(texts)?.[1]).toBe(id);
    // ec2Query does not say whose fault it is.
    if (protocol !== "ec2Query") expect(fault).toBe(status < 500 ? "Sender" : "Receiver");
    return { status, name: code, message: /<[Mm]essage>(.*?)<\/[Mm]essage>/.exec(texts)?.[1], id };
  }
  const value = (protocol === "rpcv2Cbor" ? cborValue(body) : JSON.parse(texts)) as Readonly<Record<string, string>>;
  return {
    status,
    name: protocol === "restJson1" ? headers["x-amzn-errortype"] : value["__type"],
    message: value["message"],
    id,
  };
}

interface Told {
  readonly status: number;
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly id: string | undefined;
}

/** The name of an error of the model as the protocol writes it. */
function named(shape: string, protocol: string): string {
  return ["awsJson1_0", "rpcv2Cbor", "rpcv2Json"].includes(protocol) ? shape : shape.slice(shape.indexOf("#") + 1);
}

const unknownOperation = "UnknownOperationException";
const validation = (protocol: string): string => named("smithy.framework#ValidationException", protocol);

/** What a protocol answers; by kind where that makes a difference, or by itself. Undefined where it has no such case. */
interface Row {
  readonly what: string;
  readonly change: Change;
  readonly status: number | ((protocol: string) => number | undefined);
  readonly name: string | ((protocol: string) => string);
}

const rows: readonly Row[] = [
  { what: "an operation that is not known", change: toNothing, status: 404, name: unknownOperation },
  {
    what: "another method",
    change: (request) => ({ ...request, method: "PUT" }),
    // Where all operations have one address, whatever else is asked of it is no operation.
    status: (protocol) => (kindOf(protocol) === "http" || protocol.startsWith("rpcv2") ? 405 : 404),
    name: (protocol) => (protocol.startsWith("rpcv2") ? "MethodNotAllowedException" : unknownOperation),
  },
  {
    what: "an answer of a type that there is none of",
    change: header("accept", "image/png"),
    status: (protocol) => (protocol.endsWith("Query") ? undefined : 406),
    name: "NotAcceptableException",
  },
  {
    what: "a body of another type",
    change: header("content-type", "image/png"),
    status: 415,
    name: "UnsupportedMediaTypeException",
  },
  { what: "a body that is broken", change: broken, status: 400, name: "SerializationException" },
  {
    what: "a body that is not UTF-8",
    change: (request, protocol) =>
      protocol.endsWith("Query")
        ? withBody(request, Buffer.concat([request.body, Buffer.from([0xff])]))
        : withBody(request, Buffer.from([...request.body].map((byte) => (byte === 0x6e ? 0xff : byte)))),
    status: 400,
    name: "SerializationException",
  },
  {
    what: "a body that is too large",
    change: (request) => withBody(request, Buffer.concat([request.body, Buffer.alloc(maximumBodyBytes, " ")])),
    status: 413,
    name: "RequestEntityTooLargeException",
  },
  {
    what: "no body where one is needed",
    change: (request) => withBody(request, ""),
    status: (protocol) => (protocol.endsWith("Query") ? 404 : 400),
    // The body of a form names the operation.
    name: (protocol) => (protocol.endsWith("Query") ? unknownOperation : validation(protocol)),
  },
  { what: "a number that is none", change: noNumber, status: 400, name: "SerializationException" },
];

const path = ["fetch", "sockets"] as const;

describe.each(protocolNames)("what servers of %s answer to", (protocol) => {
  let service: GeneratedService;
  let request: WireRequest;
  let thrown: unknown;
  const recording = new RecordingServer();
  const problems: unknown[] = [];

  beforeAll(async () => {
    const { model } = loadModel([createSource("model.smithy", text)]);
    if (model === undefined) throw new Error("The model does not load");
    service = await generateService(fileURLToPath(new URL("../../", import.meta.url)), model, `example#In${protocol}`);
    await recording.listen();
    request = await recorded({ name: "a", count: 1, size: 2 });
  });
  afterAll(() => recording.close());

  /** The request that the client of the protocol sends. */
  async function recorded(input: object): Promise<WireRequest> {
    const { createClient, socketTransport } = service.runtime;
    const client = createClient({
      endpoint: recording.origin,
      credentials: "anonymous",
      maximumAttempts: 1,
      transport: socketTransport(),
    });
    await service.operations["act"]?.(client as never, input as never).catch(() => undefined);
    if (recording.last === undefined) throw new Error("Nothing was sent");
    const { "content-length": _, connection: __, ...headers } = recording.last.headers;
    return { ...recording.last, headers };
  }

  function server() {
    const act = ({ name }: { readonly name: string }): object => {
      if (thrown !== undefined) throw thrown;
      return { name };
    };
    return service.createServer(
      { act },
      { maximumBodyBytes, requestId: () => "id", onError: (error) => problems.push(error) },
    );
  }

  async function listening<T>(work: (port: number) => Promise<T>): Promise<T> {
    const http = service.runtime.createNodeServer(server());
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    try {
      return await work((http.address() as AddressInfo).port);
    } finally {
      http.close();
      http.closeAllConnections();
    }
  }

  async function ask(way: (typeof path)[number], asked: WireRequest): Promise<WireResponse> {
    if (way === "sockets") return listening((port) => send(port, asked));
    return wireResponse(await server().fetch(webRequest(asked)));
  }

  describe.each(path)("over %s:", (way) => {
    it("a whole request", async () => {
      thrown = undefined;
      expect((await ask(way, request)).status).toBe(200);
    });

    it.each(rows)("$what", async ({ change, status, name }) => {
      thrown = undefined;
      const answer = await ask(way, change(request, protocol));
      const wanted = typeof status === "function" ? status(protocol) : status;
      if (wanted === undefined) {
        expect(answer.status).toBe(200);
        return;
      }
      const found = told(answer, protocol);
      expect(found).toMatchObject({ status: wanted, name: typeof name === "string" ? name : name(protocol), id: "id" });
      expect(found.message).toMatch(/^\S[^]{10,}\.?$/);
      // No trace of what went on inside.
      expect(found.message).not.toMatch(/\bat .*:\d+|Error:/);
      if (wanted === 405) expect(answer.headers["allow"]).toBe("POST");
    });

    it("a member that is missing", async () => {
      thrown = undefined;
      const bodies: Readonly<Record<string, string | Uint8Array>> = {
        restXml: '<ActInput xmlns="http://example.com/"><size>2</size></ActInput>',
        awsQuery: "Action=Act&Version=1&size=2",
        ec2Query: "Action=Act&Version=1&Size=2",
        rpcv2Cbor: Buffer.from("bf6473697a6502ff", "hex"),
      };
      const found = told(await ask(way, withBody(request, bodies[protocol] ?? '{"size":2}')), protocol);
      expect(found).toMatchObject({ status: 400, name: validation(protocol) });
      expect(found.message).toBe(
        "1 validation error detected. Value at '/name' failed to satisfy constraint: Member must not be null",
      );
    });

    it("a handler that throws an error of the operation", async () => {
      const Gone = service.errors["Gone"];
      thrown = Gone && new Gone({ message: "It is gone" });
      // Only HTTP bindings let a model choose the status; those that came from forms have 400.
      const status = protocol.endsWith("Query") ? 400 : 410;
      const wanted = { status, name: named("example#Gone", protocol), message: "It is gone" };
      expect(told(await ask(way, request), protocol)).toMatchObject(wanted);
    });

    it.each<[what: string, thrown: unknown]>([
      ["an error that the operation does not list", Object.assign(new Error("secret"), { name: "Unlisted" })],
      ["an error of the language", new TypeError("secret")],
      ["what is no error", "secret"],
    ])("a handler that throws %s", async (_, given) => {
      thrown = given;
      problems.length = 0;
      const answer = await ask(way, request);
      expect(told(answer, protocol)).toMatchObject({ status: 500, name: "InternalFailure", id: "id" });
      expect(Buffer.from(answer.body).toString("latin1")).not.toContain("secret");
      expect(problems).toEqual([given]);
    });
  });

  // What only a socket can say.
  it.each<[what: string, length: string, status: number]>([
    ["a length that is no number", "five", 400],
    ["two lengths", "5\r\nContent-Length: 6", 400],
    ["a length beside a coding", "5\r\nTransfer-Encoding: chunked", 400],
    ["a negative length", "-1", 400],
  ])("%s", async (_, length, status) => {
    thrown = undefined;
    const answer = await listening((port) => exchange(port, length, false));
    expect(Number(answer.slice(9, 12))).toBe(status);
    expect(answer.toLowerCase()).toContain("x-amzn-requestid: id");
    expect(answer).toContain("BadRequest");
  });

  it("a body that is shorter than its length: the handler is not called", async () => {
    thrown = new Error("called");
    problems.length = 0;
    const answer = await listening((port) => exchange(port, String(request.body.length + 10), true));
    expect(answer === "" || answer.startsWith("HTTP/1.1 400 ")).toBe(true);
    expect(problems).toEqual([]);
  });

  /** Sends the request with these words for its length; what came back until the connection ended. */
  function exchange(port: number, length: string, ends: boolean): Promise<string> {
    const { method, target, headers, body } = request;
    const lines = Object.entries({ ...headers, host: "localhost", "content-length": length });
    const head = `${method} ${target} HTTP/1.1\r\n${lines.map((line) => `${line.join(": ")}\r\n`).join("")}\r\n`;
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      let answer = "";
      socket.setTimeout(10_000, () => reject(new Error("No answer in ten seconds")));
      socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
      socket.on("error", () => resolve(answer));
      socket.on("close", () => resolve(answer));
      socket.write(head);
      socket.write(body);
      if (ends) socket.end();
    });
  }
});
