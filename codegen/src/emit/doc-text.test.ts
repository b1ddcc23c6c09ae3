import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasSharedData, sharedData } from "../../../test/support/shared-data.js";
import { pythonWithDocutils } from "../../../test/support/tools.js";
import { docCommentText } from "./doc-comment.js";
import { renderMarkdown } from "./doc-markdown.js";
import { renderPlain } from "./doc-plain.js";
import { renderRst } from "./doc-rst.js";
import { parseDocumentation } from "./doc-text.js";

const cases: readonly { name: string; given: string; markdown: string; rst: string; plain: string }[] = [
  {
    name: "paragraphs of plain text",
    given: "One\nline.\n\nTwo  lines.",
    markdown: "One line.\n\nTwo lines.",
    rst: "One line.\n\nTwo lines.",
    plain: "One line.\n\nTwo lines.",
  },
  {
    name: "HTML as AWS models write it",
    given:
      '<p>See <a href="https://a.example/x">the <code>page</code></a>.</p>\n  <note>\n <p>Mind\n   <i>this</i>.</p></note>',
    markdown: "See [the `page`](https://a.example/x).\n\n**Note:** Mind _this_.",
    rst: "See `the page <https://a.example/x>`__.\n\n.. note::\n\n  Mind *this*.",
    plain: "See the page (https://a.example/x).\n\nNote: Mind this.",
  },
  {
    name: "HTML whose elements are indented and apart",
    given: "<p>One.</p>\n\n         <p>Two\n         lines.</p>\n\n     <pre>a\n\n    &lt;b></pre>",
    markdown: "One.\n\nTwo lines.\n\n```\na\n\n    <b>\n```",
    rst: "One.\n\nTwo lines.\n\n::\n\n  a\n\n      <b>",
    plain: "One.\n\nTwo lines.\n\n  a\n\n      <b>",
  },
  {
    name: "CommonMark",
    given: "Some *emphasis* and `code`.\n\n- one\n- two\n\n```json\n{}\n```",
    markdown: "Some _emphasis_ and `code`.\n\n- one\n- two\n\n```json\n{}\n```",
    rst: "Some *emphasis* and ``code``.\n\n* one\n\n* two\n\n::\n\n  {}",
    plain: "Some emphasis and code.\n\n- one\n- two\n\n  {}",
  },
  {
    name: "placeholders that are no elements",
    given: "<p>The form is <registry>/<name>.</p>",
    markdown: "The form is &lt;registry>/&lt;name>.",
    rst: "The form is <registry>/<name>.",
    plain: "The form is <registry>/<name>.",
  },
  {
    name: "definitions and nested lists",
    given: "<dl><dt>Term</dt><dd>Meaning</dd></dl><ol><li>a<ul><li>b</li></ul></li></ol>",
    markdown: "- **Term**: Meaning\n\n1. a\n   - b",
    rst: "Term\n  Meaning\n\n1. a\n\n   * b",
    plain: "Term\n  Meaning\n\n1. a\n\n   - b",
  },
  {
    name: "links that would run a script",
    given: '<a href="javascript:alert(1)">here</a>',
    markdown: "here",
    rst: "here",
    plain: "here",
  },
];

test.each(cases)("$name", ({ given, markdown, rst, plain }) => {
  const blocks = parseDocumentation(given);
  expect(renderMarkdown(blocks)).toBe(markdown);
  expect(renderRst(blocks)).toBe(rst);
  expect(renderPlain(blocks)).toBe(plain);
});

test.each([
  { name: "one line", given: "Short.", want: "Short." },
  { name: "an end of comment", given: "a */ b", want: "a \\*\\/ b" },
  { name: "what looks like a tag", given: "@deprecated {@link x}", want: "\\@deprecated {\\@link x}" },
  { name: "nothing", given: "", want: undefined },
])("a doc comment of $name", ({ given, want }) => {
  expect(docCommentText(given, 0)).toBe(want);
});

test("a doc comment is wrapped at the print width, and lists its tags", () => {
  const text = docCommentText({ text: "word ".repeat(60), tags: [{ name: "deprecated", text: "Use `b`." }] }, 2);
  const lines = text?.split("\n") ?? [];
  expect(lines.every((line) => line.length <= 115)).toBe(true);
  expect(lines.slice(-2)).toEqual(["", "@deprecated Use `b`."]);
});

test("no text is too deep or too odd to read", () => {
  for (const text of ["<b>".repeat(5000), "> ".repeat(5000), "[".repeat(5000), "<p", "&#x110000;", "- ".repeat(3000)]) {
    expect(() => renderRst(parseDocumentation(text))).not.toThrow();
  }
});

if (hasSharedData()) {
  const folder = sharedData("smithy/models-aws");
  test("Markdown of every documentation in AWS models reads back as the same tree", () => {
    for (const text of documentationsOf(folder)) {
      const blocks = parseDocumentation(text);
      // Notes become bold words; everything else must come back as it was.
      if (JSON.stringify(blocks).includes('"note"') || JSON.stringify(blocks).includes('"definitions"')) continue;
      expect(parseDocumentation(`${renderMarkdown(blocks)}\n\n\n`)).toEqual(blocks);
    }
  });

  const python = pythonWithDocutils();
  test.runIf(python !== undefined)(
    "docutils reads the RST of every documentation in AWS models without a warning",
    () => {
      const pages = documentationsOf(folder).map((text) => renderRst(parseDocumentation(text), { width: 100 }));
      const script = [
        "import io, json, sys, docutils.core",
        "settings = {'warning_stream': io.StringIO(), 'report_level': 1, 'halt_level': 5}",
        "for page in json.load(sys.stdin): docutils.core.publish_doctree(page + '\\n', settings_overrides=settings)",
        "print(settings['warning_stream'].getvalue())",
      ].join("\n");
      const { stdout, status } = spawnSync(python?.command ?? "", [...(python?.arguments ?? []), "-c", script], {
        input: JSON.stringify(pages),
        encoding: "utf8",
      });
      expect([status, stdout.trim()]).toEqual([0, ""]);
    },
  );
}

function documentationsOf(models: string): readonly string[] {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === "smithy.api#documentation" && typeof member === "string") texts.add(member);
      else walk(member);
    }
  };
  for (const name of readdirSync(models)) {
    if (name.endsWith(".json")) walk(JSON.parse(readFileSync(`${models}/${name}`, "utf8")));
  }
  return [...texts];
}
