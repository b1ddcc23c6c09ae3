/**
 * A text with choices: where its lines may break. A group stands in one line when that fits, else its own breaks are taken;
 * a group inside a group that stands in one line has no choice left. Hard breaks stay breaks in both.
 */
export type Doc =
  | string
  | readonly Doc[]
  | Break
  | { readonly kind: "indent"; readonly content: Doc }
  | { readonly kind: "group"; readonly content: Doc };

interface Break {
  readonly kind: "break";
  /** What stands there in one line; undefined for a hard break. */
  readonly flat: string | undefined;
}

const indentWidth = 4;

export const hardBreak: Doc = { kind: "break", flat: undefined };
export const spaceOrBreak: Doc = { kind: "break", flat: " " };
export const emptyOrBreak: Doc = { kind: "break", flat: "" };
export const commaOrBreak: Doc = { kind: "break", flat: ", " };

export function indent(content: Doc): Doc {
  return { kind: "indent", content };
}

export function group(content: Doc): Doc {
  return { kind: "group", content };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

export function isEmptyDoc(doc: Doc): boolean {
  return doc === "" || (isDocList(doc) && doc.every(isEmptyDoc));
}

function isDocList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

/** Whether a text fits into `room` columns when all its choices are for one line; only what stands before a hard break counts. */
export function fitsInLine(content: Doc, room: number): boolean {
  let left = room;
  const stack: Doc[] = [content];
  while (left >= 0) {
    const doc = stack.pop();
    if (doc === undefined) return true;
    if (typeof doc === "string") left -= doc.length;
    else if (isDocList(doc)) for (let index = doc.length - 1; index >= 0; index -= 1) stack.push(doc[index] as Doc);
    else if (doc.kind !== "break") stack.push(doc.content);
    else if (doc.flat === undefined) return true;
    else left -= doc.flat.length;
  }
  return false;
}

interface Task {
  readonly doc: Doc;
  readonly indentation: number;
  readonly isFlat: boolean;
}

/** Lays a document out. Indentation is written only in front of text, so that no line ends in spaces of ours. */
export function printDoc(root: Doc, width: number): string {
  const parts: string[] = [];
  let column = 0;
  let pendingIndentation = 0;
  const write = (text: string) => {
    if (text === "") return;
    if (pendingIndentation > 0) parts.push(" ".repeat(pendingIndentation));
    pendingIndentation = 0;
    parts.push(text);
    column += text.length;
  };
  const stack: Task[] = [{ doc: root, indentation: 0, isFlat: false }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const { doc, indentation, isFlat } = task;
    if (typeof doc === "string") write(doc);
    else if (isDocList(doc)) {
      for (let index = doc.length - 1; index >= 0; index -= 1) stack.push({ ...task, doc: doc[index] as Doc });
    } else if (doc.kind === "indent") stack.push({ ...task, doc: doc.content, indentation: indentation + indentWidth });
    else if (doc.kind === "group") {
      stack.push({ ...task, doc: doc.content, isFlat: isFlat || fitsInLine(doc.content, width - column) });
    } else if (isFlat && doc.flat !== undefined) write(doc.flat);
    else {
      parts.push("\n");
      pendingIndentation = indentation;
      column = indentation;
    }
  }
  return parts.join("");
}
