/**
 * Ways to put text of a model into a file so that it stays text. Whatever an emitter did not write itself goes through one
 * of these.
 */

/** Printable ASCII without quotes and backslashes. */
const plainText = /^[ !#-&(-[\]-~]*$/;

/** A TypeScript string literal in double quotes (single where that needs fewer escapes, as prettier does). */
export function stringLiteral(text: string): string {
  if (plainText.test(text)) return `"${text}"`;
  const double = text.split('"').length - 1;
  const single = text.split("'").length - 1;
  const quote = double > single ? "'" : '"';
  let result = quote;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x5c || text[index] === quote) result += `\\${text[index] ?? ""}`;
    else if (unit === 0x0a) result += "\\n";
    else if (unit === 0x0d) result += "\\r";
    else if (unit === 0x09) result += "\\t";
    else if (isUnprintable(text, index)) result += `\\u${unit.toString(16).padStart(4, "0")}`;
    else result += text[index] ?? "";
  }
  return result + quote;
}

/** A template literal without substitutions: for texts with many lines or quotes. */
export function templateLiteral(text: string): string {
  let result = "`";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const character = text[index] ?? "";
    if (character === "`" || character === "\\") result += `\\${character}`;
    else if (character === "$" && text[index + 1] === "{") result += "\\$";
    // A template reads every line break as \n, so that \r must be written.
    else if (unit === 0x0d) result += "\\r";
    else if (unit === 0x0a || unit === 0x09) result += character;
    else if (isUnprintable(text, index)) result += `\\u${unit.toString(16).padStart(4, "0")}`;
    else result += character;
  }
  return `${result}\``;
}

/** Controls, line and paragraph separators, byte order mark, bidirectional controls and halves of surrogate pairs. */
function isUnprintable(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return true;
  if (unit < 0x200b) return unit === 0x61c;
  if (unit <= 0x200f || (unit >= 0x2028 && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) return true;
  if (unit === 0xfeff) return true;
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const next = text.charCodeAt(index + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  if (unit >= 0xdc00 && unit <= 0xdfff) {
    const before = text.charCodeAt(index - 1);
    return !(before >= 0xd800 && before <= 0xdbff);
  }
  return false;
}

const identifierName = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Whether the text can be written as a property name or after a dot. Reserved words can. */
export function isIdentifierName(text: string): boolean {
  return identifierName.test(text);
}

/**
 * A key of an object literal, interface or class: quoted only when it must be. `__proto__` is computed, because an object
 * literal would set the prototype, and `constructor` is the business of whoever declares a class.
 */
export function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifierName(name) ? name : stringLiteral(name);
}

/** Reading a property: `.name`, or `["na-me"]`. */
export function propertyAccess(name: string): string {
  return isIdentifierName(name) && name !== "__proto__" ? `.${name}` : `[${stringLiteral(name)}]`;
}

/** Text inside a block comment: cannot end it, and keeps no line break that a tool may treat otherwise. */
export function commentText(text: string): string {
  return text
    .replace(/\*\//g, "*\\/")
    .replace(/\/\*/g, "/\\*")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");
}

/** An address that many readers make a link of, marked or not. It ends before the punctuation of the sentence around it. */
const bareAddress = /https?:\/\/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*[A-Za-z0-9/#=%&~+-]/g;

/**
 * Plain text as Markdown that reads the same and starts no construct of Markdown, of HTML or of a Vue page. Bare addresses are
 * marked as links: a reader that finds them itself could take what follows, an escape even, for a part of one.
 */
export function markdownText(text: string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(bareAddress)) {
    result += `${escapeMarkdown(text.slice(end, match.index))}<${escapeReferences(match[0])}>`;
    end = match.index + match[0].length;
  }
  return result + escapeMarkdown(text.slice(end));
}

function escapeMarkdown(text: string): string {
  return (
    // An exclamation mark makes an image of a link behind it, which may be in the next text.
    escapeReferences(text.replace(/[\\`*[\]]|!(?=\[|$)/g, "\\$&"))
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
      .replace(/~(?=~)|~$|(?<=~)~/g, "\\$&")
      .replace(/<(?=[A-Za-z/!?])/g, "&lt;")
      // An entity survives VitePress, which hands what a backslash yields to Vue.
      .replace(/\{(?=\{|$)/g, "&#123;")
      .replace(/(?<![a-z0-9])www\.|:(?=\/\/)/gi, (address) => `${address.slice(0, -1)}\\${address.slice(-1)}`)
      .replace(/^(\s*)(#{1,6}|[+>-]|\d+[.)])(?=\s|$)|^(\s*)(>|=+$|-+(?=[-\s]*$)|~{3,})/gm, escapeMark)
  );
}

/** `&` where it would begin a character reference. */
function escapeReferences(text: string): string {
  return text.replace(/&(?=#?[A-Za-z0-9]+;)/g, "&amp;");
}

function escapeMark(_match: string, space?: string, mark?: string, otherSpace?: string, otherMark?: string): string {
  const indent = space ?? otherSpace ?? "";
  const sign = mark ?? otherMark ?? "";
  return /^\d/.test(sign) ? `${indent}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${indent}\\${sign}`;
}

/** A code span in Markdown whose text may hold backticks. */
export function markdownCode(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ");
  if (line.trim() === "") return line;
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" ")) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A fenced code block in Markdown whose text may hold fences. */
export function markdownFence(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/^\s*(`{3,})/gm)].map((match) => (match[1] ?? "").length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** What docutils reads as more than text where a paragraph begins: lists, fields, options, attributions, tables, adornments. */
const rstBlockStart = new RegExp(
  [
    "^(\\s*)(?=[-+•‣⁃—:>=]|\\.\\.|/[A-Za-z]",
    "(?:\\d+|[A-Za-z#]|[ivxlcdmIVXLCDM]+)[.)](?:\\s|$)",
    "\\((?:\\d+|[A-Za-z#]|[ivxlcdmIVXLCDM]+)\\)(?:\\s|$)",
    "[^A-Za-z0-9\\s\\\\]{2,}\\s*$)",
  ].join("|"),
  "gm",
);

/**
 * Plain text as reStructuredText that reads the same.
 *
 * @param startsParagraph - false for text that follows other content of the same paragraph.
 */
export function rstText(text: string, startsParagraph = true): string {
  const escaped = text
    .replace(/[\\`*|_]/g, "\\$&")
    .replace(/::(?=\s*$)/gm, ":\\:")
    // docutils makes links of bare addresses, whatever opening them would do.
    .replace(/\b(data|file|javascript|vbscript|view-source):/gi, "$1\\:");
  return startsParagraph ? escaped.replace(rstBlockStart, "$1\\") : escaped;
}

/** An inline literal in reStructuredText; escaped text where a literal could not hold it. */
export function rstCode(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const holds = line !== "" && !line.includes("``") && !/^[\s`]|[\s`]$/.test(line) && !line.endsWith("\\");
  return holds ? `\`\`${line}\`\`` : rstText(line);
}

/** Text inside an HTML element or a quoted attribute. */
export function htmlText(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

/** A link's target that is safe to show: http, https, mailto, a fragment or a relative path. Undefined otherwise. */
export function safeUrl(url: string): string | undefined {
  const trimmed = url.replace(/[\p{Cc}\s]+/gu, "");
  if (trimmed === "") return undefined;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && !["http", "https", "mailto"].includes(scheme)) return undefined;
  return trimmed.replace(/[<>"'`\\^{}|()[\]]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, "0")}`;
  });
}
