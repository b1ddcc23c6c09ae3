import type { XmlCursor } from "./xml-cursor.js";

const attributeNames = ["version", "encoding", "standalone"] as const;

type AttributeName = (typeof attributeNames)[number];

/** `XMLDecl`, where a text begins with one. Elsewhere `<?xml` is a processing instruction that is not allowed. */
export function takeXmlDeclaration(cursor: XmlCursor): void {
  if (/^<\?xml(?:\s+(?:version\s*(?:=\s*(?:["'][\d.]*)?)?)?)?$/.test(cursor.text))
    cursor.fail("Premature end of file.");
  if (!/^<\?xml[ \t\r\n]/.test(cursor.text)) return;
  cursor.offset = "<?xml".length;
  let expected: readonly AttributeName[] = attributeNames;
  cursor.skipSpace();
  while (!cursor.take("?")) {
    const name = takeAttributeName(cursor);
    if (expected.includes("version") && name !== "version")
      cursor.fail("The version is required in the XML declaration.");
    if (!expected.includes(name)) cursor.fail("A pseudo attribute name is expected.");
    checkValue(cursor, name, takeValue(cursor, name));
    expected = expected.slice(expected.indexOf(name) + 1);
    cursor.skipSpace();
  }
  if (expected.includes("version")) cursor.fail("The version is required in the XML declaration.");
  if (!cursor.take(">")) cursor.failHere('The XML declaration must end with "?>".');
}

function takeAttributeName(cursor: XmlCursor): AttributeName {
  const name = attributeNames.find((candidate) => cursor.take(candidate));
  return name ?? cursor.failHere("A pseudo attribute name is expected.");
}

function takeValue(cursor: XmlCursor, name: AttributeName): string {
  cursor.skipSpace();
  if (!cursor.take("=")) cursor.failHere(`The ' = ' character must follow "${name}" in the XML declaration.`);
  cursor.skipSpace();
  const quote = ['"', "'"].find((candidate) => cursor.take(candidate));
  if (quote === undefined) {
    cursor.failHere(`The value following "${name}" in the XML declaration must be a quoted string.`);
  }
  const start = cursor.offset;
  cursor.skipPast(quote);
  return cursor.text.slice(start, cursor.offset - 1);
}

function checkValue(cursor: XmlCursor, name: AttributeName, value: string): void {
  if (name === "version" && value !== "1.0" && value !== "1.1") {
    cursor.fail(`XML version "${value}" is not supported, only XML 1.0 is supported.`);
  }
  if (name === "standalone" && value !== "yes" && value !== "no") {
    cursor.fail(`The standalone document declaration value must be "yes" or "no", not "${value}".`);
  }
}
