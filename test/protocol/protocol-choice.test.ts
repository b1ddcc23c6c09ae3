import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../../runtime/src/server/index.js";
import { ServerPackage } from "./ecr-package.js";

const model = `$version: "2.0"
namespace example.queue
use aws.protocols#awsJson1_0
use aws.protocols#awsJson1_1
use aws.protocols#awsQueryCompatible
use aws.protocols#awsQueryError
@awsJson1_1
@awsJson1_0
@awsQueryCompatible
service Queue { version: "1", operations: [Send, Ping], errors: [Throttled] }
operation Send { input := { name: String }, errors: [Missing, Broken] }
operation Ping {}
@error("client") @httpError(404) @awsQueryError(code: "Queue.NonExistent", httpResponseCode: 404)
structure Missing { message: String }
@error("client") structure Throttled { Message: String, seconds: Integer }
@error("server") structure Broken { @required code: Integer }
`;

/** The exports that the suite uses. */
type QueueModule = {
  createQueueServer(handlers: { send(input: { name?: string }): unknown; ping(): unknown }): Server;
  readonly Missing: new (members: { message: string }) => Error;
  readonly Throttled: new (members: { Message: string; seconds: number }) => Error;
};

describe("a service with two protocols that came from the query protocol", () => {
  const queue = new ServerPackage(model);
  let server: Server;
  beforeAll(async () => {
    const { createQueueServer, Missing, Throttled } = (await queue.load()) as QueueModule;
    server = createQueueServer({
      send({ name }) {
        if (name === "throttled") throw new Throttled({ Message: "slower", seconds: 3 });
        if (name === "broken") throw new Error("secret");
        throw new Missing({ message: `no ${name}` });
      },
      ping: () => undefined,
    });
  });
  afterAll(() => queue.remove());

  async function send(operation: string, body: string, version: string) {
    const headers = { "Content-Type": `application/x-amz-json-${version}`, "X-Amz-Target": `Queue.${operation}` };
    const response = await server.fetch(new Request("http://localhost/", { method: "POST", headers, body }));
    return {
      status: response.status,
      contentType: response.headers.get("content-type"),
      queryError: response.headers.get("x-amzn-query-error"),
      body: await response.text(),
    };
  }

  it.each<[version: string, type: string]>([
    ["1.0", "example.queue#Missing"],
    ["1.1", "Missing"],
  ])("answers in version %s when asked in it", async (version, type) => {
    expect(await send("Send", '{"name":"a"}', version)).toEqual({
      status: 404,
      contentType: `application/x-amz-json-${version}`,
      queryError: "Queue.NonExistent;Sender",
      body: `{"__type":"${type}","message":"no a"}`,
    });
  });

  it("answers in its first protocol when no one claims the request", async () => {
    expect(await send("Send", "{}", "2.0")).toMatchObject({
      status: 415,
      body: '{"__type":"UnsupportedMediaTypeException","message":"The header Content-Type must say application/x-amz-json-1.1."}',
    });
  });

  it("serves operations without input and output", async () => {
    for (const body of ["", "{}", '{"other":1}']) {
      expect(await send("Ping", body, "1.0")).toMatchObject({ status: 200, body: "" });
    }
    expect(await send("Ping", "[]", "1.0")).toMatchObject({ status: 400 });
  });

  it("answers with errors of the service, which have members", async () => {
    expect(await send("Send", '{"name":"throttled"}', "1.1")).toMatchObject({
      status: 400,
      queryError: "Throttled;Sender",
      body: '{"__type":"Throttled","Message":"slower","seconds":3}',
    });
  });

  it("answers InternalFailure where no error of the model can be made of a message alone", async () => {
    expect(await send("Send", '{"name":"broken"}', "1.1")).toMatchObject({
      status: 500,
      body: '{"__type":"InternalFailure","message":"The request failed because of an error of the service."}',
    });
  });
});
