import { Marked } from "marked";

const marked = new Marked({ gfm: false, async: false });

/** More marks of nesting in one place than any person writes; the parser would recurse once for each. */
const deepNesting = /[>[(*_]{200}|(?:> ?){100}|^(?:[ \t]*[-*+]){50}/m;

/** CommonMark as HTML, raw HTML kept as it is; undefined for a text that no person wrote. */
export function htmlOfMarkdown(text: string): string | undefined {
  if (deepNesting.test(text)) return undefined;
  const html = marked.parse(text);
  return typeof html === "string" ? html : undefined;
}
