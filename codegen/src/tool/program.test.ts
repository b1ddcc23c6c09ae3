import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runProgram } from "./program.js";
import { createTerminal } from "./terminal.js";

const model = (documentation: string, more = ""): string => `$version: "2"
namespace shop
use aws.protocols#awsJson1_1

@awsJson1_1
service Shop { version: "1", operations: [GetOrder] }

/// ${documentation}
operation GetOrder { input := { id: String }, output := { text: String } }
${more}`;

const config = {
  version: "1.0",
  sources: ["model"],
  plugins: { tsmith: { package: "@shop/orders", outputDirectory: "out" } },
};

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "program-")));
  put("model/shop.smithy", model("Reads an order."));
  put("smithy-build.json", JSON.stringify(config, undefined, 2));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(given: string, environment: Record<string, string> = {}, input = ""): Promise<Run> {
  let out = "";
  let error = "";
  const terminal = createTerminal(
    { write: (text) => (out += text) },
    { write: (text) => (error += text) },
    environment,
  );
  const surroundings = { workingFolder: folder, environment, readInput: () => input };
  const code = await runProgram(given.split(" "), surroundings, terminal);
  return { code, out, error };
}

test("a run says what it read and wrote, and the next one what was right", async () => {
  const first = await run("generate");
  expect(first.error).toBe("");
  expect(first.code).toBe(0);
  expect(first.out).toContain("model/shop.smithy");
  expect(first.out).toMatch(/^wrote .*src\/client\.ts|^wrote /m);
  expect(JSON.parse(read("out/package.json"))).toMatchObject({ name: "@shop/orders" });
  const second = await run("generate");
  expect(second.out).toMatch(/^already right +\d+ files/m);
  expect(second.out).not.toMatch(/^wrote/m);
});

test("--check tells stale output by a diff, writes nothing, and is content after the next run", async () => {
  await run("generate");
  const before = read("out/src/server.ts");
  put("model/shop.smithy", model("Reads one order."));
  const stale = await run("generate --check --verbose");
  expect(stale.code).toBe(1);
  expect(stale.out).toContain("+++ out/src/server.ts");
  expect(stale.out).toMatch(/^-.*Reads an order\.$/m);
  expect(stale.out).toMatch(/^\+.*Reads one order\.$/m);
  expect(read("out/src/server.ts")).toBe(before);
  expect((await run("generate")).code).toBe(0);
  expect((await run("generate --check")).code).toBe(0);
});

test("--check shows what was edited by hand", async () => {
  await run("generate");
  put("out/src/types.ts", `${read("out/src/types.ts")}// mine\n`);
  const stale = await run("generate --check");
  expect(stale.code).toBe(1);
  expect(stale.out).toMatch(/^-\/\/ mine$/m);
});

test("an edited file stops a run, which names it and the way out; --force goes on", async () => {
  await run("generate");
  put("out/src/types.ts", "// mine\n");
  const stopped = await run("generate");
  expect(stopped.code).toBe(1);
  expect(stopped.error).toContain("out/src/types.ts was generated and has been edited since");
  expect(stopped.error).toContain("--force");
  expect(read("out/src/types.ts")).toBe("// mine\n");
  expect((await run("generate --force")).code).toBe(0);
  expect(read("out/src/types.ts")).not.toBe("// mine\n");
});

test("a model that is no longer valid leaves the old output whole", async () => {
  await run("generate");
  const before = read("out/.tsmith/manifest");
  put("model/shop.smithy", model("Reads.", "structure Broken { x: Missing }"));
  const broken = await run("generate");
  expect(broken.code).toBe(1);
  expect(broken.error).toContain("model/shop.smithy:");
  expect(read("out/.tsmith/manifest")).toBe(before);
  expect((await run("generate --check")).code).toBe(1);
});

test("an unknown trait does not hide what else is wrong", async () => {
  put(
    "model/shop.smithy",
    model("Reads.", "@lenght(min: 1)\nstring A\n@pattern(1)\nstring B\nstructure C { d: Missing }"),
  );
  const { error } = await run("generate");
  expect(error).toContain("Unable to resolve trait `shop#lenght`");
  expect(error).toContain("Error creating trait `pattern`");
  expect(error).toContain("member shape targets an unresolved shape `shop#Missing`");
  expect(error).toContain("3 errors");
});

test("a service without a protocol has types and validators, and no word of what it lacks", async () => {
  put("model/shop.smithy", model("Reads.").replace("@awsJson1_1\n", ""));
  expect((await run("generate")).code).toBe(0);
  expect(readdirSync(join(folder, "out/src")).filter((name) => /cli|client|operations|server/.test(name))).toEqual([]);
  expect(readdirSync(join(folder, "out/docs"))).toEqual(["api"]);
  expect(Object.keys((JSON.parse(read("out/package.json")) as { exports: object }).exports)).not.toContain("./cli");
  expect(read("out/package.json")).not.toContain('"bin": {');
  expect(read("out/README.md")).not.toMatch(/client|server|command line/);
  expect(read("out/docs/api/API_GetOrder.md")).not.toContain("../cli/");
});

test("as a run plugin the model comes from standard input, and the package goes to the plugin's folder", async () => {
  const ast = {
    smithy: "2.0",
    shapes: { "shop#Shop": { type: "service", version: "1", traits: { "aws.protocols#awsJson1_1": {} } } },
  };
  const environment = { SMITHY_PLUGIN_DIR: join(folder, "plugin"), SMITHY_ROOT_DIR: folder };
  const { code, error } = await run("generate --package @shop/x", environment, JSON.stringify(ast));
  expect([code, error]).toEqual([0, ""]);
  expect(JSON.parse(read("plugin/package.json"))).toMatchObject({ name: "@shop/x" });
});

test("a dash as a model is standard input", async () => {
  const { code, error } = await run("generate - --output piped --package @shop/x", {}, model("Reads."));
  expect([code, error]).toEqual([0, ""]);
  expect(JSON.parse(read("piped/package.json"))).toMatchObject({ name: "@shop/x" });
});

describe("other forms of the report", () => {
  test("JSON", async () => {
    const { out } = await run("generate --format json");
    expect(JSON.parse(out)).toMatchObject({
      packages: [{ package: "@shop/orders", service: "shop#Shop" }],
      diagnostics: [],
    });
  });
  test("SARIF", async () => {
    put("model/shop.smithy", "structure {");
    const { out, code } = await run("generate --format sarif");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "tsmith" } } }] });
  });
  test("quiet says nothing when all is well", async () => {
    expect(await run("generate --quiet")).toEqual({ code: 0, out: "", error: "" });
  });
});

describe("mistakes get an explanation", () => {
  const bad = (change: object): string => JSON.stringify({ ...config, ...change }, undefined, 2);
  const cases: readonly {
    name: string;
    given?: string;
    config?: string;
    model?: string;
    code: number;
    says: RegExp[];
  }[] = [
    { name: "no such model", given: "generate modle", code: 2, says: [/no model file or folder modle/, /"model"/] },
    { name: "an empty folder", given: "generate empty", code: 2, says: [/empty has no model files/] },
    { name: "no such configuration", given: "generate -c x.json", code: 2, says: [/no configuration file x\.json/] },
    { name: "no such option", given: "generate --chek", code: 2, says: [/--chek/, /--check/] },
    { name: "no such command", given: "generat", code: 2, says: [/generate/] },
    {
      name: "JSON that ends early",
      config: '{\n  "version": "1.0",\n  "sources": [',
      code: 2,
      says: [/smithy-build\.json:3:/],
    },
    {
      name: "an unknown setting",
      config: bad({ source: ["model"] }),
      code: 2,
      says: [/no setting "source"/, /Did you mean "sources"/],
    },
    {
      name: "an unknown plugin setting",
      config: bad({ plugins: { tsmith: { pakage: "x" } } }),
      code: 2,
      says: [/no setting "pakage"/, /Did you mean "package"/, /smithy-build\.json:\d+:\d+/],
    },
    {
      name: "a package of no name that npm takes",
      config: bad({ plugins: { tsmith: { package: "@Shop/orders", outputDirectory: "out" } } }),
      code: 2,
      says: [/"@Shop\/orders" cannot be/, /Did you mean "@shop\/orders"/, /smithy-build\.json:\d+:\d+/],
    },
    {
      name: "a package of no such name, as a flag",
      given: "generate model --package shopOrders",
      code: 2,
      says: [/lower-case letters/, /Did you mean "shoporders"/],
    },
    {
      name: "handlers of a package of no such name",
      given: "scaffold handlers.ts --package shopOrders",
      code: 2,
      says: [/Did you mean "shoporders"/],
    },
    {
      name: "a plugin that is nearly one of ours",
      config: bad({ plugins: { ...config.plugins, opennapi: {} } }),
      code: 2,
      says: [/no plugin "opennapi"/, /"ignoreMissingPlugins"/, /Did you mean "openapi"/, /smithy-build\.json:\d+:\d+/],
    },
    {
      name: "a wrong type",
      config: bad({ sources: "model" }),
      code: 2,
      says: [/"sources" must be an array of strings, but is a string/],
    },
    {
      name: "a wrong choice",
      config: bad({ plugins: { tsmith: { long: "bigInt" } } }),
      code: 2,
      says: [/"long" is "bigInt"/, /Did you mean "bigint"/],
    },
    { name: "no version", config: bad({ version: undefined }), code: 2, says: [/has no "version"/] },
    { name: "another version", config: bad({ version: "2.0" }), code: 2, says: [/only version 1\.0/] },
    { name: "no plugin", config: bad({ plugins: {} }), code: 2, says: [/no "tsmith" plugin/] },
    {
      name: "an unknown variable",
      config: bad({ sources: ["${NO_SUCH_FOLDER}"] }),
      code: 2,
      says: [/no variable NO_SUCH_FOLDER/],
    },
    {
      name: "an unknown transform",
      config: bad({ projections: { source: { transforms: [{ name: "excludeTag" }] } } }),
      code: 1,
      says: [/no transform "excludeTag"/, /Did you mean "excludeTags"/, /smithy-build\.json:\d+/],
    },
    {
      name: "a transform that leaves no service",
      config: bad({ projections: { source: { transforms: [{ name: "includeServices", args: { services: [] } }] } } }),
      code: 1,
      says: [/no service/],
    },
    {
      name: "a transform without a name",
      config: bad({ projections: { source: { transforms: [{}] } } }),
      code: 2,
      says: [/has no "name"/],
    },
    {
      name: "two packages in one folder",
      config: bad({ projections: { other: {} } }),
      code: 2,
      says: [/would both write the folder out/],
    },
    {
      name: "no such service",
      given: "generate -s shop#Shp",
      code: 1,
      says: [/no service shop#Shp/, /Did you mean "shop#Shop"/],
    },
    {
      name: "a service by its name alone",
      given: "generate -s Shop",
      code: 1,
      says: [/no service Shop/, /Did you mean "shop#Shop"/],
    },
    {
      name: "several services",
      model: model("Reads.", 'service Other { version: "1" }'),
      code: 1,
      says: [/2 services: shop#Shop, shop#Other/, /--service/],
    },
    { name: "no service", model: '$version: "2"\nnamespace a\nstring S\n', code: 1, says: [/no service/] },
    {
      name: "an exception that is none",
      config: bad({ plugins: { tsmith: { outputDirectory: "out", validationException: "shop#Shop" } } }),
      code: 1,
      says: [/validation exception shop#Shop/],
    },
  ];
  test.each(cases)("$name", async ({ given = "generate", config: text, model: source, code, says }) => {
    mkdirSync(join(folder, "empty"));
    if (text !== undefined) put("smithy-build.json", text);
    if (source !== undefined) put("model/shop.smithy", source);
    const result = await run(given);
    expect(result.code).toBe(code);
    for (const words of says) expect(result.error).toMatch(words);
    expect(readdirSync(folder).toSorted()).toEqual(["empty", "model", "smithy-build.json"]);
  });
});

describe("what the file system refuses", () => {
  test("a file where the package's folder should be", async () => {
    put("out", "mine");
    const { code, error, out } = await run("generate");
    expect([code, error]).toEqual([1, expect.stringContaining("cannot be")]);
    expect(error).toContain("something on the way to it is no folder");
    expect(error + out).not.toMatch(/^ +at /m);
    expect(read("out")).toBe("mine");
  });
  test("a package's folder that is a link to nowhere", async () => {
    symlinkSync(join(folder, "nowhere"), join(folder, "out"));
    const { code, out } = await run("generate --format json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ code: "tool/file-system", message: expect.stringContaining("out cannot be written") as string }],
    });
  });
  test("a handlers' file below a file", async () => {
    expect(await run("scaffold smithy-build.json/handlers.ts")).toMatchObject({
      code: 1,
      error: expect.stringContaining("smithy-build.json") as string,
    });
  });
});

test("a model in another encoding", async () => {
  writeFileSync(join(folder, "model/shop.smithy"), `\ufeff${model("Reads.")}`, "utf16le");
  const { code, error } = await run("generate");
  expect(code).toBe(2);
  expect(error).toContain("model/shop.smithy is not UTF-8 text");
});

test("plugins of other tools are passed over", async () => {
  const plugins = { ...config.plugins, "typescript-codegen": {} };
  put("smithy-build.json", JSON.stringify({ ...config, plugins }));
  expect((await run("generate")).code).toBe(0);
  put(
    "smithy-build.json",
    JSON.stringify({ ...config, ignoreMissingPlugins: true, plugins: { ...plugins, openapi2: {} } }),
  );
  expect((await run("generate")).code).toBe(0);
});

test("comments and variables in the configuration", async () => {
  put("smithy-build.json", `// ours\n${JSON.stringify({ ...config, sources: ["${MODELS}"] })}`);
  expect((await run("generate --quiet", { MODELS: "model" })).code).toBe(0);
});

test("colours come only where they are wanted", async () => {
  put("out/src/types.ts", "// mine\n");
  expect((await run("generate")).error).not.toContain("\u001b[");
  expect((await run("generate", { FORCE_COLOR: "1" })).error).toContain("\u001b[");
  expect((await run("generate", { FORCE_COLOR: "1", NO_COLOR: "1" })).error).not.toContain("\u001b[");
});
