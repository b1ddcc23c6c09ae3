import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { brokenLinks, pagesOf, referenceModel } from "../support/pages.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { pythonWithDocutils } from "../support/tools.js";
import { hostileModel } from "./hostile-model.js";

/** Every shape of a page that a model can ask for, in one small service. */
const everyKind = `$version: "2.0"
namespace test.docs
use aws.protocols#awsJson1_0

@awsJson1_0
service Everything { version: "1", operations: [Do, Nothing], errors: [Busy] }

/// Does it, as [another page](other.html) and [a place](#place) say.
///
/// - a list
///   1. and one inside
///
/// > a quotation
///
///     code in the text
@deprecated(message: "Use another.", since: "2.0")
@unstable
@examples([{ title: "It fails", input: {}, error: { shapeId: Busy, content: { message: "later" } } }])
operation Do { input: Tree, output: Tree }

operation Nothing {}

structure Tree {
    @required
    name: String
    @default(true)
    flag: PrimitiveBoolean
    children: Trees
    byName: TreeMap
    choice: Choice
    @idempotencyToken
    token: String
    secret: Secret
    sparse: Sparse
    document: Document
    when: Timestamp
    numbers: Numbers
}
list Trees { member: Tree }
map TreeMap { key: String, value: Tree }
union Choice { one: Tree, none: Unit, text: String }
@sensitive
string Secret
@sparse
list Sparse { member: String }
list Numbers { member: IntEnum }
intEnum IntEnum {
    ONE = 1
}

@error("server")
@retryable(throttling: true)
structure Busy { message: String, retryAfter: Integer, tree: Tree }
`;

const models = new Map<string, () => string>([
  ["the reference model", referenceModel],
  ["every kind of shape", () => everyKind],
  ["hostile texts", hostileModel],
]);
if (hasSharedData()) {
  models.set("the whole ECR model", () => readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8"));
  models.set("a model with event streams", () =>
    readFileSync(sharedData("smithy/models-aws/files/kinesis.json"), "utf8"),
  );
}
const cases = [...models].map(([name, read]) => ({ name, pages: pagesOf(read()) }));

// Hostile texts have what looks like links inside of code.
test.each(cases.filter(({ name }) => name !== "hostile texts"))(
  "every link between pages leads somewhere: $name",
  ({ pages }) => {
    const { checked, broken } = brokenLinks(pages);
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(pages.size);
  },
);

test.each(cases)("no page is left without a way to it: $name", ({ pages }) => {
  for (const extension of ["md", "rst"]) {
    const linked = new Set(
      [...pages]
        .filter(([path]) => path.endsWith(extension))
        .flatMap(([, text]) => text.match(/[\w-]+\.(?:md|rst)/g) ?? []),
    );
    const paths = [...pages.keys()].filter((path) => path.endsWith(extension));
    expect(paths.filter((path) => !linked.has(path.split("/").at(-1) ?? ""))).toEqual([]);
  }
});

const { Marked } = createRequire(new URL("../../codegen/package.json", import.meta.url))("marked") as {
  Marked: new () => { parse(text: string): string };
};

test.each(cases)("Markdown pages have no HTML but anchors and no expression of Vue: $name", ({ pages }) => {
  const anchor = /<a id="[A-Za-z0-9_-]+"><\/a>/g;
  for (const [path, text] of pages) {
    if (!path.endsWith(".md")) continue;
    const html = new Marked().parse(text).replace(anchor, "");
    const elements = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1]));
    const known = "p h1 h2 h3 h4 h5 h6 ul ol li a strong em code pre blockquote br".split(" ");
    expect([...elements].filter((element) => !known.includes(element ?? ""))).toEqual([]);
    expect(html).not.toMatch(/href="(?!https?:|mailto:|[\w./-]*(?:#|"))/);
    // VitePress shows fenced code as it is; what is left must not look like an expression.
    expect(text.replace(/^( *)(`{3,})[^]*?^\1\2$/gm, "")).not.toContain("{{");
  }
});

const docutils = pythonWithDocutils();

const script = `
import json, sys, docutils.core, docutils.utils
found = []
for path in json.load(open(sys.argv[1])):
    text = open(path, encoding="utf-8", newline="").read()
    document = docutils.core.publish_doctree(text, source_path=path, settings_overrides={
        "report_level": 2, "halt_level": 5, "warning_stream": False, "file_insertion_enabled": False})
    for message in document.findall(docutils.nodes.system_message):
        if message["level"] > 1: found.append(path + ": " + message.astext())
    for kind in (docutils.nodes.raw, docutils.nodes.substitution_reference, docutils.nodes.problematic):
        for node in document.findall(kind): found.append(path + ": " + str(node))
    for node in document.findall(docutils.nodes.reference):
        if node.get("refuri", "").startswith("javascript"): found.append(path + ": " + str(node))
print(json.dumps(found))
`;

test.runIf(docutils !== undefined).each(cases)("docutils reads every page without a warning: $name", ({ pages }) => {
  const folder = mkdtempSync(join(tmpdir(), "tsmith-pages-"));
  try {
    const paths = [...pages]
      .filter(([path]) => path.endsWith(".rst"))
      .map(([path, text]) => {
        const target = join(folder, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
        return target;
      });
    writeFileSync(join(folder, "paths.json"), JSON.stringify(paths));
    const before = docutils?.arguments ?? [];
    const run = spawnSync(docutils?.command ?? "", [...before, "-c", script, join(folder, "paths.json")], {
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(JSON.parse(run.stdout)).toEqual([]);
    expect(paths.length).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
