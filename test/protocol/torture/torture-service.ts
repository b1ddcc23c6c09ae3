import { fileURLToPath } from "node:url";
import { loadModel } from "../../../codegen/src/loader/load-model.js";
import { createSource } from "../../../codegen/src/source/source.js";
import type { Server } from "../../../runtime/src/server/index.js";
import { generateService, type GeneratedService } from "../../protocol-tests/generated-service.js";
import { NodeSurface, surfaces, type Exchange, type Surface } from "../surfaces.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** One operation with a member of every kind, and one whose body is its payload. */
function modelOf(protocol: string, hasDocuments: boolean): string {
  const [namespace = "", name = ""] = protocol.split("#");
  return `$version: "2.0"
namespace example.torture
use ${namespace}#${name}
@${name}
@xmlNamespace(uri: "https://example.com")
service Torture { version: "1", operations: [Take, TakeWhole] }
@http(method: "POST", uri: "/Take")
operation Take { input: TakeInput, output: TakeOutput, errors: [Bad] }
@http(method: "POST", uri: "/TakeWhole")
operation TakeWhole { input := { @httpPayload ${hasDocuments ? "any: Document" : "all: All"} } }
structure TakeInput with [Members] {}
structure TakeOutput with [Members] {}
@error("client")
structure Bad with [Members] {}
structure All with [Members] {}
@mixin
structure Members {
  text: String, flag: Boolean, small: Byte, number: Integer, long: Long, single: Float, real: Double
  big: BigInteger, decimal: BigDecimal, blob: Blob, time: Timestamp
  color: Color, size: Size, list: Texts, @xmlFlattened
  flat: Texts, map: TextMap, sparse: Sparse, choice: Choice, inner: All
  @xmlAttribute
  attribute: String
  ${hasDocuments ? "any: Document" : ""}
}
enum Color { RED GREEN }
intEnum Size {
  SMALL = 1
}
list Texts { member: String }
map TextMap { key: String, value: String }
@sparse
list Sparse { member: Integer }
union Choice { text: String, number: Integer, all: All }
`;
}

/** The generated code of the service that is tortured. */
export async function tortureService(protocol: string, hasDocuments: boolean): Promise<GeneratedService> {
  const { model, diagnostics } = loadModel([createSource("model", modelOf(protocol, hasDocuments))]);
  const failure = diagnostics.find(({ severity }) => severity === "ERROR");
  if (failure !== undefined) throw new Error(failure.message);
  return generateService(root, model, "example.torture#Torture");
}

/** A server that keeps what its handlers got, and answers with nothing. */
export class TortureServer {
  readonly server: Server;
  received: Readonly<Record<string, unknown>> | undefined;

  private constructor(create: (handlers: object) => Server) {
    const handler = (input: Readonly<Record<string, unknown>>): object => {
      this.received = input;
      return {};
    };
    this.server = create({ take: handler, takeWhole: handler });
  }

  static async of(protocol: string, hasDocuments: boolean): Promise<TortureServer> {
    const { createServer } = await tortureService(protocol, hasDocuments);
    return new TortureServer((handlers) =>
      createServer(handlers, { requestId: () => "id", maximumBodyBytes: 2 ** 25 }),
    );
  }
}

export type Body = string | Uint8Array;

/** How a protocol's requests are made, and what tells its errors. */
export interface TortureProtocol {
  readonly protocol: string;
  readonly hasDocuments: boolean;
  /** A body that is served. */
  readonly good: Body;
  readonly request: (body: Body) => Exchange;
  /** The same for the operation whose whole body is a payload. */
  readonly payload?: ((body: Body) => Exchange) | undefined;
  /** The name of the error that an answer tells; undefined for none. */
  readonly errorOf: (headers: Readonly<Record<string, string>>, body: string) => string | undefined;
}

/** What became of a request: the handler's input, or the error. A failure is one that nobody made on purpose. */
export type Fate =
  | { readonly kind: "served"; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly body: string }
  | { readonly kind: "failed"; readonly problem: string };

/** The errors that protocols have for what does not fit: into their forms, and into the model. */
const refusals = ["SerializationException", "ValidationException"];

/** Sends requests one after the other, on one connection where the surface has some. */
export class Torturer {
  readonly #protocol: TortureProtocol;
  readonly #server: TortureServer;
  readonly #surface: Surface;

  constructor(protocol: TortureProtocol, server: TortureServer, surface: Surface) {
    this.#protocol = protocol;
    this.#server = server;
    this.#surface = surface;
  }

  static async open(protocol: TortureProtocol, server: TortureServer, path: string): Promise<Torturer> {
    const open = path === "fetch" ? surfaces["fetch"] : NodeSurface.open;
    if (open === undefined) throw new Error(`There is no surface ${path}`);
    return new Torturer(protocol, server, await open(server.server));
  }

  async send(body: Body, isPayload = false): Promise<Fate> {
    const { request, payload = request, errorOf } = this.#protocol;
    this.#server.received = undefined;
    const answer = await this.#surface.send((isPayload ? payload : request)(body));
    const input = this.#server.received as Fate extends { input: infer Input } ? Input : never;
    const error = answer.status === 200 ? undefined : errorOf(answer.headers, answer.body);
    const seen = `${answer.status} ${error ?? ""} ${answer.body.slice(0, 300)}`;
    if (answer.status === 200) {
      return input === undefined ? { kind: "failed", problem: `not called: ${seen}` } : { kind: "served", input };
    }
    if (answer.status === 400 && refusals.includes(error ?? "") && input === undefined) {
      return { kind: "refused", body: answer.body };
    }
    return { kind: "failed", problem: seen };
  }

  close(): Promise<void> {
    return this.#surface.close();
  }
}
