import { describe, expect, it } from "vitest";
import { ServiceError, type ServiceErrorOptions } from "../../errors/index.js";
import { parsePlainJson } from "../../codec/parse-json.js";
import { queryCompatible } from "../../client/query-compatible.js";
import { awsJson1_0Operation, awsJson1_1Operation } from "./client.js";
import { readError } from "./read-error.js";

class NotFound extends ServiceError {
  static override readonly shape = "example#NotFound";
  static override readonly fault = "client";
  static override readonly statusCode = 404;
}

const receive = (value: unknown, _path: string, options?: ServiceErrorOptions): ServiceError => {
  const { message, Message, broken } = value as Readonly<Record<string, unknown>>;
  if (broken === true) throw new TypeError("not what the model says");
  return new NotFound(String(message ?? Message ?? ""), options);
};

function read(body: string, headers: Readonly<Record<string, string>> = {}, statusCode = 400): ServiceError {
  const response = { statusCode, headers, body: new TextEncoder().encode(body) };
  return readError(response, { NotFound: receive }, parsePlainJson);
}

// Where the code stands, and what the client makes of it.
// prettier-ignore
it.each<[string, string, Readonly<Record<string, string>>, object]>([
  ["__type", '{"__type":"NotFound","message":"m"}', {}, { name: "NotFound", message: "m" }],
  ["__type with a namespace", '{"__type":"example#NotFound","message":"m"}', {}, { name: "NotFound", message: "m" }],
  ["__type with a URI", '{"__type":"NotFound:http://example.com/a#b","message":"m"}', {}, { name: "NotFound" }],
  ["__type with both", '{"__type":"a.b#NotFound:http://example.com/","message":"m"}', {}, { name: "NotFound" }],
  ["code", '{"code":"NotFound","Message":"m"}', {}, { name: "NotFound", message: "m" }],
  ["the header", '{"message":"m"}', { "x-amzn-errortype": "NotFound:" }, { name: "NotFound", message: "m" }],
  ["a header that disagrees", '{"__type":"NotFound","message":"m"}', { "x-amzn-errortype": "Other" }, { name: "Other", message: "m" }],
  ["__type beside an empty header", '{"__type":"NotFound"}', { "x-amzn-errortype": "" }, { name: "NotFound" }],
  ["nowhere", '{"message":"m"}', {}, { name: "UnknownError", message: "m" }],
  ["an unknown code", '{"__type":"Brandnew","message":"m"}', {}, { name: "Brandnew", message: "m", fault: "client" }],
  ["a code that every object has", '{"__type":"constructor"}', {}, { name: "constructor" }],
  ["a code that is no text", '{"__type":5}', {}, { name: "5" }],
  ["a body that does not fit", '{"__type":"NotFound","broken":true,"message":"m"}', {}, { name: "NotFound", message: "m" }],
  ["a page", "<html>oops</html>", {}, { name: "UnknownError", message: "The service answered 400" }],
  ["a page with the header", "<html>oops</html>", { "x-amzn-errortype": "NotFound" }, { name: "NotFound", message: "" }],
  ["nothing", "", {}, { name: "UnknownError" }],
  ["a list", "[]", {}, { name: "UnknownError" }],
  ["null", "null", {}, { name: "UnknownError" }],
])("reads an error with its code in %s", (_, body, headers, expected) => {
  expect(read(body, { ...headers, "x-amzn-requestid": "r-1" })).toMatchObject({ ...expected, statusCode: 400, requestId: "r-1" });
});

it("says whose fault an unknown error is by its status", () => {
  expect([read("{}", {}, 499).fault, read("{}", {}, 500).fault]).toEqual(["client", "server"]);
  expect(read("{}")).not.toBeInstanceOf(NotFound);
  expect(read('{"__type":"NotFound"}')).toBeInstanceOf(NotFound);
});

describe("an operation", () => {
  const definition = {
    service: { shape: "example.library#Library_2026", version: "2026", sdkId: "Library" },
    name: "GetBook",
    encode: JSON.stringify,
    receive: (value: unknown) => value,
    errors: {},
  };

  it.each([
    ["1.1", awsJson1_1Operation],
    ["1.0", awsJson1_0Operation],
  ])("speaks AWS JSON %s", (version, make) => {
    expect(make(definition).definition.protocol.request({ a: 1 })).toEqual({
      method: "POST",
      path: "/",
      headers: { "content-type": `application/x-amz-json-${version}`, "x-amz-target": "Library_2026.GetBook" },
      body: '{"a":1}',
    });
  });

  const output = (body: string | Uint8Array): unknown =>
    awsJson1_1Operation(definition).definition.protocol.output({
      statusCode: 200,
      headers: {},
      body: typeof body === "string" ? new TextEncoder().encode(body) : body,
    });

  it("takes an empty body for an empty object", () => {
    expect([output(""), output('{"é":1}')]).toEqual([{}, { é: 1 }]);
  });

  it.each([["<html>secret</html>"], ['{"a":'], [new Uint8Array([0x22, 0xff, 0x22])]])("refuses %s", (body) => {
    expect(() => output(body)).toThrow(expect.not.objectContaining({ message: expect.stringContaining("secret") }));
  });
});

it("of a service that came from the query protocol says so, and its errors have the codes of then", () => {
  const { protocol } = queryCompatible(
    awsJson1_0Operation({
      service: { shape: "example.library#Library_2026", version: "2026", sdkId: "Library" },
      name: "GetBook",
      encode: JSON.stringify,
      receive: (value) => value,
      errors: { NotFound: receive },
    }),
  ).definition;
  const error = (body: string, headers: Readonly<Record<string, string>>) =>
    protocol.error({ statusCode: 404, headers, body: new TextEncoder().encode(body) });
  expect(protocol.request({})).toMatchObject({
    headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-query-mode": "true" },
    body: "{}",
  });
  expect(protocol.output({ statusCode: 200, headers: {}, body: new Uint8Array(0) })).toEqual({});
  const typed = error('{"__type":"NotFound"}', { "x-amzn-query-error": "Old.Missing;Sender" });
  expect(typed).toBeInstanceOf(NotFound);
  expect(typed).toMatchObject({ name: "NotFound", queryCode: "Old.Missing" });
  expect(error("{}", { "x-amzn-query-error": "Old.Missing;Sender" })).toMatchObject({ queryCode: "Old.Missing" });
  expect(error('{"__type":"NotFound"}', {})).not.toHaveProperty("queryCode");
});
