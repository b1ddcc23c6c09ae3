import type { DocBlock, DocInline, DocText } from "../../emit/doc-text.js";
import { safeUrl } from "../../emit/escape.js";
import { mapInlines } from "./map-inlines.js";
import type { Block, Inline, Page } from "./page.js";

/** How one markup language writes what pages are made of. Results have no final line break. */
export interface Format {
  /** Of files, and of the files that links lead to. */
  readonly extension: string;
  label(name: string): string;
  heading(level: 1 | 2 | 3 | 4, text: string): string;
  content(blocks: DocText): string;
  code(language: string, caption: string | undefined, text: string): string;
  /** `body` is empty when nothing is said about the term. */
  definition(anchor: string | undefined, term: readonly DocInline[], body: string): string;
  branch(term: readonly DocInline[], body: string): string;
}

/** The text of a page, with a final line break. */
export function renderPage(page: Page, format: Format): string {
  const blocks = renderBlocks(page.blocks, page, format);
  return `${[...(page.label === undefined ? [] : [format.label(page.label)]), blocks].join("\n\n")}\n`;
}

function renderBlocks(blocks: readonly Block[], page: Page, format: Format): string {
  return blocks
    .map((block) => renderBlock(block, page, format))
    .filter((rendered) => rendered !== "")
    .join("\n\n");
}

function renderBlock(block: Block, page: Page, format: Format): string {
  const inline = (inlines: readonly Inline[]): readonly DocInline[] =>
    inlines.map((part) => resolveInline(part, page, format));
  switch (block.kind) {
    case "heading": {
      const text = block.text.replace(/\s+/g, " ").trim();
      return /^[\s\p{Cf}]*$/u.test(text) ? "" : format.heading(block.level, text);
    }
    case "paragraph":
      return format.content([{ kind: "paragraph", content: inline(block.inlines) }]);
    case "documentation":
      return renderDocumentation(block.content, format);
    case "code":
      return format.code(block.language, block.caption, block.text);
    case "bullets": {
      const items = block.items.map((item): readonly DocBlock[] => [{ kind: "paragraph", content: inline(item) }]);
      return format.content([{ kind: "list", ordered: false, items }]);
    }
    case "definition":
      return format.definition(block.anchor, inline(block.term), renderBlocks(block.blocks, page, format));
    case "branch":
      return format.branch(inline(block.term), renderBlocks(block.blocks, page, format));
  }
}

/** The same sentences stand on the pages of an operation, of its command and of whatever else has a member of the type. */
const renderedTexts = new WeakMap<Format, WeakMap<DocText, string>>();

function renderDocumentation(content: DocText, format: Format): string {
  let texts = renderedTexts.get(format);
  if (texts === undefined) {
    texts = new WeakMap();
    renderedTexts.set(format, texts);
  }
  let text = texts.get(content);
  if (text === undefined) {
    text = format.content(mapInlines(content, withoutRelativeLink));
    texts.set(content, text);
  }
  return text;
}

/** A link relative to wherever the model's documentation was written for leads nowhere from a page: its words stay. */
function withoutRelativeLink(inline: DocInline): readonly DocInline[] {
  return inline.kind === "link" && !/^[a-z]+:/i.test(inline.url) ? inline.content : [inline];
}

function resolveInline(inline: Inline, page: Page, format: Format): DocInline {
  const text = inline.text.replace(/\s+/g, " ");
  switch (inline.kind) {
    case "strong":
      return { kind: "strong", content: [{ kind: "text", text }] };
    case "link": {
      const { target } = inline;
      const url =
        target.kind === "web"
          ? safeUrl(target.url)
          : `${relativePath(page.path, target.path)}.${extensionOf(target.path, format)}`;
      if (url === undefined) return { kind: "text", text };
      return { kind: "link", url, content: [{ kind: "text", text }] };
    }
    default:
      return { kind: inline.kind, text };
  }
}

/** Pages of the API are written in Markdown alone. */
function extensionOf(path: string, format: Format): string {
  return path.startsWith("api/") ? "md" : format.extension;
}

function relativePath(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => ".."), ...there].join("/");
}
