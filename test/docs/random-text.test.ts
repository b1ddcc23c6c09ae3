import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocumentation } from "../../codegen/src/emit/doc-text.js";
import { markdown } from "../../codegen/src/emitters/docs/markdown.js";
import {
  codeBlock,
  code,
  heading,
  paragraph,
  strong,
  text,
  webLink,
  type Page,
} from "../../codegen/src/emitters/docs/page.js";
import { renderPage } from "../../codegen/src/emitters/docs/render.js";
import { restructuredText } from "../../codegen/src/emitters/docs/rst.js";
import { docutilsFindings } from "../support/docutils.js";
import { markdownFindings } from "../support/markdown.js";
import { pythonWithDocutils } from "../support/tools.js";

/** What means something to Markdown, HTML, Vue or reStructuredText, and some that means nothing. */
const pieces = [
  ..."` `` ``` * ** _ __ | : :: .. - + # > ~~ % $ ( ) [ ] ![ [1]_ |x| :role:`x` role:`x` {{ }} {#id} \\ \" ' < > <x> &lt; &#42;".split(
    " ",
  ),
  ..."<p> </p> <ul><li> </li></ul> <code> </code> <b> </b> <i> </i> </a> <note> </note> <br> <pre> </pre> <h2> </h2>".split(
    " ",
  ),
  "<dl><dt>",
  "</dt><dd>",
  "</dd></dl>",
  '<a href="http://x.y/a_b_">',
  "http://a.b/c_",
  "www.a.b",
  "a@b.c",
  "javascript:x",
  "- ",
  "+ ",
  "* ",
  "1. ",
  "(a) ",
  "i. ",
  "A) ",
  "#. ",
  ".. ",
  "# ",
  "> ",
  "--opt",
  "-x y",
  "/V",
  ":field: v",
  ">>> x",
  "=====",
  "-----",
  "---",
  "+---+",
  "====  ====",
  "\u2014",
  "\u2014x",
  " ",
  "  ",
  "    ",
  "\t",
  "\n",
  "\n\n",
  "word",
  "foo_",
  "_bar",
  "é",
  "日本",
  "\u200b",
  "\u00a0",
  "🙂",
];

const anyText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));

/** A page with the texts wherever a page has text. */
function pageOf([title, first, second]: readonly [string, string, string]): Page {
  const documentation = { kind: "documentation", content: parseDocumentation(first) } as const;
  return {
    path: "cli/page",
    label: "cli:page",
    blocks: [
      heading(1, title),
      documentation,
      paragraph(
        title,
        code(second),
        first,
        strong(title),
        webLink(second, `https://example.com/${encodeURIComponent(first)}`),
      ),
      { kind: "bullets", items: [[text(title)], [code(first)]] },
      {
        kind: "definition",
        anchor: "anchor",
        term: [code(second), text(` (${title})`)],
        blocks: [
          documentation,
          { kind: "branch", term: [text(second)], blocks: [documentation, codeBlock("text", `x ${title}`, "Syntax")] },
        ],
      },
    ],
  };
}

const texts = fc.tuple(anyText, anyText, anyText);

test("no text becomes more than text in Markdown", () => {
  fc.assert(
    fc.property(texts, (given) => {
      expect(markdownFindings(renderPage(pageOf(given), markdown))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

const python = pythonWithDocutils();

test.runIf(python !== undefined)("docutils reads any text without a warning", () => {
  // One process reads all pages; the seed makes a finding repeatable.
  const samples = fc.sample(texts, { numRuns: 400, seed: 20150921 });
  const pages = samples.map((given, index) => [`${index}.rst`, renderPage(pageOf(given), restructuredText)] as const);
  expect(python === undefined ? [] : docutilsFindings(python, new Map(pages))).toEqual([]);
});
