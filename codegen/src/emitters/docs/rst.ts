import type { DocInline } from "../../emit/doc-text.js";
import { renderRst } from "../../emit/doc-rst.js";
import { cleanText, indented } from "../../emit/doc-wrap.js";
import { rstText } from "../../emit/escape.js";
import type { Format } from "./render.js";

const indentation = "  ";
/** The adornment of each heading level, above and below the text. */
const adornments = { 1: "*", 2: "=", 3: "-", 4: "~" } as const;

/** Shorter ones could be taken for a list or for bold text. */
const shortestAdornment = 4;

/** reStructuredText as docutils reads it, without Sphinx's roles. */
export const restructuredText: Format = {
  extension: "rst",
  label: (name) => `.. _${name.replace(/[^A-Za-z0-9: ._-]+/g, "-")}:`,
  heading: (level, text) => {
    const escaped = rstText(cleanText(text));
    // A title of punctuation alone would be taken for an adornment.
    const line = /^[!-/:-@[-`{-~\s]+$/.test(escaped) ? `\\ ${escaped}` : escaped;
    const adornment = adornments[level].repeat(Math.max(shortestAdornment, displayWidth(line)));
    return `${adornment}\n${line}\n${adornment}`;
  },
  content: (blocks) => renderRst(blocks),
  code: (_language, caption, text) => `${caption ?? ""}::\n\n${indentedText(text)}`,
  definition: (_anchor, term, body) => described(term, body),
  branch: described,
};

function described(term: readonly DocInline[], body: string): string {
  const line = renderRst([{ kind: "paragraph", content: term }]);
  return body === "" ? line : `${line}\n\n${indented(body.split("\n"), indentation).join("\n")}`;
}

function indentedText(text: string): string {
  return indented(text.split("\n").map(cleanText), indentation).join("\n");
}

/** How many columns docutils counts: two for wide characters, so that no adornment is too short. */
function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character < "\u0300" ? 1 : 2), 0);
}
