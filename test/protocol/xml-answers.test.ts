import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitters } from "../../codegen/src/tool/emitters.js";
import { createClient, type Client } from "../../runtime/src/client/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";

const model = (protocol: string): string => `$version: "2.0"
namespace x
use aws.protocols#${protocol}
@${protocol} @xmlNamespace(uri: "https://example.com/")
service Bank { version: "1", operations: [Look, Pause] }
@http(method: "POST", uri: "/look") operation Look { output := { @required cents: Integer, @required owner: String } }
@http(method: "POST", uri: "/pause") operation Pause { output := {} }
`;

type Call = (client: Client) => Promise<unknown>;

const page = "<html><body><h1>Sign in</h1></body></html>";
const members = "<cents>5</cents><owner>o</owner>";
const output = { cents: 5, owner: "o" };
const bodies: Readonly<Record<string, string>> = {
  restXml: `<LookOutput>${members}</LookOutput>`,
  awsQuery: `<LookResponse><LookResult>${members}</LookResult></LookResponse>`,
  ec2Query: `<LookResponse>${members}<requestId>1</requestId></LookResponse>`,
};

describe.each(Object.entries(bodies))("a client of %s", (protocol, answer) => {
  const folder = new PackageFolder();
  let operations: Readonly<Record<string, Call>> = {};
  beforeAll(async () => {
    const needed = ["types", "errors", "codecs", "bindings", "operations"];
    const chosen = Object.entries(emitters).flatMap(([name, emit]) => (needed.includes(name) ? [emit] : []));
    folder.writeAll(generate(model(protocol), chosen).files);
    operations = (await folder.load("src/operations.js")) as typeof operations;
  });
  afterAll(() => folder.remove());

  function call(operation: string, type: string | undefined, body: string, statusCode = 200): Promise<unknown> {
    const client = createClient({
      endpoint: "https://example.com",
      maximumAttempts: 1,
      transport: {
        send: () =>
          Promise.resolve({
            statusCode,
            headers: type === undefined ? {} : { "content-type": type },
            body: new TextEncoder().encode(body),
          }),
      },
    });
    return operations[operation]?.(client) ?? Promise.reject(new Error("There is no such operation"));
  }

  it.each([
    undefined,
    "text/xml",
    "Application/XML; charset=utf-8",
    "application/soap+xml",
    "application/octet-stream",
    "binary/octet-stream",
    "text/plain;charset=UTF-8",
  ])("takes XML with the media type %s", async (type) => {
    expect(await call("look", type, answer)).toEqual(output);
  });

  it.each(["text/html", "text/html; x=text/xml", "application/xhtml+xml", "application/json"])(
    "refuses %s, whatever is in it",
    async (type) => {
      for (const body of [page, answer]) {
        await expect(call("look", type, body)).rejects.toMatchObject({
          name: "ResponseError",
          cause: { problem: "its media type is not one of XML" },
        });
      }
    },
  );

  it("takes any body where the output has no members", async () => {
    expect(await call("pause", "text/html", page)).toEqual({});
  });

  it("takes a page with the status of an error for an error that no model has", async () => {
    await expect(call("look", "text/html", page, 502)).rejects.toMatchObject({ statusCode: 502 });
  });

  it.runIf(protocol === "awsQuery").each([
    [page, "the root element is not one of a response"],
    ["<LookResponse><ResponseMetadata/></LookResponse>", "there is no element LookResult"],
  ])("refuses %s", async (body, problem) => {
    await expect(call("look", "text/xml", body)).rejects.toMatchObject({ name: "ResponseError", cause: { problem } });
  });
});
