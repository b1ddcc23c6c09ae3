import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { docutilsFindings } from "../support/docutils.js";
import { markdownFindings } from "../support/markdown.js";
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

test.each(cases)("Markdown pages have no HTML but anchors and no expression of Vue: $name", ({ pages }) => {
  const markdown = [...pages].filter(([path]) => path.endsWith(".md"));
  expect(markdown.flatMap(([path, text]) => markdownFindings(text).map((finding) => `${path}: ${finding}`))).toEqual(
    [],
  );
});

const python = pythonWithDocutils();

test.runIf(python !== undefined).each(cases)("docutils reads every page without a warning: $name", ({ pages }) => {
  const restructured = new Map([...pages].filter(([path]) => path.endsWith(".rst")));
  expect(restructured.size).toBeGreaterThan(1);
  expect(python === undefined ? [] : docutilsFindings(python, restructured)).toEqual([]);
});
