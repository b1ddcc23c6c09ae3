import type { DocBlock, DocInline, DocText } from "./doc-text.js";
import { cleanText, hardBreak, indented, noBreakSpace, wrapWords } from "./doc-wrap.js";
import { rstCode, rstText } from "./escape.js";

export interface RstOptions {
  /** Lines are wrapped at this many characters where words allow; not at all when undefined. */
  readonly width?: number | undefined;
}

/** Documentation as reStructuredText that docutils reads without a warning, without a final line break. */
export function renderRst(blocks: DocText, options: RstOptions = {}): string {
  return blockLines(blocks, options.width ?? Number.POSITIVE_INFINITY).join("\n");
}

function blockLines(blocks: DocText, width: number): readonly string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    // A list that follows a list, or a quotation that follows an indented block, would be read as its continuation.
    const isJoined =
      before !== undefined &&
      (block.kind === "quote"
        ? isIndented(before) || before.kind === "heading"
        : isIndented(before) && before.kind === block.kind);
    return [...(index > 0 ? [""] : []), ...(isJoined ? ["..", ""] : []), ...linesOf(block, width)];
  });
}

function isIndented(block: DocBlock): boolean {
  return block.kind !== "paragraph" && block.kind !== "heading";
}

function linesOf(block: DocBlock, width: number): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return paragraphLines(block.content, width);
    case "heading":
      return [`.. rubric:: ${inlineText(block.content).replaceAll(hardBreak, " ").replaceAll(noBreakSpace, " ")}`];
    case "code":
      return block.text.trim() === ""
        ? []
        : ["::", "", ...indented(block.text.split("\n").map(cleanText), "  ").map((line) => line.trimEnd())];
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "* ";
        const lines = indented(blockLines(itemOf(item), width - mark.length), " ".repeat(mark.length), mark);
        return index > 0 ? ["", ...lines] : lines;
      });
    case "definitions":
      return block.items.flatMap((item, index) => {
        const term = paragraphLines(item.term, Number.POSITIVE_INFINITY).join(" ");
        const content = blockLines(itemOf(item.content), width - 2);
        const lines = term === "" ? content : [term, ...indented(content, "  ")];
        return index > 0 ? ["", ...lines] : lines;
      });
    case "note": {
      const lines = blockLines(block.content, width - 2);
      // A directive without content is an error; a blank code block is all that can be in it.
      return lines.every((line) => line === "") ? [] : [`.. ${block.label}::`, "", ...indented(lines, "  ")];
    }
    case "quote":
      return indented(blockLines(block.content, width - 2), "  ");
  }
}

/** An item that began with an indented block would put its mark on a line of its own, which docutils does not expect. */
function itemOf(item: DocText): DocText {
  const first = item[0];
  if (first !== undefined && !isIndented(first)) return item;
  return [{ kind: "paragraph", content: [] }, ...item];
}

/** Words that docutils reads as the beginning of a block when a line starts with them. */
const startsBlock = /^(?:[-+*•|]|\.\.|>>>|__|:\S|(?:\d+|[A-Za-z#])[.)]|\([0-9A-Za-z#]+\)|[^A-Za-z0-9\s]{2,}$)/;

function paragraphLines(content: readonly DocInline[], width: number): readonly string[] {
  const text = inlineText(content);
  if (text.trim() === "") return ["\\"];
  if (text.includes(hardBreak)) {
    return wrapWords(text, Number.POSITIVE_INFINITY).map((line) => `| ${line}`.trimEnd());
  }
  return wrapWords(text, width, (word) => startsBlock.test(word));
}

/** One paragraph of reStructuredText, fixed spaces marked for {@link wrapWords}. */
function inlineText(content: readonly DocInline[]): string {
  let result = "";
  for (const [index, inline] of content.entries()) {
    if (inline.kind === "text") {
      result += rstText(cleanText(inline.text), result === "");
    } else if (inline.kind === "break") {
      result += hardBreak;
    } else {
      const piece = markedText(inline);
      if (piece === "") continue;
      // Inline marks count only between white space or punctuation: an escaped space parts without showing.
      if (result !== "" && !/[\s\p{Cc}]$/u.test(result)) result += "\\ ";
      result += piece;
      const next = content[index + 1];
      if (next?.kind === "text" && next.text !== "" && !/^[\s.,;:!?)\]}'"/-]/.test(next.text)) result += "\\ ";
    }
  }
  return result;
}

/** Inline marks cannot nest: what is inside one is plain text. */
function markedText(inline: Exclude<DocInline, { kind: "text" | "break" }>): string {
  if (inline.kind === "code") return rstCode(cleanText(inline.text)).replaceAll(" ", noBreakSpace);
  const plain = cleanText(plainText(inline.content)).replace(/\s+/g, " ").trim();
  if (plain === "") return "";
  const text = plain.replace(/[\\`*|_]/g, "\\$&");
  if (inline.kind === "strong") return `**${text}**`;
  if (inline.kind === "emphasis") return `*${text}*`;
  const url = inline.url.replace(/[\\`*|_]/g, (character) =>
    character === "_" ? "\\_" : encodeURIComponent(character),
  );
  return `\`${text.replace(/</g, "\\<")}${noBreakSpace}<${url}>\`__`;
}

/** The words alone. */
export function plainText(content: readonly DocInline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "text" || inline.kind === "code") return inline.text;
      return inline.kind === "break" ? " " : plainText(inline.content);
    })
    .join("");
}
