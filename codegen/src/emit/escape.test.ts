import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  commentText,
  htmlText,
  isIdentifierName,
  markdownCode,
  markdownFence,
  markdownText,
  propertyAccess,
  propertyKey,
  safeUrl,
  stringLiteral,
  templateLiteral,
} from "./escape.js";
import { parseDocumentation } from "./doc-text.js";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.stringMatching(/^[`'"\\${}*/<>&_[\]()#|~\r\n\t :.-]{0,30}$/),
);

function evaluate(code: string): unknown {
  return new Function(`"use strict"; return ${code};`)();
}

test("literals are the texts that they were made of", () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(evaluate(stringLiteral(text))).toBe(text);
      expect(evaluate(templateLiteral(text))).toBe(text);
    }),
  );
});

test("keys and accesses name the property, and set no prototype", () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.constantFrom("__proto__", "constructor", "class", "a-b", "1")), (name) => {
      const value = evaluate(`{ ${propertyKey(name)}: 7 }`);
      expect(Object.keys(Object(value))).toEqual([name]);
      expect(evaluate(`({ ${propertyKey(name)}: 7 })${propertyAccess(name)}`)).toBe(7);
      expect(propertyKey(name) === name).toBe(isIdentifierName(name) && name !== "__proto__");
    }),
  );
});

test("a comment ends where its writer ends it", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const escaped = commentText(text);
      expect(escaped).not.toMatch(/\*\/|\/\*/);
      expect(evaluate(`(/* ${escaped} */ 7)`)).toBe(7);
    }),
  );
  expect(commentText("*/ alert(1) /*")).toBe("*\\/ alert(1) /\\*");
});

test("text stays text in Markdown", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z`'"\\${}*/<>&_[\]()#|~ :.!+=0-9-]{1,40}$/), (text) => {
      const line = text.replace(/ +/g, " ").trim();
      if (line === "") return;
      const [block, ...others] = parseDocumentation(markdownText(line).replaceAll("{\\{", "{{"));
      expect(others).toEqual([]);
      expect(block).toEqual({ kind: "paragraph", content: [{ kind: "text", text: line }] });
    }),
    { numRuns: 500 },
  );
});

test.each([
  { given: "a`b", want: "``a`b``" },
  { given: "`", want: "`` ` ``" },
  { given: "plain", want: "`plain`" },
])("code span $want", ({ given, want }) => {
  expect(markdownCode(given)).toBe(want);
});

test("a fence is longer than any in its text", () => {
  expect(markdownFence("```\nx\n```", "sh")).toBe("````sh\n```\nx\n```\n````");
});

test("HTML", () => {
  expect(htmlText(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
});

test.each([
  { given: "https://a.example/b?c=d", want: "https://a.example/b?c=d" },
  { given: "API_Layer.md#x", want: "API_Layer.md#x" },
  { given: "javascript:alert(1)", want: undefined },
  { given: " java\nscript:alert(1)", want: undefined },
  { given: "data:text/html,x", want: undefined },
  { given: "https://a/)[x](y", want: "https://a/%29%5Bx%5D%28y" },
])("the link $given leads to $want", ({ given, want }) => {
  expect(safeUrl(given)).toBe(want);
});

test.each([
  { text: "Done!", want: "Done\\!" },
  { text: "![x](y)", want: "\\!\\[x\\](y)" },
  { text: "Done! [x]", want: "Done! \\[x\\]" },
  { text: "{", want: "&#123;" },
  { text: "{ {", want: "{ &#123;" },
  { text: "_www.a.b", want: "\\_www\\.a.b" },
  { text: "swww.a.b", want: "swww.a.b" },
])("$text starts no image, expression or address with what is around it", ({ text, want }) => {
  expect(markdownText(text)).toBe(want);
});
