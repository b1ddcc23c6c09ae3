import { isIdentifier } from "../shapes/shape-id.js";

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

/** `QuotedText`: control characters are escaped, all others stand for themselves. */
export function quoted(text: string): string {
  const content = text.replace(
    // Control characters are what is escaped.
    // eslint-disable-next-line no-control-regex
    /["\\\u0000-\u001F\u007F-\u009F]/g,
    (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${content}"`;
}

/** `NodeObjectKey`, without quotes where that is possible. Smithy leaves them out of `_` too, which then is no identifier. */
export function keyText(key: string): string {
  return isIdentifier(key) ? key : quoted(key);
}

/** One level further in. */
export function deeper(indentation: string): string {
  return `${indentation}    `;
}
