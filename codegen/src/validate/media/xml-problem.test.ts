import { expect, it } from "vitest";
import { xmlProblem } from "./xml-problem.js";

const unfinished = "XML document structures must start and end within the same entity.";

it.each<[string, string | undefined]>([
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- x --><a b="&lt;" c=\'&#x41;\'><b/>é<![CDATA[<]]><?p q?></a>\n',
    undefined,
  ],
  [" ", "Premature end of file."],
  ["{}", "Content is not allowed in prolog."],
  ["<a/>x", "Content is not allowed in trailing section."],
  ["<a/><b/>", "The markup in the document following the root element must be well-formed."],
  ["<1/>", "The markup in the document preceding the root element must be well-formed."],
  [
    "<!DOCTYPE a><a/>",
    'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
  ],
  ["<a><b></a>", 'The element type "b" must be terminated by the matching end-tag "</b>".'],
  ["<a></a b>", "The end-tag for element type \"a\" must end with a '>' delimiter."],
  ['<a b="1" b="2"/>', 'Attribute "b" was already specified for element "a".'],
  ["<a b/>", 'Attribute name "b" associated with an element type "a" must be followed by the \' = \' character.'],
  ["<a b=1/>", 'Open quote is expected for attribute "b" associated with an  element type  "a".'],
  [
    '<a b="<"/>',
    'The value of attribute "b" associated with an element type "a" must not contain the \'<\' character.',
  ],
  ['<a b="1"c="2"/>', 'Element type "a" must be followed by either attribute specifications, ">" or "/>".'],
  ["<a>&b;</a>", 'The entity "b" was referenced, but not declared.'],
  ["<a>&b</a>", "The reference to entity \"b\" must end with the ';' delimiter."],
  ["<a>& </a>", "The entity name must immediately follow the '&' in the entity reference."],
  ["<a>&#0;</a>", 'Character reference "&#0" is an invalid XML character.'],
  ["<a>\u0001</a>", "An invalid XML character (Unicode: 0x1) was found in the element content of the document."],
  [
    "<a>]]></a>",
    'The character sequence "]]>" must not appear in content unless used to mark the end of a CDATA section.',
  ],
  ["<a><!-- -- --></a>", 'The string "--" is not permitted within comments.'],
  ["<a><![CDATA x]]></a>", "The content of elements must consist of well-formed character data or markup."],
  ['<a/><?xml version="1.0"?>', 'The processing instruction target matching "[xX][mM][lL]" is not allowed.'],
  ['<?xml version="2.0"?><a/>', 'XML version "2.0" is not supported, only XML 1.0 is supported.'],
  ["<a", unfinished],
  ["<a>".repeat(100_000), unfinished],
])("of %.30j is %j", (text, problem) => {
  expect(xmlProblem(text)).toBe(problem);
});
