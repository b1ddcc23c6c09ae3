import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EchoService } from "../codecs/echo-service.js";

const model = `$version: "2.0"
namespace x
use aws.protocols#restJson1
@restJson1 service Notes { version: "1", operations: [PutNote] }
@http(method: "PUT", uri: "/note") operation PutNote { input: Note, output: Note }
structure Note { @httpPayload note: Document }
`;

describe("a document that is the whole body", () => {
  const service = new EchoService(model);
  beforeAll(() => service.open());
  afterAll(() => service.close());

  it.each([[{ note: null }], [{ note: false }], [{ note: { a: [null] } }], [{}]])(
    "is %j on both sides",
    async (note) => {
      expect(await service.call("putNote", note)).toEqual({ received: note, output: note });
    },
  );

  it("is refused by the client with its place", async () => {
    const error: unknown = await service.call("putNote", { note: { size: NaN } }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: "InputError",
      failures: [{ path: "Note.note", message: expect.stringContaining('at "size"') as string }],
    });
  });
});
