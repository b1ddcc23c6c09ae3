/** Stands for a space at which no line may break: inside a code span, say. */
export const noBreakSpace = "\u0001";
/** Stands for a line break that the reader must see. */
export const hardBreak = "\u0002";

/** Removes control characters (our own marks among them) and what could reorder or hide text. */
export function cleanText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069\ufeff]/gu, "");
}

/**
 * Breaks a paragraph into lines of at most `width` UTF-16 units where words allow. `cannotStart` says which words would
 * change their meaning at the beginning of a line: they stay on the line before.
 */
export function wrapWords(
  text: string,
  width: number,
  cannotStart: (word: string) => boolean = () => false,
): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(hardBreak)) {
    let line = "";
    for (const word of part.split(/ +/)) {
      if (word === "") continue;
      if (line === "") line = word;
      else if (line.length + 1 + word.length <= width || cannotStart(word)) line += ` ${word}`;
      else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines.map((line) => line.replaceAll(noBreakSpace, " "));
}

/** Indents every line but empty ones. `first` replaces the indentation of the first line: a list's mark. */
export function indented(lines: readonly string[], indentation: string, first = indentation): readonly string[] {
  return lines.map((line, index) => {
    const before = index === 0 ? first : indentation;
    return line === "" ? before.trimEnd() : before + line;
  });
}
