import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "../codec-errors.js";
import { decodeTextInteger } from "../text/scalars.js";
import { encodeXmlAttribute, encodeXmlString } from "./characters.js";
import { XmlReader } from "./reader.js";

type Tree = readonly [name: string, attribute: string | undefined, content: string | readonly Tree[]];

/** Reads a document as a tree: elements where there is one, else text. */
function treeOf(text: string, leaves: ReadonlySet<string> = new Set(["t"])): Tree {
  const xml = new XmlReader(text);
  const read = (): Tree => {
    const { name } = xml;
    const attribute = xml.attribute("a", (value) => value);
    if (leaves.has(name)) return [name, attribute, xml.text()];
    const children: Tree[] = [];
    while (xml.next()) children.push(read());
    return [name, attribute, children];
  };
  const tree = read();
  xml.end();
  return tree;
}

describe("reading XML", () => {
  it.each<[what: string, xml: string, tree: Tree]>([
    ["an element", "<t>text</t>", ["t", undefined, "text"]],
    ["an empty element", "<t/>", ["t", undefined, ""]],
    ["blanks in tags", "<e\n><t\t></t\r></e >", ["e", undefined, [["t", undefined, ""]]]],
    ["a declaration", `<?xml version = "1.0" encoding = "UTF-8"?>\n<t>x</t>\n`, ["t", undefined, "x"]],
    ["a byte order mark", `\ufeff<?xml version='1.1' standalone='yes' ?><t/>`, ["t", undefined, ""]],
    ["the entities of XML", "<t>&lt;&gt;&amp;&quot;&apos;</t>", ["t", undefined, `<>&"'`]],
    ["references", "<t>&#65;&#x1F600;&#x0000a;&#13;</t>", ["t", undefined, "A\u{1F600}\n\r"]],
    ["nothing twice", "<t>&amp;lt;</t>", ["t", undefined, "&lt;"]],
    ["line ends", "<t>a\r\nb\rc\n</t>", ["t", undefined, "a\nb\nc\n"]],
    ["sections", "<t>a<![CDATA[<b>&amp;]]]]><![CDATA[>]]></t>", ["t", undefined, "a<b>&amp;]]>"]],
    ["comments", "<!--a--><e><!-- <t> --><t>a<!--b-->c</t></e><!--d-->", ["e", undefined, [["t", undefined, "ac"]]]],
    ["instructions", "<?a?><e><?b c?><t>d<?e?></t></e><?f ?>", ["e", undefined, [["t", undefined, "d"]]]],
    ["attributes", `<e a="1" b = '"'/>`, ["e", "1", []]],
    ["text of attributes", `<e a='&lt;"&#10;\r\n\t>'/>`, ["e", `<"\n  >`, []]],
    ["names with prefixes", `<x:e xmlns:x="y"><é-1.b/></x:e>`, ["x:e", undefined, [["é-1.b", undefined, []]]]],
    ["white space", "<e>\n  <t>  a  </t>\n</e>", ["e", undefined, [["t", undefined, "  a  "]]]],
  ])("%s", (_, xml, tree) => {
    expect(treeOf(xml)).toEqual(tree);
  });

  it.each<[xml: string, problem: string]>([
    ["", "ends too early"],
    ["text", "ends too early"],
    ["text<t/>", "does not begin with an element"],
    ["&#32;<t/>", "does not begin with an element"],
    ["<t>", "ends too early"],
    ["<t>a", "ends too early"],
    ["<t", "a start tag is broken"],
    ["<t/", "a start tag is broken"],
    ["<1/>", "an element has no name"],
    ["< t/>", "an element has no name"],
    ["</t>", "an end tag has no start tag"],
    ["<e></f>", "an end tag has no start tag"],
    ["<e></ee>", "an end tag has no start tag"],
    ["<e></e x>", "an end tag has no start tag"],
    ["<t/><t/>", "something follows the root element"],
    ["<t/>text", "something follows the root element"],
    ["<t/></t>", "something follows the root element"],
    ["<t>&nbsp;</t>", "a reference that XML does not know"],
    ["<t>&amp</t>", "a reference that XML does not know"],
    ["<t>&</t>", "a reference that XML does not know"],
    ["<t>&#0;</t>", "a reference that XML does not know"],
    ["<t>&#xD800;</t>", "a reference that XML does not know"],
    ["<t>&#x110000;</t>", "a reference that XML does not know"],
    ["<t>&#X41;</t>", "a reference that XML does not know"],
    ["<t>]]></t>", "]]> in a text"],
    ["<t>\u0000</t>", "characters that XML does not have"],
    ["<t>\uffff</t>", "characters that XML does not have"],
    ["<t>\ud800</t>", "characters that XML does not have"],
    ["<t><![CDATA[</t>", "ends too early"],
    ["<![CDATA[]]><t/>", "markup that XML does not know"],
    ["<t><!-- -- --></t>", "a comment is broken"],
    ["<t><!---></t>", "a comment is broken"],
    ["<t><!--", "a comment is broken"],
    ["<t><?xml version='1.0'?></t>", "an instruction is broken"],
    [" <?xml version='1.0'?><t/>", "an instruction is broken"],
    ["<t><? a?></t>", "an instruction is broken"],
    ["<?xml version='2.0'?><t/>", "the XML declaration is broken"],
    ["<?xml ?><t/>", "the XML declaration is broken"],
    ["<?xml version='1.0' encoding='UTF-16'?><t/>", "its encoding is not UTF-8"],
    [`<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>`, "a document type, which is not allowed"],
    ["<!ELEMENT t ANY><t/>", "markup that XML does not know"],
    ["<e a/>", "an attribute is broken"],
    ["<e a=b/>", "an attribute is broken"],
    [`<e a="b/>`, "an attribute is broken"],
    [`<e a="<"/>`, "an attribute is broken"],
    [`<e a="1"b="2"/>`, "a start tag is broken"],
    [`<e a="1" a="2"/>`, "an attribute stands twice in a tag"],
    [`<e a="&b;"/>`, "a reference that XML does not know"],
  ])("refuses %j", (xml, problem) => {
    expect(() => treeOf(xml)).toThrow(DecodeError);
    expect(() => treeOf(xml)).toThrow(problem);
  });

  it("bounds how deep elements nest and how many attributes a tag has", () => {
    expect(treeOf("<e>".repeat(500) + "</e>".repeat(500))[0]).toBe("e");
    expect(() => treeOf("<e>".repeat(501) + "</e>".repeat(501))).toThrow("nest more than 500 deep");
    const attributes = Array.from({ length: 251 }, (_, index) => ` x${index}=""`);
    expect(() => treeOf(`<e${attributes.join("")}/>`)).toThrow("more than 250 attributes");
  });

  it("names the element that holds a wrong value, below the root", () => {
    const xml = new XmlReader("<root><list><item>1</item><item>x</item></list></root>");
    xml.next();
    xml.next();
    expect(xml.scalar(decodeTextInteger)).toBe(1);
    xml.next();
    expect(() => xml.scalar(decodeTextInteger)).toThrow("Invalid value at '/list/item': expected an integer");
  });

  it("refuses text where elements belong, and the other way round, unless it is tolerant", () => {
    const mixed = "<e>text<![CDATA[more]]><t> 1 </t></e>";
    expect(() => treeOf(mixed)).toThrow("expected elements, but found text");
    expect(() => treeOf("<t>a<b/></t>")).toThrow("expected text, but found an element");
    const xml = new XmlReader(mixed, true);
    expect(xml.next()).toBe(true);
    expect(xml.scalar(decodeTextInteger)).toBe(1);
    expect(xml.next()).toBe(false);
  });

  it("leaves elements out, or gives them as they are written", () => {
    const xml = new XmlReader("<e><a>1<b/>2<c>3</c></a><d/><f>&lt;<g/></f><t>x</t></e>");
    xml.next();
    xml.skip();
    xml.next();
    expect(xml.raw()).toBe("");
    xml.next();
    expect(xml.raw()).toBe("&lt;<g/>");
    xml.next();
    expect([xml.text(), xml.next()]).toEqual(["x", false]);
  });
});

describe("any tree", () => {
  const strings = fc.string({ unit: "binary" }).filter((text) => {
    try {
      encodeXmlString(text, "");
      return true;
    } catch {
      return false;
    }
  });
  const noise = fc.constantFrom("", "", "\n  ", "<!-- <t> -->", "<?p i?>");
  const texts = fc.tuple(strings, fc.constantFrom("plain", "section", "reference")).map(([text, form]) => {
    const isSection = form === "section" && !text.includes("]]>") && !text.includes("\r");
    if (isSection) return { text, xml: `<![CDATA[${text}]]>` };
    const all = [...text].map((character) => `&#${character.codePointAt(0)};`).join("");
    return { text, xml: form === "reference" ? all : encodeXmlString(text, "") };
  });
  const { element } = fc.letrec<{ element: { tree: Tree; xml: string } }>((tie) => ({
    element: fc
      .tuple(fc.option(strings, { nil: undefined }), fc.oneof(texts, fc.array(tie("element"), { maxLength: 4 })), noise)
      .map(([attribute, content, extra]) => {
        const tag = attribute === undefined ? "" : ` a="${encodeXmlAttribute(attribute, "")}"`;
        if (!Array.isArray(content)) {
          return { tree: ["t", attribute, content.text], xml: `<t${tag}>${content.xml}</t>` };
        }
        const inner = content.map(({ xml }) => extra + xml).join("") + extra;
        return { tree: ["e", attribute, content.map(({ tree }) => tree)], xml: `<e${tag}>${inner}</e>` };
      }),
  }));

  it("is read as it was written, in whatever form", () => {
    fc.assert(
      fc.property(element, ({ tree, xml }) => {
        expect(treeOf(xml)).toEqual(tree);
      }),
    );
  });

  it("is read or refused, whatever happens to its text", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom("<", ">", "/", "&", '"', "]]>", "<!", "a", " ")));
    fc.assert(
      fc.property(element, edits, ({ xml }, changes) => {
        const broken = changes.reduce((text, [place, change]) => {
          const offset = place % (text.length + 1);
          return text.slice(0, offset) + change + text.slice(offset + 1);
        }, xml);
        try {
          treeOf(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
    );
  });
});
