/**
 * Text with the places where it may be broken, after Philip Wadler's "A prettier printer". The rules for which groups stay
 * on one line are prettier's, so that what is printed here is what prettier would print.
 */
export type Document =
  | string
  | readonly Document[]
  | Group
  | { readonly kind: "indent"; readonly contents: Document }
  /** Indents its contents when the group that `of` names is broken. */
  | { readonly kind: "indentWith"; readonly of: Group; readonly contents: Document }
  | { readonly kind: "ifBroken"; readonly contents: Document }
  /** The first layout when its first line fits, else the second. */
  | { readonly kind: "choice"; readonly contents: Document; readonly otherwise: Document }
  | Line;

/** On one line as a whole when it fits, else broken at its own lines; groups inside are looked at again. */
export interface Group {
  readonly kind: "group";
  readonly contents: Document;
  readonly broken: boolean;
}

interface Line {
  readonly kind: "line";
  /** What stands there when the line is not broken. */
  readonly flat: "" | " ";
  /** Broken whatever fits. */
  readonly hard: boolean;
}

export const line: Line = { kind: "line", flat: " ", hard: false };
export const softline: Line = { kind: "line", flat: "", hard: false };
export const hardline: Line = { kind: "line", flat: "", hard: true };

/** A group that holds a hard line is broken, whatever fits. */
export function group(contents: Document): Group {
  return { kind: "group", contents, broken: holdsHardLine(contents) };
}

export function indent(contents: Document): Document {
  return { kind: "indent", contents };
}

export function indentWith(of: Group, contents: Document): Document {
  return { kind: "indentWith", of, contents };
}

export function ifBroken(contents: Document): Document {
  return { kind: "ifBroken", contents };
}

export function choice(contents: Document, otherwise: Document): Document {
  return { kind: "choice", contents, otherwise };
}

export function join(separator: Document, parts: readonly Document[]): Document {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

function holdsHardLine(document: Document): boolean {
  if (typeof document === "string") return false;
  if (isList(document)) return document.some(holdsHardLine);
  if (document.kind === "line") return document.hard;
  if (document.kind === "group") return document.broken;
  return holdsHardLine(document.contents);
}

function isList(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}

interface Command {
  readonly column: number;
  readonly broken: boolean;
  readonly document: Document;
}

/** The text, its first line without indentation, the others `column` columns or more from the left. */
export function printDocument(document: Document, column: number, width: number): string {
  const modes = new Map<Group, boolean>();
  const commands: Command[] = [{ column, broken: true, document }];
  let text = "";
  let position = column;
  for (let command = commands.pop(); command !== undefined; command = commands.pop()) {
    const current = command.document;
    if (typeof current === "string") {
      text += current;
      position += current.length;
    } else if (isList(current)) {
      for (let index = current.length - 1; index >= 0; index -= 1) {
        commands.push({ column: command.column, broken: command.broken, document: current[index] ?? "" });
      }
    } else {
      switch (current.kind) {
        case "group": {
          const flat: Command = { column: command.column, broken: false, document: current.contents };
          const staysFlat = !current.broken && (!command.broken || fits(flat, commands, width - position));
          modes.set(current, !staysFlat);
          commands.push({ ...flat, broken: !staysFlat });
          break;
        }
        case "indent":
          commands.push({ column: command.column + 2, broken: command.broken, document: current.contents });
          break;
        case "indentWith": {
          const deeper = modes.get(current.of) === true ? 2 : 0;
          commands.push({ column: command.column + deeper, broken: command.broken, document: current.contents });
          break;
        }
        case "ifBroken":
          if (command.broken)
            commands.push({ column: command.column, broken: command.broken, document: current.contents });
          break;
        case "choice": {
          const first: Command = { column: command.column, broken: false, document: current.contents };
          const isFirst = fits(first, commands, width - position);
          commands.push(isFirst ? first : { ...first, broken: true, document: current.otherwise });
          break;
        }
        case "line":
          if (command.broken || current.hard) {
            text = `${withoutTrailingSpaces(text)}\n${" ".repeat(command.column)}`;
            position = command.column;
          } else {
            text += current.flat;
            position += current.flat.length;
          }
      }
    }
  }
  return text;
}

function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** Whether the text fits up to the next place where a line is or may be broken. */
function fits(next: Command, rest: readonly Command[], width: number): boolean {
  let left = width;
  let restIndex = rest.length;
  const commands = [next];
  while (left >= 0) {
    let command = commands.pop();
    if (command === undefined) {
      restIndex -= 1;
      command = rest[restIndex];
      if (command === undefined) return true;
    }
    const current = command.document;
    if (typeof current === "string") {
      left -= current.length;
    } else if (isList(current)) {
      for (let index = current.length - 1; index >= 0; index -= 1) {
        commands.push({ column: command.column, broken: command.broken, document: current[index] ?? "" });
      }
    } else {
      switch (current.kind) {
        case "group":
          commands.push({ ...command, broken: current.broken || command.broken, document: current.contents });
          break;
        case "indent":
        case "indentWith":
          commands.push({ column: command.column, broken: command.broken, document: current.contents });
          break;
        case "ifBroken":
          if (command.broken)
            commands.push({ column: command.column, broken: command.broken, document: current.contents });
          break;
        case "choice":
          commands.push({ ...command, document: command.broken ? current.otherwise : current.contents });
          break;
        case "line":
          if (command.broken || current.hard) return true;
          left -= current.flat.length;
      }
    }
  }
  return false;
}
