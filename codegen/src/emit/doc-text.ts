import { parseHtml, type HtmlElement, type HtmlNode } from "./doc-html.js";
import { htmlOfMarkdown } from "./doc-commonmark.js";
import { safeUrl } from "./escape.js";
import { oncePerText } from "../shapes/once-per-text.js";

/** Documentation as a small tree that every renderer understands. Texts are plain: each renderer escapes for itself. */
export type DocText = readonly DocBlock[];

export type DocBlock =
  | { readonly kind: "paragraph"; readonly content: readonly DocInline[] }
  | { readonly kind: "heading"; readonly level: number; readonly content: readonly DocInline[] }
  /** Text kept line by line. `language` is a hint such as `json`. */
  | { readonly kind: "code"; readonly language: string | undefined; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly DocText[] }
  | { readonly kind: "definitions"; readonly items: readonly DocDefinition[] }
  | { readonly kind: "note"; readonly label: DocNoteLabel; readonly content: DocText }
  | { readonly kind: "quote"; readonly content: DocText };

export interface DocDefinition {
  readonly term: readonly DocInline[];
  readonly content: DocText;
}

export type DocNoteLabel = "note" | "important" | "warning" | "tip" | "caution";

export type DocInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "emphasis"; readonly content: readonly DocInline[] }
  | { readonly kind: "strong"; readonly content: readonly DocInline[] }
  /** `url` is one that is safe to show: http, https, mailto, a fragment or a relative path. */
  | { readonly kind: "link"; readonly url: string; readonly content: readonly DocInline[] }
  | { readonly kind: "break" };

/**
 * Reads the value of `smithy.api#documentation`: CommonMark, which may hold HTML as AWS models write it (Smithy 2.0,
 * "documentation trait"). Never fails: what is not understood stays text.
 */
export const parseDocumentation: (documentation: string) => DocText = oncePerText(20_000, parse);

function parse(documentation: string): DocText {
  if (isPlain(documentation)) return plainParagraphs(documentation);
  const html = isHtml(documentation) ? documentation : htmlOfMarkdown(documentation);
  return html === undefined ? plainParagraphs(documentation) : blocksOf(parseHtml(html));
}

/** Text without any character that CommonMark or HTML could take for more than text. */
function isPlain(text: string): boolean {
  return !/[`*_<>[\]#&\\!~=|]|^\s*(?:[-+]|\d+[.)])\s|^\s*-|^(?: {4}|\t)| {2,}$/m.test(text);
}

/** Text that is HTML from its first element on or up to its last, or that has nothing of Markdown but its HTML. */
function isHtml(text: string): boolean {
  const [, ...paragraphs] = text.split(/\n[ \t]*\n/);
  // CommonMark would take what is indented behind a blank line for code.
  if (!paragraphs.every((paragraph) => /^\n*(?:<| {4}|\t)/.test(paragraph))) return false;
  if (/^\s*<(?:p|ul|ol|dl|div|note|important|fullname|table|h[1-6]|pre|blockquote)\b/i.test(text)) return true;
  if (paragraphs.length > 0) return /<\/(?:p|[uod]l|note|important)>\s*$/i.test(text);
  return !/[`*_[\]#\\!~]|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)| {2,}$|^\s*>|<https?:/m.test(text);
}

function plainParagraphs(text: string): DocText {
  return text
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .map((part) => ({ kind: "paragraph", content: [{ kind: "text", text: part }] }));
}

const noteLabels = new Set(["note", "important", "warning", "tip", "caution"]);
const transparentBlocks = new Set(
  "div section article aside main header footer center body html details summary figure figcaption table tbody thead tfoot fullname title caption colgroup col".split(
    " ",
  ),
);
const skippedElements = new Set(["img", "hr", "col", "head", "meta", "link"]);

/** Reads block content: runs of inline nodes become paragraphs, elements between them the blocks they stand for. */
function blocksOf(nodes: readonly HtmlNode[]): DocText {
  const blocks: DocBlock[] = [];
  let run: HtmlNode[] = [];
  const flush = (): void => {
    const content = inlinesOf(run);
    run = [];
    if (content.length > 0) blocks.push({ kind: "paragraph", content });
  };
  for (const node of nodes) {
    if (typeof node === "string" || isInline(node)) {
      run.push(node);
    } else {
      flush();
      blocks.push(...blockOf(node));
    }
  }
  flush();
  return blocks;
}

const inlineElements = new Set(
  "a abbr b bdi bdo big br cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr img".split(
    " ",
  ),
);

function isInline(element: HtmlElement): boolean {
  if (!inlineElements.has(element.name)) return false;
  return element.children.every((child) => typeof child === "string" || isInline(child));
}

function blockOf(element: HtmlElement): readonly DocBlock[] {
  const { name, children } = element;
  if (name === "p") return blocksOf(children);
  if (name === "ul" || name === "ol") return listOf(element);
  if (name === "dl") return definitionsOf(element);
  if (name === "pre") return [codeOf(element)];
  if (name === "blockquote") return wrapped(blocksOf(children), (content) => ({ kind: "quote", content }));
  if (/^h[1-6]$/.test(name)) {
    const content = inlinesOf(children);
    return content.length === 0 ? [] : [{ kind: "heading", level: Number(name[1]), content }];
  }
  if (noteLabels.has(name)) {
    const label = name as DocNoteLabel;
    return wrapped(blocksOf(children), (content) => ({ kind: "note", label, content }));
  }
  if (name === "tr") return [rowOf(element)].filter((block) => block !== undefined);
  if (name === "li" || name === "dt" || name === "dd" || transparentBlocks.has(name)) return blocksOf(children);
  if (skippedElements.has(name)) return [];
  // An inline element around blocks, such as <b><p>…</p></b>: the blocks matter more.
  return blocksOf(children);
}

function wrapped(content: DocText, make: (content: DocText) => DocBlock): readonly DocBlock[] {
  return content.length === 0 ? [] : [make(content)];
}

function listOf(element: HtmlElement): readonly DocBlock[] {
  const items: DocText[] = [];
  for (const child of element.children) {
    if (typeof child === "string" && child.trim() === "") continue;
    const content = typeof child !== "string" && child.name === "li" ? blocksOf(child.children) : blocksOf([child]);
    if (content.length > 0) items.push(content);
  }
  return items.length === 0 ? [] : [{ kind: "list", ordered: element.name === "ol", items }];
}

function definitionsOf(element: HtmlElement): readonly DocBlock[] {
  const items: { term: readonly DocInline[]; content: DocBlock[] }[] = [];
  for (const child of element.children) {
    if (typeof child === "string" && child.trim() === "") continue;
    if (typeof child !== "string" && child.name === "dt") {
      items.push({ term: inlinesOf(child.children), content: [] });
    } else {
      const content = typeof child !== "string" && child.name === "dd" ? blocksOf(child.children) : blocksOf([child]);
      const last = items.at(-1);
      if (last === undefined) items.push({ term: [], content: [...content] });
      else last.content.push(...content);
    }
  }
  return items.length === 0 ? [] : [{ kind: "definitions", items }];
}

/** A table's row as one paragraph, its cells apart: no renderer has tables, and no text is lost. */
function rowOf(element: HtmlElement): DocBlock | undefined {
  const content: DocInline[] = [];
  for (const cell of element.children) {
    if (typeof cell === "string" && cell.trim() === "") continue;
    const inlines = inlinesOf([cell]);
    if (inlines.length === 0) continue;
    if (content.length > 0) content.push({ kind: "text", text: " — " });
    content.push(...inlines);
  }
  return content.length === 0 ? undefined : { kind: "paragraph", content };
}

function codeOf(element: HtmlElement): DocBlock {
  const only = element.children.find((child): child is HtmlElement => typeof child !== "string");
  const language = /(?:^|\s)language-([A-Za-z0-9_+-]+)/.exec(only?.attributes["class"] ?? "")?.[1];
  return {
    kind: "code",
    language,
    text: rawText(element.children)
      .replace(/^\n/, "")
      .replace(/[ \t]+$/gm, "")
      .trimEnd(),
  };
}

function rawText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.name === "br" ? "\n" : rawText(node.children)))
    .join("");
}

/** Inline content with white space collapsed as HTML does, no space at either end. */
function inlinesOf(nodes: readonly HtmlNode[]): readonly DocInline[] {
  return trimmed(collapsed(nodes.flatMap(inlineOf)));
}

function inlineOf(node: HtmlNode): readonly DocInline[] {
  if (typeof node === "string") return [{ kind: "text", text: node.replace(/\s+/g, " ") }];
  const children = (): readonly DocInline[] => node.children.flatMap(inlineOf);
  switch (node.name) {
    case "br":
      return [{ kind: "break" }];
    case "code":
    case "tt":
    case "samp":
    case "kbd": {
      const text = rawText(node.children).replace(/\s+/g, " ").trim();
      return text === "" ? [] : [{ kind: "code", text }];
    }
    case "b":
    case "strong":
      return spanned("strong", children());
    case "i":
    case "em":
    case "var":
    case "cite":
    case "dfn":
      return spanned("emphasis", children());
    case "a": {
      const url = safeUrl(node.attributes["href"] ?? "");
      const content = children();
      if (url === undefined || isBlank(content)) return content;
      return [{ kind: "link", url, content: trimmed(collapsed(content)) }];
    }
    case "img": {
      const alternative = node.attributes["alt"] ?? "";
      return alternative === "" ? [] : [{ kind: "text", text: alternative }];
    }
    default:
      return children();
  }
}

/** Emphasis around the words alone: spaces at its ends belong outside, or Markdown and RST would not see it. */
function spanned(kind: "strong" | "emphasis", content: readonly DocInline[]): readonly DocInline[] {
  if (isBlank(content)) return content;
  const joined = collapsed(content);
  const first = joined[0];
  const last = joined.at(-1);
  const before = first?.kind === "text" && first.text.startsWith(" ");
  const after = last?.kind === "text" && last.text.endsWith(" ");
  return [
    ...(before ? [{ kind: "text", text: " " } as const] : []),
    { kind, content: trimmed(joined) },
    ...(after ? [{ kind: "text", text: " " } as const] : []),
  ];
}

function isBlank(content: readonly DocInline[]): boolean {
  return content.every((inline) => inline.kind === "break" || (inline.kind === "text" && inline.text.trim() === ""));
}

/** Joins neighbouring texts, leaves one space where several meet, and none beside a line break. */
function collapsed(content: readonly DocInline[]): readonly DocInline[] {
  const result: DocInline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind !== "text") {
      if (inline.kind === "break" && last?.kind === "text") {
        result[result.length - 1] = { kind: "text", text: last.text.trimEnd() };
      }
      result.push(inline);
    } else if (last?.kind === "text") {
      const text = /\s$/.test(last.text) ? inline.text.replace(/^ +/, "") : inline.text;
      result[result.length - 1] = { kind: "text", text: last.text + text };
    } else {
      result.push(last?.kind === "break" ? { kind: "text", text: inline.text.replace(/^ +/, "") } : inline);
    }
  }
  return result.filter((inline) => inline.kind !== "text" || inline.text !== "");
}

function trimmed(content: readonly DocInline[]): readonly DocInline[] {
  const result = [...content];
  for (let first = result[0]; first !== undefined; first = result[0]) {
    if (first.kind === "break") result.shift();
    else if (first.kind === "text" && first.text.trimStart() === "") result.shift();
    else break;
  }
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    if (last.kind === "break") result.pop();
    else if (last.kind === "text" && last.text.trimEnd() === "") result.pop();
    else break;
  }
  const first = result[0];
  if (first?.kind === "text") result[0] = { kind: "text", text: first.text.trimStart() };
  const last = result.at(-1);
  if (last?.kind === "text") result[result.length - 1] = { kind: "text", text: last.text.trimEnd() };
  return result;
}
