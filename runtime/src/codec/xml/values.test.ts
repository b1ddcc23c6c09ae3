import { describe, expect, it } from "vitest";
import { decodeTextInteger } from "../text/index.js";
import {
  decodeXmlDocument,
  encodeXmlAttribute,
  encodeXmlEntries,
  encodeXmlItems,
  encodeXmlString,
  readXmlEntry,
  readXmlItem,
  readXmlList,
  readXmlMap,
  receiveXmlDocument,
  replaceForbidden,
  type XmlReader,
} from "./index.js";

const integer = (xml: XmlReader): number => xml.scalar(decodeTextInteger);
const list = (xml: XmlReader): number[] => readXmlList(xml, "member", integer);
const entry = { key: "key", value: "value", read: integer };
const map = (xml: XmlReader): Record<string, number> => readXmlMap(xml, entry);

function flattened(xml: XmlReader) {
  let items: readonly number[] | undefined;
  let entries: Readonly<Record<string, number>> | undefined;
  while (xml.next()) {
    if (xml.name === "item") items = readXmlItem(items, integer(xml));
    else if (xml.name === "pair") entries = readXmlEntry(xml, entries, entry);
    else xml.skip();
  }
  return { items, entries };
}

describe("documents", () => {
  it.each([
    ["<x/>", list, []],
    ["<x>\n<member>1</member> <!-- --> <member>2</member>\n</x>", list, [1, 2]],
    ["<x></x>", map, {}],
    ["<x><entry><key>a</key><value>1</value></entry><entry><value>2</value><key/></entry></x>", map, { a: 1, "": 2 }],
    [
      "<x><item>1</item><pair><key>a</key><value>2</value></pair><other>z</other><item>3</item></x>",
      flattened,
      { items: [1, 3], entries: { a: 2 } },
    ],
  ])("%s", (text, read: (xml: XmlReader) => unknown, value) => {
    expect(decodeXmlDocument(text, "x", read)).toEqual(value);
    expect(receiveXmlDocument(text, read)).toEqual(value);
  });

  it.each([
    ["<x> <member> 1 </member> text <other/></x>", list, "'/member': expected an integer", [1]],
    ["<x><other/></x>", list, "'/other': expected elements called member, but found another element", []],
    ["<x>text</x>", list, "expected elements, but found text", []],
    ["<x><entry><key>a</key></entry></x>", map, "expected an entry with key and value", {}],
    ["<x><entry><a/></entry></x>", map, "'/entry/a': expected key and value, but found another element", {}],
    ["<y/>", list, "expected the root element x, but found another", []],
  ])("%s is refused by a server alone", (text, read: (xml: XmlReader) => unknown, problem, value) => {
    expect(() => decodeXmlDocument(text, "x", read)).toThrow(problem);
    expect(receiveXmlDocument(text, read)).toEqual(value);
  });

  it("sets keys of any name as own properties", () => {
    const read = decodeXmlDocument("<x><entry><key>__proto__</key><value>1</value></entry></x>", "x", map);
    expect(Object.entries(read)).toEqual([["__proto__", 1]]);
  });
});

describe("writing", () => {
  it.each([
    [
      'plain "it\'s"\ttext \u{1F600}',
      'plain "it\'s"\ttext \u{1F600}',
      "plain &quot;it&apos;s&quot;&#x9;text \u{1F600}",
    ],
    ["<a>&\r\n\u0085\u2028", "&lt;a&gt;&amp;&#xD;&#xA;&#x85;&#x2028;", "&lt;a&gt;&amp;&#xD;&#xA;&#x85;&#x2028;"],
  ])("%j", (value, text, attribute) => {
    expect(encodeXmlString(value, "x")).toBe(text);
    expect(encodeXmlAttribute(value, "x")).toBe(attribute);
  });

  it.each([
    ["\u0000", "A.b: the string has characters that XML does not have"],
    ["\uffff", "A.b: the string has characters that XML does not have"],
    ["\ud800x", "A.b: the string has characters that XML does not have"],
    [1, "A.b: expected a string, but got a number"],
  ])("refuses %j", (value, problem) => {
    expect(() => encodeXmlString(value as never, "A.b")).toThrow(problem);
  });

  it("replaces what XML does not have, where a text must be told all the same", () => {
    expect(replaceForbidden("a\u0000b\ud800c\ufffe\u{1F600}\n")).toBe("a\ufffdb\ufffdc\ufffd\u{1F600}\n");
  });

  it("writes items and entries between the tags that it is given", () => {
    const number = (value: number): string => String(value);
    expect(encodeXmlItems([1, 2], "x", "<a>", "</a>", number)).toBe("<a>1</a><a>2</a>");
    const tags = ["<e><k>", "</k><v>", "</v></e>"] as const;
    expect(encodeXmlEntries({ "<": 1 }, "x", tags, number)).toBe("<e><k>&lt;</k><v>1</v></e>");
    expect(() => encodeXmlItems([null as never], "A.b", "", "", number)).toThrow("A.b: XML has no form for null");
    expect(() => encodeXmlEntries({ a: null as never }, "A.b", tags, number)).toThrow("A.b: XML has no form for null");
  });
});
