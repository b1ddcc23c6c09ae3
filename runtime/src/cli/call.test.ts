import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defineOperation } from "../client/define-operation.js";
import { ServiceError } from "../errors/index.js";
import type { HttpRequest } from "../http/message.js";
import { TransportError, type Transport } from "../http/transport.js";
import type { CommandLineDescription } from "./description.js";
import { library } from "./testing/library.js";
import { run } from "./testing/run.js";

const service = { shape: "example#Library", version: "2030-01-01", sdkId: "Library", endpointPrefix: "library" };

/** An operation of a protocol as small as can be: JSON both ways, an error's name in a header. */
function operation(name: string) {
  return defineOperation<object, unknown>({
    service,
    name,
    protocol: {
      request: (input) => ({
        method: "POST",
        path: "/",
        headers: {},
        body: JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
      }),
      output: () => ({}),
      error: ({ headers, statusCode, body }) =>
        new ServiceError(new TextDecoder().decode(body), { name: headers["error"], statusCode }),
    },
  });
}

const description: CommandLineDescription = {
  ...library,
  operations: async () => ({
    putBook: operation("PutBook"),
    listBooks: operation("ListBooks"),
    closeDoors: operation("CloseDoors"),
  }),
};

type Answer = { readonly body?: string; readonly status?: number; readonly error?: string };

function stub(...answers: readonly (Answer | Error)[]) {
  const requests: HttpRequest[] = [];
  const limits: (number | undefined)[] = [];
  const transport: Transport = {
    async send(request, { connectTimeout }) {
      limits.push(connectTimeout);
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {};
      requests.push(request);
      if (answer instanceof Error) throw answer;
      const headers: Record<string, string> = answer.error === undefined ? {} : { error: answer.error };
      return { statusCode: answer.status ?? 200, headers, body: new TextEncoder().encode(answer.body ?? "{}") };
    },
  };
  return { transport, limits, bodies: () => requests.map(({ body }) => JSON.parse(String(body)) as unknown) };
}

const here = ["--endpoint-url", "http://localhost", "--no-sign-request"];
const folder = mkdtempSync(join(tmpdir(), "tsmith-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("parameters", () => {
  writeFileSync(join(folder, "title.txt"), "From a file");
  writeFileSync(join(folder, "cover.bin"), Buffer.from([0, 255]));
  it.each<[string, readonly string[], unknown]>([
    ["texts", ["--title", "ab"], { title: "ab" }],
    ["a name cut short, and `=`", ["--ti=a=b"], { title: "a=b" }],
    [
      "numbers and switches",
      ["--title", "ab", "--pages", "007", "--weight", ".50", "--lent"],
      { title: "ab", pages: 7, weight: 0.5, lent: true },
    ],
    ["a switch off", ["--title", "ab", "--no-lent"], { title: "ab", lent: false }],
    ["a list of texts", ["--title", "ab", "--authors", "x", "-1", "y z"], { title: "ab", authors: ["x", "-1", "y z"] }],
    ["a list as JSON", ["--title", "ab", "--authors", '["x"]'], { title: "ab", authors: ["x"] }],
    ["shorthand", ["--title", "ab", "--shelf", "room=a,place=3"], { title: "ab", shelf: { room: "a", place: 3 } }],
    [
      "lists of structures, a list of one, and booleans",
      ["--title", "ab", "--chapters", "name=x,open=TRUE,parts={name=y}", '{"name": "z"}'],
      { title: "ab", chapters: [{ name: "x", open: true, parts: [{ name: "y" }] }, { name: "z" }] },
    ],
    ["maps", ["--title", "ab", "--labels", "a=b,c='d,e'"], { title: "ab", labels: { a: "b", c: "d,e" } }],
    ["documents", ["--title", "ab", "--notes", '[1, {"a": null}]'], { title: "ab", notes: [1, { a: null }] }],
    [
      "times",
      ["--title", "ab", "--bought", "2030-01-31T10:00:00+02:00"],
      { title: "ab", bought: "2030-01-31T08:00:00.000Z" },
    ],
    ["seconds", ["--title", "ab", "--bought", "1.5"], { title: "ab", bought: "1970-01-01T00:00:01.500Z" }],
    ["text of a file", ["--title", `file://${join(folder, "title.txt")}`], { title: "From a file" }],
    [
      "bytes of a file",
      ["--title", "ab", "--cover", `fileb://${join(folder, "cover.bin")}`],
      { title: "ab", cover: { 0: 0, 1: 255 } },
    ],
    ["base64", ["--title", "ab", "--cover", "AP8="], { title: "ab", cover: { 0: 0, 1: 255 } }],
    [
      "raw text",
      ["--title", "ab", "--cover", "A", "--cli-binary-format", "raw-in-base64-out"],
      { title: "ab", cover: { 0: 65 } },
    ],
    [
      "flags over an input",
      ["--title", "ab", "--cli-input-json", '{"title": "cd", "pages": 3}'],
      { title: "ab", pages: 3 },
    ],
    ["YAML", ["--cli-input-yaml", "title: ab\npages: 3"], { title: "ab", pages: 3 }],
  ])("%s", async (_, args, body) => {
    const { transport, bodies } = stub();
    expect(await run(description, ["put-book", ...args, ...here], { transport })).toEqual({
      code: 0,
      output: "",
      errors: "",
    });
    expect(bodies()).toEqual([body]);
  });

  it("are refused where a number would be rounded", async () => {
    const args = ["put-book", "--title", "ab", "--pages", "9007199254740993", ...here];
    expect(await run(description, args, stub())).toEqual({
      code: 252,
      output: "",
      errors:
        "\nParameter validation failed:\n" +
        "Invalid value for parameter pages, value: 9007199254740993, valid max value: 9007199254740991\n",
    });
  });
});

describe("output", () => {
  const body =
    '{"secret":"hush","zip":1,"id":9007199254740993,"labels":{"2":"é","1":"x"},"chapters":[{"start":1.50,"name":null}],"priceTag":{"new":1}}';
  it.each<[string, readonly string[], string]>([
    [
      "JSON in the order of the model, numbers as received",
      [],
      [
        "{",
        '    "id": 9007199254740993,',
        '    "chapters": [',
        "        {",
        '            "start": 1.50',
        "        }",
        "    ],",
        '    "labels": {',
        '        "2": "é",',
        '        "1": "x"',
        "    },",
        '    "priceTag": {',
        '        "SDK_UNKNOWN_MEMBER": {',
        '            "name": "new"',
        "        }",
        "    },",
        '    "secret": "hush"',
        "}",
        "",
      ].join("\n"),
    ],
    ["text", ["--output", "text"], "9007199254740993\thush\nCHAPTERS\t1.50\nLABELS\tx\té\nSDK_UNKNOWN_MEMBER\tnew\n"],
    ["a query", ["--query", "[id, chapters[0].start, nope]"], "[\n    9007199254740993,\n    1.5,\n    null\n]\n"],
    ["a query as text", ["--query", "labels.*", "--output", "text"], "x\té\n"],
    ["YAML", ["--output", "yaml", "--query", "{a: labels, b: id}"], "a:\n  '1': x\n  '2': é\nb: 9007199254740993\n"],
    [
      "a table",
      ["--output", "table", "--query", "chapters"],
      "-----------\n| PutBook |\n+---------+\n|  start  |\n+---------+\n|  1.5    |\n+---------+\n",
    ],
  ])("%s", async (_, args, output) => {
    expect(await run(description, ["put-book", "--title", "ab", ...here, ...args], stub({ body }))).toEqual({
      code: 0,
      output,
      errors: "",
    });
  });

  it("is refused when it is no JSON", async () => {
    expect(await run(description, ["close-doors", ...here], stub({ body: "<html>" }))).toMatchObject({
      code: 255,
      output: "",
      errors: expect.stringContaining("Expecting value: line 1 column 1 (char 0)"),
    });
  });
});

describe("pages", () => {
  const pages = [{ body: '{"books":["a","b"],"nextToken":"1"}' }, { body: '{"books":["c"],"nextToken":null}' }];
  const list = (...args: string[]): string[] => [
    "list-books",
    ...here,
    "--query",
    "[books, NextToken, nextToken]",
    ...args,
  ];

  it("are put together", async () => {
    const { transport, bodies } = stub(...pages);
    const { output } = await run(description, list(), { transport });
    expect(JSON.parse(output)).toEqual([["a", "b", "c"], null, null]);
    expect(bodies()).toEqual([{}, { nextToken: "1" }]);
  });

  it("are cut at --max-items, and go on at --starting-token", async () => {
    const first = await run(description, list("--max-items", "1"), stub(...pages));
    const [books, token] = JSON.parse(first.output) as [unknown, string];
    expect(books).toEqual(["a"]);
    const { output } = await run(description, list("--starting-token", token), stub(...pages));
    expect(JSON.parse(output)).toEqual([["b", "c"], null, null]);
  });

  it.each([[["--no-paginate"]], [["--max-results", "2"]]])("are single with %j", async (args) => {
    const { transport, bodies } = stub(...pages);
    const { output } = await run(description, list(...args), { transport });
    expect(JSON.parse(output)).toEqual([["a", "b"], null, "1"]);
    expect(bodies()).toHaveLength(1);
  });
});

describe("failures", () => {
  it.each<[string, readonly (Answer | Error)[], number, string]>([
    [
      "an error of the service",
      [{ status: 400, error: "BookIsOut", body: "It is out." }],
      254,
      "An error occurred (BookIsOut) when calling the CloseDoors operation: It is out.",
    ],
    [
      "one that retries did not mend",
      [{ status: 500, error: "Fire", body: "Help" }],
      254,
      "An error occurred (Fire) when calling the CloseDoors operation (reached max retries: 1): Help",
    ],
    [
      "no connection in time",
      [new TransportError("connect", "too long", { code: "ETIMEDOUT" })],
      255,
      'Connect timeout on endpoint URL: "http://localhost/"',
    ],
    [
      "no connection",
      [new TransportError("connect", "refused")],
      255,
      'Could not connect to the endpoint URL: "http://localhost/"',
    ],
    [
      "a connection that ends early",
      [new TransportError("closed", "closed")],
      255,
      'Connection was closed before we received a valid response from endpoint URL: "http://localhost/".',
    ],
  ])("%s", async (_, answers, code, problem) => {
    const environment = { ...stub(...answers), variables: { AWS_MAX_ATTEMPTS: "2" } };
    expect(await run(description, ["close-doors", ...here], environment)).toEqual({
      code,
      output: "",
      errors: `\n${problem}\n`,
    });
  });

  it("without a region", async () => {
    const variables = { HOME: folder };
    expect(await run(description, ["close-doors"], { variables })).toMatchObject({
      code: 253,
      errors: '\nYou must specify a region. You can also configure your region by running "aws configure".\n',
    });
  });

  it.each<[string, readonly string[], number, string]>([
    [
      "an endpoint without a scheme",
      ["--endpoint-url", "localhost"],
      252,
      'Bad value for --endpoint-url "localhost": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/',
    ],
    ["an endpoint of another scheme", ["--endpoint-url", "ftp://localhost"], 255, "Invalid endpoint: ftp://localhost"],
    [
      "a region that is no name",
      ["--region", "a b"],
      255,
      "Provided region_name 'a b' doesn't match a supported format.",
    ],
    ["a profile that does not exist", ["--profile", "none"], 255, "The config profile (none) could not be found"],
  ])("with %s", async (_, args, code, problem) => {
    const variables = { HOME: folder };
    expect(await run(description, ["close-doors", ...args], { variables })).toEqual({
      code,
      output: "",
      errors: `\n${problem}\n`,
    });
  });
});

describe("--cli-connect-timeout", () => {
  it.each([
    ["a minute unless given", [], 60_000],
    ["in seconds", ["--cli-connect-timeout", "3"], 3000],
    ["without end", ["--cli-connect-timeout", "0"], 2 ** 31 - 1],
  ])("is %s", async (_, args, milliseconds) => {
    const environment = stub();
    await run(description, ["close-doors", ...args, ...here], environment);
    expect(environment.limits).toEqual([milliseconds]);
  });
});

describe("the shared configuration", () => {
  it("gives the region of a profile", async () => {
    writeFileSync(join(folder, "config"), "[default]\nregion = a-1\n[profile  work]\n# no\nregion=b-2\n");
    const variables = { AWS_CONFIG_FILE: join(folder, "config"), AWS_PROFILE: "work" };
    const { errors } = await run(description, ["close-doors", "--no-sign-request", "--debug"], {
      ...stub(),
      variables,
    });
    expect(errors).toContain("POST https://library.b-2.amazonaws.com/");
  });
});

describe("--debug", () => {
  it("never shows sensitive values", async () => {
    const args = ["put-book", "--title", "ab", "--secret", "hush-hush", "--debug", ...here];
    const { errors } = await run(description, args, stub({ body: '{"id":1,"secret":"hush-hush"}' }));
    expect(errors).toContain('"title": "ab", "secret": "(hidden)"');
    expect(errors).toContain('"id": 1, "secret": "(hidden)"');
    expect(errors).not.toContain("hush-hush");
  });
});
