import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { createClient } from "../../runtime/src/client/index.js";
import { fetchTransport } from "../../runtime/src/http/index.js";
import { socketTransport } from "../../runtime/src/node/index.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";

const text = (protocol: string): string => `$version: "2"
namespace example
use aws.protocols#awsQuery
use aws.protocols#ec2Query
use aws.protocols#restXml
use smithy.framework#ValidationException

@${protocol}
@xmlNamespace(uri: "http://example.com/")
service Example {
    version: "1"
    operations: [Act]
}

@http(method: "POST", uri: "/")
operation Act {
    input := {
        @httpQuery("name")
        @pattern("^[a-z]*$")
        name: String
    }
    errors: [ValidationException, Listed${protocol === "restXml" ? ", Structured, Plain, Bytes, Misleading" : ""}]
}

@error("client")
@httpError(409)
structure Listed {
    message: String
    when: Timestamp
    names: Names
}

list Names { member: String }

@error("client")
@httpError(410)
structure Structured {
    @httpHeader("x-why")
    why: String

    @httpPayload
    detail: Detail
}

structure Detail { text: String }

@error("client")
structure Plain {
    @httpPayload
    text: String
}

@error("server")
structure Bytes {
    @httpPayload
    data: Blob
}

/// Its body looks like what the protocol puts around others.
@error("client")
structure Misleading {
    @httpPayload
    inner: Inner
}

@xmlName("Error")
structure Inner { Code: String }
`;

const protocols = ["restXml", "awsQuery", "ec2Query"] as const;
type Call = (input: object) => Promise<unknown>;

describe.each(protocols)("errors of %s", (protocol) => {
  let service: GeneratedService;
  beforeAll(async () => {
    const { model } = loadModel([createSource("model.smithy", text(protocol))]);
    if (model === undefined) throw new Error("The model does not load");
    service = await generateService(fileURLToPath(new URL("../../", import.meta.url)), model, "example#Example");
  });

  /** Calls an operation whose handler throws, on both ways to a server. */
  async function onBoth(thrown: () => unknown, work: (call: Call) => Promise<void>, problems: unknown[] = []) {
    const act = (): never => {
      throw thrown();
    };
    const server = service.createServer({ act }, { requestId: () => "id", onError: (error) => problems.push(error) });
    const call = (endpoint: string, transport: ReturnType<typeof socketTransport>): Call => {
      const client = createClient({ endpoint, transport, credentials: "anonymous", maximumAttempts: 1 });
      return async (input) => service.operations["act"]?.(client as never, input as never);
    };
    const answer = (url: unknown, init?: RequestInit) => server.fetch(new Request(url as string, init));
    await work(call("http://localhost", fetchTransport({ fetch: answer as typeof fetch })));
    const http = service.runtime.createNodeServer(server);
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    try {
      await work(call(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, socketTransport()));
    } finally {
      http.close();
      http.closeAllConnections();
    }
  }

  const make = (name: string, members: object): unknown => {
    const ErrorClass = service.errors[name];
    return ErrorClass === undefined ? undefined : new ErrorClass(members);
  };

  it("reach the caller with what they quote", async () => {
    const problems: unknown[] = [];
    const when = new Date(1_576_540_098_000);
    const thrown = () => make("Listed", { message: "no \u0001 here", when, names: ["a", "\uffff"] });
    await onBoth(
      thrown,
      async (call) => {
        const error = await call({}).catch((caught: unknown) => caught);
        expect(error).toMatchObject({
          name: "Listed",
          message: "no \ufffd here",
          statusCode: protocol === "restXml" ? 409 : 400,
          when,
          names: ["a", "\ufffd"],
        });
      },
      problems,
    );
    expect(problems).toEqual([]);
  });

  it("tell of input that XML cannot quote", async () => {
    await onBoth(
      () => new Error("not called"),
      async (call) => {
        const error = await call({ name: "a\u0001" }).catch((caught: unknown) => caught);
        expect(error).toMatchObject({ name: "ValidationException", statusCode: 400 });
        expect((error as Error).message).toMatch(/^1 validation error detected\. Value at '\/name' /);
      },
    );
  });

  // Which error it is, stands in a header then.
  const withPayload: readonly [name: string, members: object, statusCode: number][] = [
    ["Structured", { why: "w", detail: { text: "t" } }, 410],
    ["Structured", { why: "w" }, 410],
    ["Plain", { text: ">not an element" }, 400],
    ["Plain", { text: "<Error><Code>Listed</Code></Error" }, 400],
    ["Plain", {}, 400],
    ["Bytes", { data: Buffer.from([0, 1, 255]) }, 500],
    ["Misleading", { inner: { Code: "Nothing" } }, 400],
  ];
  it.each(protocol === "restXml" ? withPayload : [])(
    "have their member as the body: %s %j",
    async (name, members, statusCode) => {
      await onBoth(
        () => make(name, members),
        async (call) => {
          const error = await call({}).catch((caught: unknown) => caught);
          expect(error).toMatchObject({ name, statusCode });
          for (const [key, value] of Object.entries(members)) {
            const found: unknown = Reflect.get(error as object, key);
            expect(found instanceof Uint8Array ? Buffer.from(found) : found).toEqual(value);
          }
        },
      );
    },
  );
});
