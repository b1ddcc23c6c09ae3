import type { DocBlock, DocInline, DocText } from "../../emit/doc-text.js";

/** The same documentation with each inline replaced by what `change` makes of it, the innermost first. */
export function mapInlines(blocks: DocText, change: (inline: DocInline) => readonly DocInline[]): DocText {
  const inlines = (content: readonly DocInline[]): readonly DocInline[] =>
    content.flatMap((inline) => change("content" in inline ? { ...inline, content: inlines(inline.content) } : inline));
  const blockOf = (block: DocBlock): DocBlock => {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        return { ...block, content: inlines(block.content) };
      case "list":
        return { ...block, items: block.items.map((item) => item.map(blockOf)) };
      case "definitions":
        return {
          ...block,
          items: block.items.map((item) => ({ term: inlines(item.term), content: item.content.map(blockOf) })),
        };
      case "note":
      case "quote":
        return { ...block, content: block.content.map(blockOf) };
      case "code":
        return block;
    }
  };
  return blocks.map(blockOf);
}
