import { lstatSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createProgramFolder, type ProgramFolder } from "./testing/program-folder.js";

const good = '$version: "2"\nnamespace a\n\nstructure S {\n    m: String\n}\n';
const broken = '$version: "2"\nnamespace a\n\nstructure S {\n    m: Strin\n}\n';

let folder: ProgramFolder;
beforeAll(() => {
  folder = createProgramFolder();
  folder.put("good.smithy", good);
  folder.put("broken.smithy", broken);
  folder.put(
    "broken.json",
    '{"smithy": "2.0", "shapes": {\n  "a#S": {"type": "structure",\n "members": {"m": {"target": "a#X"}}}}}',
  );
  folder.put("unreadable.smithy", "structure {");
  folder.put("configured/smithy-build.json", '{"version": "1.0", "sources": ["../good.smithy"]}');
});
afterAll(() => folder.remove());

describe("tsmith validate", () => {
  it("is content with a model that is right", async () => {
    const { code, out, error } = await folder.run(["validate", "good.smithy"]);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(/^SUCCESS: Validated \d+ shapes\n$/);
  });

  it("shows code, severity, shape, place, frame and suggestion", async () => {
    const { code, out } = await folder.run(["validate", "broken.smithy"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^ERROR Target\.UnresolvedShape {2}.*`a#Strin`\n {2}--> broken\.smithy:5:5\n/);
    expect(out).toContain(" 5 |     m: Strin\n");
    expect(out).toContain("= shape: a#S$m\n");
    expect(out).toContain('= Did you mean "String"?\n');
    expect(out).toMatch(/FAILURE: Validated \d+ shapes \(ERROR: 1\)\n$/);
  });

  it("finds the line of what stands in JSON", async () => {
    const { out } = await folder.run(["validate", "broken.json", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject([{ file: "broken.json", line: 3, column: 19, endLine: 3, endColumn: 36 }]);
  });

  it("reports SARIF with the same places", async () => {
    const { code, out } = await folder.run(["validate", "--format", "sarif", "broken.smithy"]);
    expect(code).toBe(1);
    const [result] = JSON.parse(out).runs[0].results;
    expect(result).toMatchObject({ ruleId: "Target.UnresolvedShape", level: "error" });
    expect(result.locations[0].physicalLocation.region).toEqual({
      startLine: 5,
      startColumn: 5,
      endLine: 5,
      endColumn: 6,
    });
  });

  it("shows what is severe enough, and counts the rest", async () => {
    folder.put("warned.smithy", `${good}enum E { low }\n`);
    const { out } = await folder.run(["validate", "warned.smithy", "--severity", "ERROR"]);
    expect(out).toMatch(/^SUCCESS: Validated \d+ shapes \(WARNING: 1\)\n$/);
    expect((await folder.run(["validate", "warned.smithy"])).out).toContain("WARNING EnumShape");
  });

  it("reads standard input", async () => {
    const { code, out } = await folder.run(["validate", "-"], { input: broken });
    expect(code).toBe(1);
    expect(out).toContain("--> <stdin>:5:5");
  });

  it("only warns of unknown traits when asked to", async () => {
    const input = `${good}@x.y#z\nstring T\n`;
    expect((await folder.run(["validate", "-"], { input })).code).toBe(1);
    expect((await folder.run(["validate", "-", "--allow-unknown-traits"], { input })).code).toBe(0);
  });

  it.each([
    [["validate"], "There is no model to read."],
    [["validate", "nowhere"], "There is no model file or folder nowhere."],
    [["validate", "-c", "none.json"], "There is no configuration file none.json."],
    [["validate", "good.smithy", "--severity", "BAD"], "Allowed choices are SUPPRESSED, NOTE"],
    [["validate", "good.smithy", "--format", "xml"], "Allowed choices are text, json, sarif"],
    [["validate", "--unknown"], "unknown option '--unknown'"],
  ])("says how %j is wrong, and ends with 2", async (given, message) => {
    const { code, out, error } = await folder.run(given);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(message);
  });
});

test("tsmith ast prints the JSON AST, and nothing where the model is wrong", async () => {
  const { code, out } = await folder.run(["ast", "good.smithy"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    smithy: "2.0",
    shapes: { "a#S": { type: "structure", members: { m: { target: "smithy.api#String" } } } },
  });
  const wrong = await folder.run(["ast", "broken.smithy"]);
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.error).toContain("Target.UnresolvedShape");
});

describe("tsmith select", () => {
  it.each([
    ["structure", "a#S\n"],
    ["member", "a#S$m\n"],
    ["service", ""],
    ["structure $s(*) > member --variables", 'a#S$m {"s":["a#S"]}\n'],
  ])("prints what %s matches", async (given, expected) => {
    const [selector = "", flag] = given.split(" --");
    const run = await folder.run(["select", selector, "good.smithy", ...(flag === undefined ? [] : [`--${flag}`])]);
    expect([run.code, run.out, run.error]).toEqual([0, expected, ""]);
  });

  it("counts the prelude in when asked to", async () => {
    const { out } = await folder.run(["select", "[id = smithy.api#String]", "good.smithy", "--bundled"]);
    expect(out).toBe("smithy.api#String\n");
  });

  it("prints JSON and SARIF with places", async () => {
    const given = ["select", "member", "good.smithy", "--format"];
    expect(JSON.parse((await folder.run([...given, "json"])).out)).toEqual([
      { shape: "a#S$m", type: "member", file: "good.smithy", line: 5, column: 5, endLine: 5, endColumn: 6 },
    ]);
    expect(JSON.parse((await folder.run([...given, "sarif"])).out).runs[0].results).toHaveLength(1);
  });

  it("shows where a selector is wrong", async () => {
    const { code, error } = await folder.run(["select", "structure [", "good.smithy"]);
    expect(code).toBe(2);
    expect(error).toContain("--> <selector>:1:12");
    expect((await folder.run(["select", "strukture", "good.smithy"])).error).toContain('= Did you mean "structure"?');
    const arrow = await folder.run(["select", "service -[opration]->", "good.smithy"]);
    expect(arrow).toMatchObject({ code: 0, out: "" });
    expect(arrow.error).toContain("WARNING select/relationship  There is no relationship opration");
  });
});

describe("tsmith format", () => {
  const messy = '$version: "2"\nnamespace a\nstructure S{m:String}\n';
  const neat = '$version: "2"\n\nnamespace a\n\nstructure S {\n    m: String\n}\n';

  it("formats files in place, and says which", async () => {
    folder.put("format/messy.smithy", messy);
    folder.put("format/neat.smithy", neat);
    folder.put("format/model.json", "{}");
    const { code, out, error } = await folder.run(["format", "format"]);
    expect([code, out, error]).toEqual([0, "formatted format/messy.smithy\n", ""]);
    expect(folder.read("format/messy.smithy")).toBe(neat);
    expect((await folder.run(["format", "format"])).out).toBe("");
  });

  it("formats what a symbolic link leads to, and leaves the link", async () => {
    folder.put("linked/real.smithy", messy);
    symlinkSync("linked/real.smithy", join(folder.path, "link.smithy"));
    expect((await folder.run(["format", "link.smithy"])).code).toBe(0);
    expect(folder.read("linked/real.smithy")).toBe(neat);
    expect(lstatSync(join(folder.path, "link.smithy")).isSymbolicLink()).toBe(true);
  });

  it("formats standard input to standard output", async () => {
    expect(await folder.run(["format", "-"], { input: messy })).toEqual({ code: 0, out: neat, error: "" });
  });

  it("--check shows a difference and writes nothing", async () => {
    folder.put("check.smithy", messy);
    const { code, out } = await folder.run(["format", "--check", "check.smithy"]);
    expect(code).toBe(1);
    expect(out).toContain("-structure S{m:String}\n");
    expect(folder.read("check.smithy")).toBe(messy);
    const json = await folder.run(["format", "--check", "--format", "json", "check.smithy"]);
    expect([json.code, JSON.parse(json.out)[0].code]).toEqual([1, "source/not-formatted"]);
    folder.put("check.smithy", neat);
    expect(await folder.run(["format", "--check", "check.smithy"])).toEqual({ code: 0, out: "", error: "" });
  });

  it("says when there is nothing of yours to format", async () => {
    const json = await folder.run(["format", "broken.json"]);
    expect([json.code, json.out]).toEqual([2, ""]);
    expect(json.error).toContain("There is no file to rewrite: none ends in .smithy.");
    folder.put("node_modules/@x/models/package.json", "{}");
    folder.put("node_modules/@x/models/model/m.smithy", messy);
    const installed = await folder.run(["format", "@x/models"]);
    expect(installed.code).toBe(2);
    expect(installed.error).toContain("all are in archives or packages");
  });

  it("leaves a file with mistakes as it is", async () => {
    folder.put("wrong.smithy", "structure {");
    const { code, error } = await folder.run(["format", "wrong.smithy"]);
    expect(code).toBe(1);
    expect(error).toContain("wrong.smithy:1:1");
    expect(folder.read("wrong.smithy")).toBe("structure {");
  });
});

describe("tsmith diff", () => {
  it("says what breaks", async () => {
    folder.put("new.smithy", good.replace("m: String", "n: String"));
    const { code, out } = await folder.run(["diff", "good.smithy", "new.smithy"]);
    expect(code).toBe(1);
    expect(out).toContain("ERROR RemovedShape  Removed member `a#S$m`\n  --> good.smithy:5:5\n");
    expect(out).toMatch(/FAILURE: 3 changes, 2 breaking\n$/);
    const json = await folder.run(["diff", "good.smithy", "new.smithy", "--format", "json", "--severity", "ERROR"]);
    expect(JSON.parse(json.out)).toMatchObject([
      { code: "RemovedShape", shape: "a#S$m", file: "good.smithy", line: 5 },
    ]);
  });

  it("is content with what breaks nothing", async () => {
    expect((await folder.run(["diff", "good.smithy", "good.smithy"])).out).toBe("SUCCESS: Nothing changed\n");
    const input = `${good}string T\n`;
    const { code, out } = await folder.run(["diff", "good.smithy", "-"], { input });
    expect(code).toBe(0);
    expect(out).toMatch(/SUCCESS: 1 change, none of them breaking\n$/);
  });

  it("takes one model from standard input, not both", async () => {
    expect((await folder.run(["diff", "-", "good.smithy"], { input: good })).code).toBe(0);
    const { code, error } = await folder.run(["diff", "-", "-"], { input: good });
    expect([code, error]).toEqual([2, expect.stringContaining("Name a file for the other one.")]);
  });

  it("needs two models", async () => {
    expect((await folder.run(["diff", "good.smithy"])).error).toContain("missing required argument 'new'");
    expect((await folder.run(["diff", "good.smithy", "nowhere"])).code).toBe(2);
    expect((await folder.run(["diff", "unreadable.smithy", "good.smithy"])).code).toBe(1);
  });
});

describe("tsmith idl", () => {
  it("prints a model of one namespace, metadata and all", async () => {
    const ast = await folder.run(["ast", "-"], { input: good.replace("namespace", 'metadata k = "v"\nnamespace') });
    const { code, out } = await folder.run(["idl", "-"], { input: ast.out });
    expect(code).toBe(0);
    expect(out).toBe('$version: "2.0"\n\nmetadata k = "v"\n\nnamespace a\n\nstructure S {\n    m: String\n}\n');
  });

  it("writes a file for each namespace", async () => {
    folder.put("other.smithy", '$version: "2"\nnamespace b\nstring T\n');
    const models = ["good.smithy", "other.smithy"];
    const refused = await folder.run(["idl", ...models]);
    expect([refused.code, refused.out]).toEqual([2, ""]);
    expect(refused.error).toContain("The model has 2 namespaces: a, b.");
    const written = await folder.run(["idl", ...models, "--output", "idl"]);
    expect(written).toEqual({ code: 0, out: "wrote idl/a.smithy\nwrote idl/b.smithy\n", error: "" });
    expect(folder.read("idl/b.smithy")).toBe('$version: "2.0"\n\nnamespace b\n\nstring T\n');
  });
});

describe("tsmith upgrade", () => {
  const old =
    '$version: "1.0"\nnamespace a\n\n// Kept.\nstructure S {\n    m: PrimitiveInteger,\n}\n\nset T {\n    member: String\n}\n';

  it("rewrites files in place, comments kept, and is content with them then", async () => {
    folder.put("old.smithy", old);
    const { code, out, error } = await folder.run(["upgrade", "old.smithy"]);
    expect([code, out, error]).toEqual([0, "upgraded old.smithy\n", ""]);
    const text = folder.read("old.smithy");
    expect(text).toContain('$version: "2.0"');
    expect(text).toContain("// Kept.");
    expect(text).toContain("@uniqueItems\nlist T");
    expect((await folder.run(["upgrade", "--check", "old.smithy"])).code).toBe(0);
  });

  it("upgrades JSON with its indentation, and leaves 2.0 alone", async () => {
    const before = '{\n  "smithy": "1.0",\n  "shapes": {\n    "a#U": {\n      "type": "string"\n    }\n  }\n}\n';
    folder.put("old.json", before);
    expect((await folder.run(["upgrade", "--check", "old.json"])).code).toBe(1);
    expect(folder.read("old.json")).toBe(before);
    await folder.run(["upgrade", "old.json"]);
    expect(folder.read("old.json")).toBe(before.replace("1.0", "2.0"));
    expect(await folder.run(["upgrade", "good.smithy", "old.json"])).toEqual({ code: 0, out: "", error: "" });
  });
});

test("tsmith alone says what there is, on standard output", async () => {
  const { code, out, error } = await folder.run([]);
  expect([code, out, error]).toEqual([0, (await folder.run(["--help"])).out, ""]);
  expect(out).toContain("validate [options] [models...]");
});

test("commands without models take those of smithy-build.json", async () => {
  const { code, out } = await folder.run(["validate", "-c", "configured/smithy-build.json"]);
  expect(code).toBe(0);
  expect(out).toContain("SUCCESS");
});

describe.each(["validate", "ast", "select *", "idl", "upgrade"])("tsmith %s", (command) => {
  it("explains itself", async () => {
    const { code, out } = await folder.run([...command.split(" "), "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--format");
    expect(out).toContain("Exit codes: 0");
  });

  it("has colours only on a terminal that wants them", async () => {
    const escape = "\u001b[";
    const given = [...command.split(" "), "unreadable.smithy"];
    const text = ({ out, error }: { readonly out: string; readonly error: string }): string => out + error;
    expect(text(await folder.run(given))).not.toContain(escape);
    expect(text(await folder.run(given, { isTerminal: true }))).toContain(escape);
    expect(text(await folder.run(given, { isTerminal: true, environment: { NO_COLOR: "1" } }))).not.toContain(escape);
  });
});
