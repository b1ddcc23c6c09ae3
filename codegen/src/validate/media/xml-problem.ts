import { unfinished, XmlCursor, XmlError } from "./xml-cursor.js";
import { takeXmlDeclaration } from "./xml-declaration.js";

const badContent = "The content of elements must consist of well-formed character data or markup.";
const noComment = 'Comment must start with "<!--".';
const noDoctype =
  'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.';

/**
 * Why a text is no well-formed XML document (Extensible Markup Language 1.0), in the words of the parser that Smithy uses; undefined for a
 * document. Document types are refused, and so are entities that they would declare.
 */
export function xmlProblem(text: string): string | undefined {
  const cursor = new XmlCursor(text);
  try {
    takeXmlDeclaration(cursor);
    takeProlog(cursor);
    takeContent(cursor, takeStartTag(cursor));
    takeTrailing(cursor);
    return undefined;
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
}

/** `prolog`: what precedes the root element, up to and with its `<`. */
function takeProlog(cursor: XmlCursor): void {
  for (;;) {
    cursor.skipSpace();
    if (cursor.isAtEnd()) cursor.fail("Premature end of file.");
    if (!cursor.take("<")) cursor.fail("Content is not allowed in prolog.");
    if (cursor.take("?")) takeInstruction(cursor);
    else if (cursor.take("!")) takePrologMarkup(cursor);
    else return;
  }
}

function takePrologMarkup(cursor: XmlCursor): void {
  if (cursor.startsWith("DOCTYPE")) cursor.fail(noDoctype);
  if (!cursor.startsWith("-"))
    cursor.failHere("The markup in the document preceding the root element must be well-formed.");
  takeComment(cursor);
}

/** `Misc*`: what follows the root element. */
function takeTrailing(cursor: XmlCursor): void {
  for (;;) {
    cursor.skipSpace();
    if (cursor.isAtEnd()) return;
    if (!cursor.take("<")) cursor.fail("Content is not allowed in trailing section.");
    if (cursor.take("?")) takeInstruction(cursor);
    else if (cursor.take("!")) takeComment(cursor);
    else cursor.failHere("The markup in the document following the root element must be well-formed.");
  }
}

/** `PI`, behind its `<?`. */
function takeInstruction(cursor: XmlCursor): void {
  const target = cursor.takeName();
  if (target === undefined) cursor.failHere("The processing instruction must begin with the name of the target.");
  if (target.toLowerCase() === "xml") {
    cursor.fail('The processing instruction target matching "[xX][mM][lL]" is not allowed.');
  }
  if (!cursor.skipSpace() && !cursor.startsWith("?>")) {
    cursor.failHere("White space is required between the processing instruction target and data.");
  }
  cursor.skipPast("?>");
}

/** `Comment`, behind its `<!`. */
function takeComment(cursor: XmlCursor): void {
  if (!cursor.take("--")) {
    if (cursor.text.length - cursor.offset < 2 && cursor.text.endsWith("-")) cursor.fail(unfinished);
    cursor.failHere(noComment);
  }
  cursor.skipPast("--");
  if (!cursor.take(">")) cursor.failHere('The string "--" is not permitted within comments.');
}

/** What a start tag opens; undefined for an empty element. */
type Opened = string | undefined;

/** `STag` or `EmptyElemTag` of the root element, behind its `<`. */
function takeStartTag(cursor: XmlCursor): Opened {
  const name = cursor.takeName();
  if (name === undefined) {
    cursor.failHere("The markup in the document preceding the root element must be well-formed.");
  }
  return takeAttributes(cursor, name);
}

function takeAttributes(cursor: XmlCursor, element: string): Opened {
  const names = new Set<string>();
  for (;;) {
    const isSeparate = cursor.skipSpace();
    if (cursor.take(">")) return element;
    if (cursor.take("/>")) return undefined;
    if (cursor.startsWith("/") && cursor.offset === cursor.text.length - 1) cursor.fail(unfinished);
    const name = isSeparate ? cursor.takeName() : undefined;
    if (name === undefined) {
      cursor.failHere(`Element type "${element}" must be followed by either attribute specifications, ">" or "/>".`);
    }
    takeAttributeValue(cursor, element, name);
    if (names.has(name)) cursor.fail(`Attribute "${name}" was already specified for element "${element}".`);
    names.add(name);
  }
}

function takeAttributeValue(cursor: XmlCursor, element: string, name: string): void {
  cursor.skipSpace();
  if (!cursor.take("=")) {
    cursor.failHere(
      `Attribute name "${name}" associated with an element type "${element}" must be followed by the ' = ' character.`,
    );
  }
  cursor.skipSpace();
  const quote = ['"', "'"].find((candidate) => cursor.take(candidate));
  if (quote === undefined) {
    cursor.failHere(`Open quote is expected for attribute "${name}" associated with an  element type  "${element}".`);
  }
  while (!cursor.take(quote)) {
    const character = cursor.current(`the value of attribute "${name}" and element is "${element}"`);
    if (character === "<") {
      cursor.fail(
        `The value of attribute "${name}" associated with an element type "${element}" must not contain the '<' character.`,
      );
    }
    cursor.offset += character.length;
    if (character === "&") cursor.takeReference();
  }
}

/** `content` of the root element and of all elements in it, with their end tags. No recursion: elements nest as deep as they like. */
function takeContent(cursor: XmlCursor, root: Opened): void {
  const open = root === undefined ? [] : [root];
  for (let element = open.at(-1); element !== undefined; element = open.at(-1)) {
    if (cursor.take("</")) {
      takeEndTag(cursor, element);
      open.pop();
    } else if (cursor.take("<?")) takeInstruction(cursor);
    else if (cursor.take("<!")) takeContentMarkup(cursor);
    else if (cursor.take("<")) {
      const name = cursor.takeName();
      if (name === undefined) cursor.failHere(badContent);
      const opened = takeAttributes(cursor, name);
      if (opened !== undefined) open.push(opened);
    } else takeCharacterData(cursor);
  }
}

function takeEndTag(cursor: XmlCursor, element: string): void {
  if (!cursor.take(element)) {
    cursor.fail(`The element type "${element}" must be terminated by the matching end-tag "</${element}>".`);
  }
  cursor.skipSpace();
  if (!cursor.take(">")) cursor.failHere(`The end-tag for element type "${element}" must end with a '>' delimiter.`);
}

/** A comment or `CDSect`, behind its `<!`. */
function takeContentMarkup(cursor: XmlCursor): void {
  if (cursor.startsWith("-")) takeComment(cursor);
  else if (cursor.take("[CDATA[")) cursor.skipPast("]]>");
  // What the parser says of a document type at a place where it expects none.
  else if (cursor.startsWith("DOCTYPE")) cursor.fail("Scanner State 24 not Recognized ");
  else cursor.failHere(badContent);
}

/** `CharData` and `Reference`. */
function takeCharacterData(cursor: XmlCursor): void {
  if (cursor.startsWith("]]>")) {
    cursor.fail(
      'The character sequence "]]>" must not appear in content unless used to mark the end of a CDATA section.',
    );
  }
  const character = cursor.current("the element content of the document");
  cursor.offset += character.length;
  if (character === "&") cursor.takeReference();
}
