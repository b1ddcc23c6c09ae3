import type { DocBlock, DocInline, DocNoteLabel, DocText } from "./doc-text.js";
import { cleanText, hardBreak, indented, noBreakSpace, wrapWords } from "./doc-wrap.js";
import { markdownCode, markdownFence, markdownText } from "./escape.js";

export interface MarkdownOptions {
  /** Lines are wrapped at this many characters where words allow; not at all when undefined. */
  readonly width?: number | undefined;
  /** Added to every heading's level; levels end at 6. */
  readonly headingShift?: number | undefined;
  /** `alert`: `> [!NOTE]`, as GitHub and VitePress read it. `bold` (the default): `**Note:**` before the text. */
  readonly notes?: "alert" | "bold" | undefined;
}

/** Documentation as Markdown, without a final line break. */
export function renderMarkdown(blocks: DocText, options: MarkdownOptions = {}): string {
  return blockLines(blocks, options, options.width ?? Number.POSITIVE_INFINITY).join("\n");
}

/** Inline content as Markdown on one line: for table cells, headings and link texts. */
export function renderMarkdownInline(content: readonly DocInline[]): string {
  return wrapWords(inlineText(content).replaceAll(hardBreak, " "), Number.POSITIVE_INFINITY).join(" ");
}

function blockLines(blocks: DocText, options: MarkdownOptions, width: number): readonly string[] {
  const lines: string[] = [];
  for (const [index, block] of blocks.entries()) {
    // Two lists in a row would be read as one.
    if (index > 0 && block.kind === "list" && blocks[index - 1]?.kind === "list") lines.push("", "<!-- -->");
    if (index > 0) lines.push("");
    lines.push(...linesOf(block, options, width));
  }
  return lines;
}

function linesOf(block: DocBlock, options: MarkdownOptions, width: number): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphLines(block.content, width);
    case "heading": {
      const level = Math.min(6, block.level + (options.headingShift ?? 0));
      return [`${"#".repeat(level)} ${renderMarkdownInline(block.content)}`];
    }
    case "code":
      return markdownFence(codeText(block.text), block.language ?? "").split("\n");
    case "list": {
      const tight = block.items.every((item) => item.length === 1 || (item.length === 2 && item[1]?.kind === "list"));
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "- ";
        return [...(index > 0 && !tight ? [""] : []), ...itemLines(item, mark, options, width, tight)];
      });
    }
    case "definitions":
      return block.items.flatMap((item) => {
        const term: DocBlock = { kind: "paragraph", content: [{ kind: "strong", content: item.term }] };
        const content =
          item.term.length === 0 ? item.content : [joinedTerm(term, item.content[0]), ...rest(item.content)];
        return itemLines(content, "- ", options, width, false);
      });
    case "note":
      return noteLines(block.label, block.content, options, width);
    case "quote":
      return indented(blockLines(block.content, options, width - 2), "> ");
  }
}

function joinedTerm(term: DocBlock & { kind: "paragraph" }, next: DocBlock | undefined): DocBlock {
  if (next?.kind !== "paragraph") return term;
  return { kind: "paragraph", content: [...term.content, { kind: "text", text: ": " }, ...next.content] };
}

/** What follows the paragraph that was joined with its term. */
function rest(content: DocText): DocText {
  return content[0]?.kind === "paragraph" ? content.slice(1) : content;
}

function itemLines(
  item: DocText,
  mark: string,
  options: MarkdownOptions,
  width: number,
  tight: boolean,
): readonly string[] {
  const inner = width - mark.length;
  const lines = tight ? item.flatMap((block) => linesOf(block, options, inner)) : blockLines(item, options, inner);
  return indented(lines, " ".repeat(mark.length), mark);
}

function noteLines(label: DocNoteLabel, content: DocText, options: MarkdownOptions, width: number): readonly string[] {
  if (options.notes === "alert") {
    return indented([`[!${label.toUpperCase()}]`, ...blockLines(content, options, width - 2)], "> ");
  }
  const title: DocInline = { kind: "strong", content: [{ kind: "text", text: `${titleOf(label)}:` }] };
  const [first, ...others] = content;
  const lead: DocBlock =
    first?.kind === "paragraph"
      ? { kind: "paragraph", content: [title, { kind: "text", text: " " }, ...first.content] }
      : { kind: "paragraph", content: [title] };
  const following = first === undefined || first.kind === "paragraph" ? others : content;
  return blockLines([lead, ...following], options, width);
}

function titleOf(label: DocNoteLabel): string {
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}

/** Words that Markdown reads as the beginning of a block when a line starts with them. */
const startsBlock = /^(?:[-+*>#|]|#{1,6}$|\d+[.)]$|=+$|~~~|```|<)/;

function paragraphLines(content: readonly DocInline[], width: number): readonly string[] {
  const lines = wrapWords(inlineText(content), width, (word) => startsBlock.test(word));
  // A paragraph's first word was escaped as text; a line after a hard break was not.
  return lines.map((line, index) => (index > 0 && startsBlock.test(line) ? `\\${line}` : line));
}

/** One paragraph of Markdown, breaks and fixed spaces marked for {@link wrapWords}. */
function inlineText(content: readonly DocInline[]): string {
  let result = "";
  for (const [index, inline] of content.entries()) {
    const next = content[index + 1];
    const piece = pieceOf(inline, /[A-Za-z0-9]$/.test(result), startsWithWord(next));
    // A closing mark after punctuation and before a word would not close: Markdown wants a space there.
    const isMarked = inline.kind === "strong" || inline.kind === "emphasis";
    if (isMarked && /[A-Za-z0-9]$/.test(result) && /^[*_]+[^A-Za-z0-9*_]/.test(piece)) result += " ";
    result += piece;
    if (isMarked && startsWithWord(next) && /[^A-Za-z0-9*_][*_]+$/.test(piece)) result += " ";
  }
  return result;
}

function startsWithWord(inline: DocInline | undefined): boolean {
  return inline?.kind === "text" && /^[A-Za-z0-9]/.test(inline.text);
}

function pieceOf(inline: DocInline, afterWord: boolean, beforeWord: boolean): string {
  switch (inline.kind) {
    case "text":
      return markdownText(cleanText(inline.text));
    case "code":
      return markdownCode(cleanText(inline.text)).replaceAll(" ", noBreakSpace);
    case "strong":
      return `**${inlineText(inline.content)}**`;
    case "emphasis": {
      // Underscores stay apart from the stars of bold text, but mean nothing inside a word.
      const mark = afterWord || beforeWord ? "*" : "_";
      return `${mark}${inlineText(inline.content)}${mark}`;
    }
    case "link": {
      const [only] = inline.content;
      if (
        inline.content.length === 1 &&
        only?.kind === "text" &&
        only.text === inline.url &&
        /^https?:/.test(inline.url)
      ) {
        return `<${inline.url}>`;
      }
      return `[${inlineText(inline.content).replaceAll(hardBreak, " ")}](${inline.url})`;
    }
    case "break":
      return `\\${hardBreak}`;
  }
}

function codeText(text: string): string {
  return text.split("\n").map(cleanText).join("\n");
}
