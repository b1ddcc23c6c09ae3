import { nodeMember } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";
import { documentationOf } from "../knowledge/traits.js";
import { renderMarkdown } from "./doc-markdown.js";
import { parseDocumentation } from "./doc-text.js";
import { commentText } from "./escape.js";
import { printWidth } from "./print-width.js";

/** What stands above a declaration. */
export interface DocComment {
  /** CommonMark, or HTML as AWS models write it. */
  readonly text?: string | undefined;
  readonly tags?: readonly DocTag[] | undefined;
}

export interface DocTag {
  /** Without `@`: `deprecated`, `see`, `throws`, `param name`. */
  readonly name: string;
  /** CommonMark or HTML, shown as one paragraph. */
  readonly text?: string | undefined;
}

/**
 * The inside of a JSDoc comment, as ts-morph takes it: one line, or lines that begin with a line break. Undefined when
 * there is nothing to say.
 *
 * @param indent the declaration's indentation in columns, so that lines end within the print width
 */
export function docCommentText(docs: DocComment | string | undefined, indent: number): string | undefined {
  if (docs === undefined) return undefined;
  const { text, tags = [] } = typeof docs === "string" ? { text: docs } : docs;
  const width = printWidth - indent - " * ".length;
  const lines = text === undefined ? [] : safeLines(renderMarkdown(parseDocumentation(text), { width }));
  for (const [index, tag] of tags.entries()) {
    if (index === 0 && lines.length > 0) lines.push("");
    lines.push(...tagLines(tag, width));
  }
  const [only = ""] = lines;
  if (lines.length === 0 || (lines.length === 1 && only === "")) return undefined;
  const fits = lines.length === 1 && indent + "/** ".length + only.length + " */".length <= printWidth;
  return fits ? only : `\n${lines.join("\n")}`;
}

/** Documentation and tags of a shape or member, as its traits give them. */
export function docCommentOf(model: Model, shape: Shape): DocComment {
  const tags: DocTag[] = [];
  const deprecated = shape.traits.get("smithy.api#deprecated")?.value;
  if (deprecated !== undefined) {
    const message = nodeMember(deprecated, "message");
    const since = nodeMember(deprecated, "since");
    const words = [
      typeof since === "string" ? `Since ${since}.` : undefined,
      typeof message === "string" ? message : undefined,
    ].filter((word) => word !== undefined);
    tags.push({ name: "deprecated", ...(words.length === 0 ? {} : { text: words.join(" ") }) });
  }
  const since = shape.traits.get("smithy.api#since")?.value;
  if (typeof since === "string") tags.push({ name: "since", text: since });
  if (shape.traits.has("smithy.api#unstable")) tags.push({ name: "experimental" });
  if (shape.traits.has("smithy.api#internal")) tags.push({ name: "internal" });
  const links = shape.traits.get("smithy.api#externalDocumentation")?.value;
  if (typeof links === "object" && links !== null) {
    for (const [title, url] of Object.entries(links)) {
      if (typeof url === "string") tags.push({ name: "see", text: `${title}: <${url}>` });
    }
  }
  return { text: documentationOf(model, shape), tags };
}

function tagLines(tag: DocTag, width: number): readonly string[] {
  const head = `@${tag.name.replace(/[^\w .-]/g, "")}`;
  const text = tag.text === undefined ? "" : renderMarkdown(parseDocumentation(tag.text), { width: width - 2 });
  if (text === "") return [head];
  const [first = "", ...others] = safeLines(text);
  const joined = `${head} ${first}`;
  const lead = joined.length <= width ? [joined] : [head, `  ${first}`];
  return [...lead, ...others.map((line) => (line === "" ? "" : `  ${line}`))];
}

/** Lines in which no text can end the comment, or pass for a tag of JSDoc or of the compiler. */
function safeLines(text: string): string[] {
  return commentText(text)
    .split("\n")
    .map((line) =>
      line
        .trimEnd()
        .replace(/^(\s*(?:[>*-]\s*)*)@/, "$1\\@")
        .replace(/\{@/g, "{\\@"),
    );
}
