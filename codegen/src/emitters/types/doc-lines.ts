import { docCommentText, type DocComment } from "../../emit/doc-comment.js";

/** A JSDoc comment as lines, for what is written as text. */
export function docLines(docs: DocComment, indent: number): readonly string[] {
  const text = docCommentText(docs, indent);
  if (text === undefined) return [];
  const space = " ".repeat(indent);
  if (!text.startsWith("\n")) return [`${space}/** ${text} */`];
  const lines = text.slice(1).split("\n");
  return [`${space}/**`, ...lines.map((line) => `${space} *${line === "" ? "" : ` ${line}`}`), `${space} */`];
}
