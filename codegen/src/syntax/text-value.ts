/** What a quoted text means, or why it means nothing. */
export type TextResult = { readonly value: string } | { readonly error: string };

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  // An escaped line break expands to nothing.
  "\n": "",
};

/** True when a text means itself: no escape, no line break to normalise, no control character. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5c || (code < 0x20 && code !== 0x0a && code !== 0x09)) return false;
  }
  return true;
}

/** The value of what stands between the quotes of `QuotedText` ("String escape characters", "New lines"). */
export function quotedTextValue(content: string): TextResult {
  return isPlain(content) ? { value: content } : expandEscapes(normaliseLineBreaks(content));
}

/** The value of what stands between the quotes of a `TextBlock` ("Text blocks"). */
export function textBlockValue(content: string): TextResult {
  if (content === "") return { error: "Text block is empty" };
  const opening = /^(?:\r\n|\n|\r)/.exec(content);
  if (opening === null) return { error: "Text block must start with a new line" };
  // Escapes are expanded after the whitespace is gone, so that `\n` and `\u0020` are content.
  const text = removeIncidentalWhitespace(normaliseLineBreaks(content.slice(opening[0].length))).join("\n");
  return isPlain(text) ? { value: text } : expandEscapes(text);
}

/** The lines of a well-formed `TextBlock`, its escapes as they are written. */
export function textBlockLines(content: string): readonly string[] {
  return removeIncidentalWhitespace(normaliseLineBreaks(content.replace(/^(?:\r\n|\n|\r)/, "")));
}

function normaliseLineBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** "Incidental white space removal". Only spaces are incidental: a tab is content. */
function removeIncidentalWhitespace(text: string): readonly string[] {
  const lines = text.split("\n");
  const last = lines.length - 1;
  let common = Number.POSITIVE_INFINITY;
  lines.forEach((line, index) => {
    const indent = leadingSpaces(line);
    // A line of spaces counts only as the last one: there it is the closing delimiter's indentation.
    if (indent < line.length || (index === last && line.length > 0)) common = Math.min(common, indent);
    else if (index === last) common = 0;
  });
  return lines.map((line) => withoutOuterSpaces(line, common));
}

function leadingSpaces(line: string): number {
  let count = 0;
  while (count < line.length && line.charCodeAt(count) === 0x20) count += 1;
  return count;
}

/** As in Smithy, the first character of a line is never taken for a trailing space: a blank line that is not indented keeps one. */
function withoutOuterSpaces(line: string, leading: number): string {
  let end = line.length;
  while (end > 1 && line.charCodeAt(end - 1) === 0x20) end -= 1;
  return line.slice(leading, Math.max(leading, end));
}

/** `EscapedChar` and `UnicodeEscape`; refuses control characters. Line breaks are normalised already. */
function expandEscapes(text: string): TextResult {
  let value = "";
  let copied = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && code !== 0x0a && code !== 0x09) {
      return { error: `Invalid string character: \`${text.charAt(index)}\`` };
    }
    if (code !== 0x5c) {
      index += 1;
      continue;
    }
    value += text.slice(copied, index);
    const escape = text.charAt(index + 1);
    if (escape === "u") {
      const digits = text.slice(index + 2, index + 6);
      const wrong = /[^0-9A-Fa-f]/u.exec(digits);
      if (wrong !== null) return { error: `Invalid unicode escape character: \`${wrong[0]}\`` };
      if (digits.length < 4) return { error: "Invalid unclosed unicode escape found in string" };
      value += String.fromCharCode(Number.parseInt(digits, 16));
      index += 6;
    } else {
      const expansion = Object.hasOwn(simpleEscapes, escape) ? simpleEscapes[escape] : undefined;
      if (expansion === undefined) return { error: `Invalid escape found in string: \`\\${escape}\`` };
      value += expansion;
      index += 2;
    }
    copied = index;
  }
  return { value: value + text.slice(copied) };
}
