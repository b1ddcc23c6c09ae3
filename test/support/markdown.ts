import { createRequire } from "node:module";

const { Marked } = createRequire(new URL("../../codegen/package.json", import.meta.url))("marked") as {
  Marked: new () => { parse(text: string): string };
};

const known = new Set("p h1 h2 h3 h4 h5 h6 ul ol li a strong em code pre blockquote br".split(" "));

/** What a page in Markdown has that only its author's own markup may bring: HTML, links that run something, expressions of Vue. */
export function markdownFindings(text: string): readonly string[] {
  const html = new Marked().parse(text).replace(/<a id="[A-Za-z0-9_-]+"><\/a>|<!-- -->/g, "");
  const elements = [...html.matchAll(/<\/?([a-z][a-z0-9]*)|<!--/gi)].map(
    (match) => match[1]?.toLowerCase() ?? "comment",
  );
  const targets = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
  // VitePress shows fenced code as it is.
  const expressions =
    text.replace(/^[ >]*(?:(?:[-*+]|\d+[.)]) +)*(`{3,})[^]*?^[ >]*\1$/gm, "").match(/\{\{.{0,20}/g) ?? [];
  return [
    ...elements.filter((element) => !known.has(element)).map((element) => `element ${element}`),
    ...targets
      .filter((target) => !/^(?:https?:|mailto:|[\w./-]*(?:#.*)?$)/.test(target))
      .map((target) => `link ${target}`),
    ...expressions.map((expression) => `expression ${expression}`),
  ];
}
