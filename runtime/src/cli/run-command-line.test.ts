import { describe, expect, it } from "vitest";
import { library } from "./testing/library.js";
import { run } from "./testing/run.js";

const usage = [
  "",
  "usage: library [options] <command> [parameters]",
  "To see help text, you can run:",
  "",
  "  library help",
  "  library <command> help",
  "",
  "",
].join("\n");

describe("a wrong call", () => {
  it.each<[string, readonly string[], string]>([
    ["no command", [], "library: error: the following arguments are required: operation"],
    [
      "a command that does not exist",
      ["put-bok"],
      [
        "library: error: argument operation: Invalid choice, valid choices are:",
        "",
        `${"put-book".padEnd(40)} | ${"list-books".padEnd(40)}`,
        `${"close-doors".padEnd(40)} | ${"help".padEnd(40)}`,
        "",
        "",
        "Invalid choice: 'put-bok', maybe you meant:",
        "",
        "  * put-book",
      ].join("\n"),
    ],
    ["a missing flag", ["put-book"], "library: error: the following arguments are required: --title"],
    ["a missing value", ["put-book", "--title"], "library: error: argument --title: expected one argument"],
    [
      "a missing value before another flag",
      ["put-book", "--title", "--lent"],
      "library: error: argument --title: expected one argument",
    ],
    ["text for a number", ["put-book", "--pages", "x"], "library: error: argument --pages: invalid int value: 'x'"],
    [
      "text for a decimal number",
      ["put-book", "--weight", "x"],
      "library: error: argument --weight: invalid float value: 'x'",
    ],
    [
      "a value for a switch",
      ["put-book", "--lent=1"],
      "library: error: argument --lent: ignored explicit argument '1'",
    ],
    [
      "an ambiguous flag",
      ["put-book", "--p", "1"],
      "library: error: ambiguous option: --p could match --profile, --pages, --price-tag",
    ],
    [
      "a wrong choice",
      ["put-book", "--output", "xml"],
      [
        "library: error: argument --output: Invalid choice, valid choices are:",
        "",
        `${"json".padEnd(40)} | ${"text".padEnd(40)}`,
        `${"table".padEnd(40)} | ${"yaml".padEnd(40)}`,
        "yaml-stream".padEnd(40),
      ].join("\n"),
    ],
    ["unknown options", ["put-book", "--title", "ab", "--zip", "3", "x"], "Unknown options: --zip, x, 3"],
    [
      "a misspelt option",
      ["put-book", "--title", "ab", "--autors", "x"],
      "Unknown options: --autors, x\n\nUnknown option: '--autors', maybe you meant:\n\n  * --authors",
    ],
  ])("%s", async (_, args, problem) => {
    expect(await run(library, args)).toEqual({ code: 252, output: "", errors: `${usage}${problem}\n\n` });
  });

  it.each<[string, readonly string[], number, string]>([
    [
      "a query that ends too early",
      ["put-book", "--query", "a["],
      252,
      'Bad value for --query a[: Invalid jmespath expression: Incomplete expression:\n"a["\n   ^',
    ],
    [
      "broken JSON",
      ["put-book", "--title", "ab", "--shelf", '{"room"'],
      252,
      "Error parsing parameter '--shelf': Invalid JSON: Expecting ':' delimiter: line 1 column 8 (char 7)\nJSON received: {\"room\"",
    ],
    [
      "a list for a structure",
      ["put-book", "--title", "ab", "--shelf", "[]"],
      252,
      "Error parsing parameter '--shelf': Invalid JSON:\n[]",
    ],
    [
      "broken shorthand",
      ["put-book", "--title", "ab", "--shelf", "room"],
      252,
      "Error parsing parameter '--shelf': Expected: '=', received: 'EOF' for input:\nroom\n    ^",
    ],
    [
      "a file that is not there",
      ["put-book", "--title", "file:///none/x"],
      252,
      "Error parsing parameter '--title': Unable to load paramfile file:///none/x: [Errno 2] No such file or directory: '/none/x'",
    ],
    [
      "two inputs",
      ["put-book", "--cli-input-json", "{}", "--cli-input-yaml", "{}"],
      252,
      "Only one --cli-input- parameter may be specified.",
    ],
    ["text that is no base64", ["put-book", "--title", "ab", "--cover", "a%1"], 255, 'Invalid base64: "a%1"'],
  ])("%s", async (_, args, code, problem) => {
    const environment = { variables: { AWS_REGION: "x", AWS_ENDPOINT_URL: "http://localhost" } };
    expect(await run(library, args, environment)).toEqual({ code, output: "", errors: `\n${problem}\n` });
  });
});

describe("checked parameters", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["what is missing", {}, ['Missing required parameter in input: "title"']],
    [
      "what is unknown, inside too",
      { title: "ab", zip: 1, shelf: { rom: 1 } },
      [
        `Unknown parameter in input: "zip", must be one of: ${Object.keys((library.shapes["PutBookInput"] as { members: object }).members).join(", ")}`,
        'Unknown parameter in shelf: "rom", must be one of: room, place',
      ],
    ],
    [
      "lengths in characters, and values",
      { title: "😀", pages: 0, authors: [] },
      [
        "Invalid length for parameter title, value: 1, valid min length: 2",
        "Invalid value for parameter pages, value: 0, valid min value: 1",
        "Invalid length for parameter authors, value: 0, valid min length: 1",
      ],
    ],
    [
      "types",
      { title: 5, pages: 1.5, lent: "yes", authors: "x", shelf: [], labels: { a: null }, bought: "soon", weight: "1" },
      [
        "Invalid type for parameter title, value: 5, type: <class 'int'>, valid types: <class 'str'>",
        "Invalid type for parameter pages, value: 1.5, type: <class 'float'>, valid types: <class 'int'>",
        "Invalid type for parameter lent, value: yes, type: <class 'str'>, valid types: <class 'bool'>",
        "Invalid type for parameter authors, value: x, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'>",
        "Invalid type for parameter shelf, value: [], type: <class 'list'>, valid types: <class 'dict'>",
        "Invalid type for parameter labels.a, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
        "Invalid type for parameter bought, value: soon, type: <class 'str'>, valid types: <class 'datetime.datetime'>, timestamp-string",
        "Invalid type for parameter weight, value: 1, type: <class 'str'>, valid types: <class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
      ],
    ],
    [
      "unions",
      { title: "ab", priceTag: { amount: 1, free: true } },
      [
        "Invalid number of parameters set for tagged union structure priceTag. Can only set one of the following keys: amount, free.",
      ],
    ],
    [
      "paths into lists",
      { title: "ab", chapters: [{ name: "x", parts: [{}] }] },
      ['Missing required parameter in chapters[0].parts[0]: "name"'],
    ],
    [
      "nothing of what is sensitive",
      { title: "ab", secret: ["hush"] },
      ["Invalid type for parameter secret, type: <class 'list'>, valid types: <class 'str'>"],
    ],
  ])("%s", async (_, input, problems) => {
    const args = ["put-book", "--cli-input-json", JSON.stringify(input), "--generate-cli-skeleton", "output"];
    expect(await run(library, args)).toEqual({
      code: 252,
      output: "",
      errors: `\nParameter validation failed:\n${problems.join("\n")}\n`,
    });
  });
});

describe("skeletons", () => {
  it("show the input in the order of the model, recursion cut", async () => {
    const { output } = await run(library, ["put-book", "--generate-cli-skeleton"]);
    expect(JSON.parse(output)).toEqual({
      title: "",
      pages: 0,
      weight: 0,
      lent: true,
      kind: "NOVEL",
      bought: "1970-01-01T00:00:00",
      cover: null,
      notes: {},
      authors: [""],
      chapters: [{ name: "", start: 0, open: true, parts: [{}] }],
      shelf: { room: "", place: 0 },
      labels: { KeyName: "" },
      priceTag: { amount: 0, free: true },
      secret: "",
    });
    expect(output).toContain('    "weight": 0.0,\n');
  });

  it("show the output with names for texts", async () => {
    const { code, output } = await run(library, [
      "list-books",
      "--generate-cli-skeleton",
      "output",
      "--output",
      "yaml",
    ]);
    expect({ code, output }).toEqual({
      code: 0,
      output: "books:\n- Author\nnextToken: nextToken\nshelf:\n  place: 0\n  room: room\n",
    });
  });

  it("say in YAML what each member is for", async () => {
    const { output } = await run(library, ["put-book", "--generate-cli-skeleton", "yaml-input"]);
    expect(output).toBe(
      [
        "title: ''  # [REQUIRED] What the cover says.",
        "pages: 0",
        "weight: 0.0",
        "lent: true",
        "kind: NOVEL # What it is. Valid values are: NOVEL, ATLAS.",
        "bought: 1970-01-01 00:00:00",
        "cover: !!binary ''",
        "notes: {}",
        "authors:",
        "- ''",
        "chapters:",
        "- name: ''  # [REQUIRED] Its heading.",
        "  start: 0",
        "  open: true",
        "  parts:",
        "  - {}",
        "shelf:",
        "  room: ''",
        "  place: 0",
        "labels:",
        "  KeyName: ''",
        "priceTag:",
        "  amount: 0.0",
        "  free: true",
        "secret: ''",
        "",
      ].join("\n"),
    );
  });

  it("need no operation and no network", async () => {
    const description = { ...library, operations: () => Promise.reject(new Error("loaded")) };
    expect(await run(description, ["close-doors", "--generate-cli-skeleton"])).toEqual({
      code: 0,
      output: "{}\n",
      errors: "",
    });
  });
});

describe("help", () => {
  it.each([[["help"]], [["--help"]], [["--region", "x", "help"]]])("of the service: %j", async (args) => {
    const { code, output } = await run(library, args);
    expect(code).toBe(0);
    expect(output).toContain("NAME\n       library - Commands of Library, API version 2030-01-01\n");
    expect(output).toContain("       o put-book\n       o list-books\n       o close-doors\n       o help\n");
  });

  it.each([[["put-book", "help"]], [["put-book", "--help"]]])("of a command: %j", async (args) => {
    const { code, output } = await run(library, args, { width: 60 });
    expect(code).toBe(0);
    expect(output).toContain("DESCRIPTION\n       Puts a book on a shelf.\n\n       It stays there.\n");
    expect(output).toContain("       --title <value>\n       [--pages <value>]\n");
    expect(output).toContain("       [--lent | --no-lent]\n");
    expect(output).toContain('       --authors (list)\n          Syntax:\n\n             "string" "string" ...\n');
    expect(output).toContain("       chapters -> (list)\n          (structure)\n             name -> (string)\n");
    expect(output).toContain("( ... recursive: Chapter ... )");
  });

  it("has the version", async () => {
    const { output } = await run(library, ["--version"]);
    expect(output).toBe(`library/1.2.3 Node.js/${process.versions.node}\n`);
  });
});
