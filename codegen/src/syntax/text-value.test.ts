import { describe, expect, it } from "vitest";
import { quotedTextValue, textBlockValue } from "./text-value.js";

/** Shows the spaces of a table's text block. */
function lines(...text: readonly string[]): string {
  return `\n${text.join("\n").replaceAll("·", " ")}`;
}

describe("quoted text", () => {
  it.each([
    ["", ""],
    ["plain, with {} // and 'more'", "plain, with {} // and 'more'"],
    [String.raw`\" \\ \/ \b \f \n \r \t`, '" \\ / \b \f \n \r \t'],
    [String.raw`\u0041\u00e9\uD83D\uDE00`, "Aé😀"],
    ["a\tb\nc", "a\tb\nc"],
    ["a\r\nb\rc", "a\nb\nc"],
    [String.raw`a\u000db`, "a\rb"],
    ["a\\\nb\\\r\nc\\\rd", "abcd"],
    ["😀", "😀"],
  ])("%j means %j", (content, value) => {
    expect(quotedTextValue(content)).toEqual({ value });
  });

  it.each([
    [String.raw`\'`, "Invalid escape found in string: `\\'`"],
    [String.raw`\x`, "Invalid escape found in string: `\\x`"],
    [String.raw`\U0041`, "Invalid escape found in string: `\\U`"],
    [String.raw`\u12`, "Invalid unclosed unicode escape found in string"],
    [String.raw`\u`, "Invalid unclosed unicode escape found in string"],
    [String.raw`\u00g0`, "Invalid unicode escape character: `g`"],
    [String.raw`\u{41}`, "Invalid unicode escape character: `{`"],
    ["a\u0000b", "Invalid string character: `\u0000`"],
    ["\u001b[31m", "Invalid string character: `\u001b`"],
  ])("%j is refused", (content, error) => {
    expect(quotedTextValue(content)).toEqual({ error });
  });

  it("does not look escapes up in a prototype", () => {
    expect(quotedTextValue(String.raw`\constructor`)).toEqual({ error: "Invalid escape found in string: `\\c`" });
  });
});

describe("text blocks", () => {
  it.each([
    ["content at the closing delimiter's indentation", lines("··Foo", "····Baz", "··"), "Foo\n  Baz\n"],
    ["a closing delimiter at the margin", lines("··Foo", "··Bar", ""), "  Foo\n  Bar\n"],
    ["a closing delimiter right of the content", lines("··Foo", "··Bar", "······"), "Foo\nBar\n"],
    ["a closing delimiter behind the content", lines("··Foo", "··Bar"), "Foo\nBar"],
    ["empty and blank lines, which do not count", lines("····Foo", "", "··", "····Bar", "····"), "Foo\n\n\nBar\n"],
    ["trailing spaces", lines("··Foo···", "··Bar·", "··"), "Foo\nBar\n"],
    ["a tab, which is content", lines("\tFoo", "\t·Bar"), "\tFoo\n\t Bar"],
    ["escapes, which come after the whitespace", lines("··a\\n····b\\u0020", "··"), "a\n    b \n"],
    ["an escaped line break", lines("Foo \\", "Baz \\", "Bam"), "Foo Baz Bam"],
    ["quotation marks", lines('"a" ""b\\"""'), '"a" ""b"""'],
    ["line breaks of other systems", "\r\n  a\r\n   b\r  c", "a\n b\nc"],
    ["nothing but the opening line break", "\n", ""],
    ["a blank line without indentation to remove, of which a space stays", lines("Foo", "···", "Bar"), "Foo\n \nBar"],
    ["a closing delimiter right of content without indentation", lines("Foo", "··"), "Foo\n "],
  ])("take %s", (_, content, value) => {
    expect(textBlockValue(content)).toEqual({ value });
  });

  it.each([
    ["", "Text block is empty"],
    ["foo", "Text block must start with a new line"],
    [" ", "Text block must start with a new line"],
    ["  \n a", "Text block must start with a new line"],
    ["\n\\q", "Invalid escape found in string: `\\q`"],
  ])("refuse %j", (content, error) => {
    expect(textBlockValue(content)).toEqual({ error });
  });
});
