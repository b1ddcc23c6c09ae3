/**
 * Characters that a terminal would act on, or that hide or reorder others: control characters, zero-width and
 * bidirectional formatting, tags, halves of surrogate pairs.
 */
const unsafePattern =
  /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** What joins the parts of one visible character may stay: emoji need it. */
const zeroWidthJoiner = "\u200d";

function escapeCharacter(character: string): string {
  switch (character) {
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    case zeroWidthJoiner:
      return character;
    default: {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
    }
  }
}

/** Text of a model as one line that is safe to print: what could steer a terminal is shown as an escape. */
export function safeLine(text: string): string {
  return text.replace(unsafePattern, escapeCharacter);
}

/** JSON text whose strings hold nothing raw that a terminal would act on. It means the same. */
export function safeJson(json: string): string {
  return json.replace(unsafePattern, (character) => {
    if (character === "\n") return character;
    return [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join("");
  });
}

/** One visible character: what is printed for it and the columns that it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

const tabWidth = 4;

/** Two columns wide in every usual terminal (East Asian Width W and F, and emoji). */
const widePattern =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;

const combiningPattern = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** What needs neither segments nor escapes: a thousand minified lines are shown in a blink without them. */
const plainPattern = /^[ -~]*$/;

/** Splits a piece of a line into cells; `column` is where it begins, for tabs. */
export function toCells(text: string, column: number): Cell[] {
  if (plainPattern.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  // Made for each such line: the first one loads tables that a run without findings need not, any other takes microseconds.
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const cells: Cell[] = [];
  let next = column;
  for (const { segment } of segmenter.segment(text)) {
    const cell = segment === "\t" ? tabCell(next) : toCell(segment);
    cells.push(cell);
    next += cell.width;
  }
  return cells;
}

function tabCell(column: number): Cell {
  const width = tabWidth - (column % tabWidth);
  return { text: " ".repeat(width), width };
}

function toCell(grapheme: string): Cell {
  const text = safeLine(grapheme);
  if (text !== grapheme) return { text, width: text.length };
  if (widePattern.test(grapheme)) return { text, width: 2 };
  return { text, width: combiningPattern.test(grapheme) ? 0 : 1 };
}

/** The columns that a line of cells takes. */
export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => width + cell.width, 0);
}
