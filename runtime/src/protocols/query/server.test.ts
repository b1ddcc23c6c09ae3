import { describe, expect, it } from "vitest";
import { decodeTextInteger } from "../../codec/text/index.js";
import type { FormNode } from "../../codec/query/index.js";
import { createServer } from "../../server/index.js";
import type { QueryWire, ServerOperation, ServerProtocol } from "../../server/index.js";
import { ServiceError } from "../../errors/index.js";
import { awsQueryServer, ec2QueryServer, type QueryRoute } from "./server.js";

class Gone extends ServiceError {
  static override readonly shape = "example#Gone";
}

const operation: ServerOperation = {
  name: "Measure",
  method: "measure",
  is: (value) => Object.hasOwn(value as object, "size"),
  parse: () => ({
    ok: false,
    failures: [{ path: "/size", constraint: "required", message: "Value at '/size' must be there" }],
  }),
  errors: [{ shape: "example#Gone", statusCode: 410, fault: "client" }],
  validation: {
    style: "smithy",
    shape: "smithy.framework#ValidationException",
    statusCode: 400,
    messageMember: "message",
  },
};

const wire: QueryWire = {
  version: "2020-01-08",
  namespace: ' xmlns="https://example.com/"',
  operations: [
    {
      operation,
      decode: (form: FormNode) => {
        const size = form.child("size")?.scalar(decodeTextInteger);
        return size === undefined ? {} : { size };
      },
      encode: ({ size }: { readonly size: number }) => ` unit="m"><size>${size}</size>`,
    },
    { operation: { ...operation, name: "Rest", method: "rest", is: () => true } },
  ],
  errors: {
    "example#Gone": { code: "Gone.Forever", statusCode: 404, type: "Sender", encode: () => ' a="1"><Why>no</Why>' },
  },
};

const handlers = {
  measure({ size }: { readonly size: number }) {
    if (size < 0) throw new Gone("gone");
    if (size === 0) throw new Error("secret");
    return { size };
  },
  rest: () => undefined,
};

async function post(
  protocol: ServerProtocol<QueryRoute>,
  body: string | Uint8Array,
  { method = "POST", path = "/", type = "application/x-www-form-urlencoded" } = {},
) {
  const server = createServer({ service: "example#S", protocols: [protocol] }, handlers, {
    requestId: () => "<1>",
  });
  const init = method === "GET" ? { method } : { method, body: body as BodyInit, headers: { "content-type": type } };
  const response = await server.fetch(new Request(`https://example.com${path}`, init));
  return [response.status, await response.text(), response.headers.get("content-type")] as const;
}

const begin = "Action=Measure&Version=2020-01-08";

describe("awsQuery", () => {
  const protocol = awsQueryServer("S", wire);
  const failure = (type: string, code: string, message: string): string =>
    `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code>${message}</Error><RequestId>&lt;1&gt;</RequestId></ErrorResponse>`;

  it.each<[body: string, status: number, answer: string]>([
    [
      `${begin}&size=5`,
      200,
      '<MeasureResponse xmlns="https://example.com/"><MeasureResult unit="m"><size>5</size></MeasureResult><ResponseMetadata><RequestId>&lt;1&gt;</RequestId></ResponseMetadata></MeasureResponse>',
    ],
    [
      "Version=2020%2D01%2D08&Action=Rest&other=1",
      200,
      "<RestResponse><ResponseMetadata><RequestId>&lt;1&gt;</RequestId></ResponseMetadata></RestResponse>",
    ],
    [
      `${begin}&size=-1`,
      404,
      '<ErrorResponse><Error a="1"><Type>Sender</Type><Code>Gone.Forever</Code><Why>no</Why></Error><RequestId>&lt;1&gt;</RequestId></ErrorResponse>',
    ],
    [
      `${begin}&size=0`,
      500,
      failure(
        "Receiver",
        "InternalFailure",
        "<Message>The request failed because of an error of the service.</Message>",
      ),
    ],
    [
      begin,
      400,
      failure(
        "Sender",
        "ValidationException",
        "<fieldList><member><message>Value at '/size' must be there</message><path>/size</path></member></fieldList><Message>1 validation error detected. Value at '/size' must be there</Message>",
      ),
    ],
  ])("%s", async (body, status, answer) => {
    expect(await post(protocol, body)).toEqual([status, answer, "text/xml"]);
  });

  it.each<
    [
      what: string,
      status: number,
      code: string,
      ...given: Parameters<typeof post> extends [unknown, ...infer R] ? R : never,
    ]
  >([
    ["a value of another type", 400, "SerializationException", `${begin}&size=x`],
    ["a key twice", 400, "SerializationException", `${begin}&size=1&size=2`],
    ["an action twice", 400, "SerializationException", `${begin}&Action=Rest&size=1`],
    ["a broken escape", 400, "SerializationException", `${begin}&size=%zz`],
    ["no action", 404, "UnknownOperationException", "Version=2020-01-08"],
    ["an action that it does not have", 404, "UnknownOperationException", "Action=<Other>&Version=2020-01-08"],
    ["an inherited name as action", 404, "UnknownOperationException", "Action=constructor&Version=2020-01-08"],
    ["an action that XML cannot show", 404, "UnknownOperationException", "Action=a%00%ED%A0%80b&Version=2020-01-08"],
    ["an action of a control character", 404, "UnknownOperationException", "Action=a%00b&Version=2020-01-08"],
    ["no version", 404, "UnknownOperationException", "Action=Measure"],
    ["another version", 404, "UnknownOperationException", "Action=Measure&Version=1"],
    ["a body that is not UTF-8", 400, "SerializationException", new Uint8Array([0xff])],
    ["another type", 415, "UnsupportedMediaTypeException", begin, { type: "application/json" }],
    ["another method", 404, "UnknownOperationException", "", { method: "GET", path: `/?${begin}` }],
    ["another path", 404, "UnknownOperationException", begin, { path: "/Measure" }],
  ])("refuses %s", async (_, status, code, body, options) => {
    const [found, text] = await post(protocol, body, options);
    expect([found, /<Code>(\w+)<\/Code><Message>/.exec(text)?.[1]]).toEqual([status, code]);
  });

  it("takes parameters in the content type", async () => {
    const type = "Application/X-WWW-Form-URLEncoded; charset=utf-8";
    expect((await post(protocol, `${begin}&size=5`, { type }))[0]).toBe(200);
  });
});

describe("ec2Query", () => {
  const protocol = ec2QueryServer("S", { ...wire, errors: {} });

  it.each<[body: string, status: number, answer: string]>([
    [
      `${begin}&size=5`,
      200,
      '<MeasureResponse xmlns="https://example.com/" unit="m"><size>5</size><requestId>&lt;1&gt;</requestId></MeasureResponse>',
    ],
    [
      "Action=Rest&Version=2020-01-08",
      200,
      '<RestResponse xmlns="https://example.com/"><requestId>&lt;1&gt;</requestId></RestResponse>',
    ],
    [
      "Action=Other",
      404,
      '<Response><Errors><Error><Code>UnknownOperationException</Code><Message>The body\'s Action names no operation of this service: "Other".</Message></Error></Errors><RequestID>&lt;1&gt;</RequestID></Response>',
    ],
  ])("%s", async (body, status, answer) => {
    expect(await post(protocol, body)).toEqual([status, answer, "text/xml;charset=UTF-8"]);
  });
});
