import { renderMarkdown, renderMarkdownInline } from "../../emit/doc-markdown.js";
import type { DocBlock, DocInline, DocText } from "../../emit/doc-text.js";
import { indented } from "../../emit/doc-wrap.js";
import { htmlText, markdownFence, markdownText } from "../../emit/escape.js";
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
  return text.includes("{{") ? renderMarkdown(withoutMustaches(blocks), options) : text;
}

function inline(parts: readonly DocInline[]): string {
  return renderMarkdownInline(parts.map(plainMustache));
}

/** Vue reads `{{` in inline code too, where nothing can be escaped: such code becomes text. */
function withoutMustaches(blocks: DocText): DocText {
  return blocks.map((block): DocBlock => {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        return { ...block, content: block.content.map(plainMustache) };
      case "list":
        return { ...block, items: block.items.map(withoutMustaches) };
      case "definitions":
        return {
          ...block,
          items: block.items.map((item) => ({
            term: item.term.map(plainMustache),
            content: withoutMustaches(item.content),
          })),
        };
      case "note":
      case "quote":
        return { ...block, content: withoutMustaches(block.content) };
      case "code":
        return block;
    }
  });
}

function plainMustache(part: DocInline): DocInline {
  if (part.kind === "code") return part.text.includes("{{") ? { kind: "text", text: part.text } : part;
  return "content" in part ? { ...part, content: part.content.map(plainMustache) } : part;
}
