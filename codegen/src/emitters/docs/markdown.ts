import { renderMarkdown, renderMarkdownInline } from "../../emit/doc-markdown.js";
import type { DocInline, DocText } from "../../emit/doc-text.js";
import { indented } from "../../emit/doc-wrap.js";
import { htmlText, markdownFence, markdownText } from "../../emit/escape.js";
import { mapInlines } from "./map-inlines.js";
import type { Format } from "./render.js";

/** Markdown as GitHub and VitePress read it. */
export const markdown: Format = {
  extension: "md",
  label: (name) => `<a id="${htmlText(name.replace(/[^A-Za-z0-9]+/g, "-"))}"></a>`,
  // VitePress copies the first heading into a script, where the end of one would count.
  heading: (level, text) => `${"#".repeat(level)} ${markdownText(text.replace(/<(?=\/?script)/gi, "< "))}`,
  content,
  code: (language, caption, text) =>
    [...(caption === undefined ? [] : [`${caption}:`]), markdownFence(text, language)].join("\n\n"),
  definition: (anchor, term, body) => {
    const line = `${anchor === undefined ? "" : `<a id="${htmlText(anchor)}"></a>`}${inline(term)}`;
    return body === "" ? line : `${line}\n\n${body}`;
  },
  branch: (term, body) => {
    const lines = [inline(term), ...(body === "" ? [] : ["", ...body.split("\n")])];
    return indented(lines, "  ", "- ").join("\n");
  },
};

function content(blocks: DocText): string {
  const options = { headingShift: 2, notes: "alert" } as const;
  const text = renderMarkdown(blocks, options);
  return text.includes("{{") ? renderMarkdown(mapInlines(blocks, plainMustache), options) : text;
}

function inline(parts: readonly DocInline[]): string {
  const text = renderMarkdownInline(parts);
  return text.includes("{{") ? renderMarkdownInline(parts.flatMap(plainMustache)) : text;
}

/** Vue reads `{{` in inline code too, where nothing can be escaped: such code becomes text. */
function plainMustache(part: DocInline): readonly DocInline[] {
  return part.kind === "code" && part.text.includes("{{") ? [{ kind: "text", text: part.text }] : [part];
}
