import type { DocBlock, DocInline, DocText } from "./doc-text.js";
import { cleanText, hardBreak, indented, wrapWords } from "./doc-wrap.js";

export interface PlainOptions {
  /** Lines are wrapped at this many characters where words allow; not at all when undefined. */
  readonly width?: number | undefined;
}

/** Documentation as text for a terminal, without a final line break. Links show their address behind the words. */
export function renderPlain(blocks: DocText, options: PlainOptions = {}): string {
  return blockLines(blocks, options.width ?? Number.POSITIVE_INFINITY).join("\n");
}

function blockLines(blocks: DocText, width: number): readonly string[] {
  return blocks.flatMap((block, index) => [...(index > 0 ? [""] : []), ...linesOf(block, width)]);
}

function linesOf(block: DocBlock, width: number): readonly string[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return wrapWords(plainInline(block.content), width);
    case "code":
      return indented(block.text.split("\n").map(cleanText), "  ");
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "- ";
        return indented(blockLines(item, width - mark.length), " ".repeat(mark.length), mark);
      });
    case "definitions":
      return block.items.flatMap((item) => [
        ...wrapWords(plainInline(item.term), width),
        ...indented(blockLines(item.content, width - 2), "  "),
      ]);
    case "note": {
      const [first, ...others] = block.content;
      const label: DocInline = {
        kind: "text",
        text: `${block.label.slice(0, 1).toUpperCase()}${block.label.slice(1)}: `,
      };
      const lead: DocText =
        first?.kind === "paragraph"
          ? [{ kind: "paragraph", content: [label, ...first.content] }, ...others]
          : [{ kind: "paragraph", content: [label] }, ...block.content];
      return blockLines(lead, width);
    }
    case "quote":
      return indented(blockLines(block.content, width - 2), "  ");
  }
}

function plainInline(content: readonly DocInline[]): string {
  return content
    .map((inline): string => {
      switch (inline.kind) {
        case "text":
        case "code":
          return cleanText(inline.text).replace(/\s+/g, " ");
        case "break":
          return hardBreak;
        case "link": {
          const words = plainInline(inline.content);
          return words === inline.url || !/^(?:https?|mailto):/.test(inline.url) ? words : `${words} (${inline.url})`;
        }
        default:
          return plainInline(inline.content);
      }
    })
    .join("");
}
