import { DecodeError, escapePointer, locate } from "../codec-errors.js";
import type { DecodeText } from "../text/scalars.js";
import { decodeAttributeText, decodeCharacters, findForbidden } from "./characters.js";
import { endOfName, isSpace, skipSpace } from "./names.js";

/** Elements that may stand in each other. Values of a model that fits on a stack never come near it. */
const maximumDepth = 500;
const maximumAttributes = 250;

/**
 * Reads XML 1.0 from the start to the end, one step a call, in time linear in the text: whoever reads knows what to expect, so that no
 * tree is built. Refused: document types (and with them every entity but the five of XML), tags that do not match, what XML has no
 * characters for, more than 500 elements in each other. Prefixes of namespaces are part of the names.
 *
 * ```ts
 * while (xml.next()) {
 *   if (xml.name === "size") size = xml.scalar(decodeTextLong);
 *   else xml.skip();
 * }
 * ```
 */
export class XmlReader {
  /** The name of the element that {@link next} has found, with its prefix. Its contents must be read before the next step. */
  name = "";
  /** Whether text between elements and blanks around numbers are left out, as clients want it; a server refuses them. */
  readonly isTolerant: boolean;
  readonly #text: string;
  /** Whether no run of characters needs a second look: the text has no `&`, no carriage return and no `]]>`. */
  readonly #isPlain: boolean;
  #offset = 0;
  /** Where the end tag began that was read last. */
  #endTag = 0;
  /** The element whose end was read last. */
  #left = "";
  /** The names of the elements around the place that is read. */
  readonly #open: string[] = [];
  /** Whether the element in hand is an empty-element tag, so that its end is no tag of its own. */
  #isEmpty = false;
  #attributes: Map<string, string> | undefined;

  /** Reads up to the root element, which is then in hand. @throws DecodeError for text that is not XML. */
  constructor(text: string, isTolerant = false) {
    this.#text = text;
    this.isTolerant = isTolerant;
    this.#isPlain = !/[&\r]|\]\]>/.test(text);
    if (findForbidden(text) !== undefined) this.#fail("it has characters that XML does not have");
    this.#offset = this.#skipDeclaration();
    this.#advance(false);
  }

  /** The next element in the one that is in hand; false at its end, when the one around it is in hand again. */
  next(): boolean {
    return this.#advance(!this.isTolerant);
  }

  /** The text of the element in hand, which must have no elements of its own. */
  text(): string {
    if (this.#isEmpty) {
      this.#leave();
      return "";
    }
    const start = this.#offset;
    const end = this.#text.indexOf("<", start);
    if (this.#text.charCodeAt(end + 1) !== slash || end < 0) return this.#textInParts(start);
    const value = this.#characters(start, end);
    this.#close(end);
    return value;
  }

  /** A value that the text of the element in hand stands for. */
  scalar<T>(decode: DecodeText<T>): T {
    const text = this.text();
    try {
      return decode(this.isTolerant ? text.trim() : text, "");
    } catch (error) {
      throw locate(error, this.#path(), this.name);
    }
  }

  /** The value of an attribute of the element that {@link next} has just found. */
  attribute<T>(name: string, decode: DecodeText<T>): T | undefined {
    const text = this.#attributes?.get(name);
    if (text === undefined) return undefined;
    try {
      return decode(text, "");
    } catch (error) {
      throw locate(error, this.#path(), name);
    }
  }

  /** Leaves the element in hand with all that is in it. */
  skip(): void {
    const depth = this.#open.length;
    while (this.#open.length >= depth) this.#advance(false);
  }

  /** {@link skip}, and what was left out as it is written. */
  raw(): string {
    const start = this.#offset;
    const isEmpty = this.#isEmpty;
    this.skip();
    return isEmpty ? "" : this.#text.slice(start, this.#endTag);
  }

  /** For an element that has no place where it is: a client leaves it out, a server refuses the text. */
  unexpected(expected: string): void {
    if (!this.isTolerant) this.refuse(`expected ${expected}, but found another element`);
    this.skip();
  }

  /** Refuses what was read last. */
  refuse(problem: string): never {
    throw new DecodeError(this.#path(), problem);
  }

  /** Refuses the element whose end was read last: what should have been in it was not. */
  refuseLeft(problem: string): never {
    throw new DecodeError(this.#open.length === 0 ? "" : `${this.#path()}/${escapePointer(this.#left)}`, problem);
  }

  /** Checks that nothing but comments follows the root element. */
  end(): void {
    let offset = this.#offset;
    for (;;) {
      offset = skipSpace(this.#text, offset);
      if (offset === this.#text.length) return;
      if (!trailing.test(this.#text.slice(offset, offset + 2))) this.#fail("something follows the root element");
      offset = this.#skipMarkup(offset) ?? offset;
    }
  }

  #advance(refusesText: boolean): boolean {
    if (this.#isEmpty) {
      this.#leave();
      return false;
    }
    const text = this.#text;
    let start = this.#offset;
    for (;;) {
      const tag = text.indexOf("<", start);
      if (tag < 0) this.#fail("it ends too early");
      if (tag > start && (refusesText || !this.#isPlain || this.#open.length === 0)) {
        this.#checkText(start, tag, refusesText || this.#open.length === 0);
      }
      const code = text.charCodeAt(tag + 1);
      if (code === slash) {
        this.#close(tag);
        return false;
      }
      if (code !== exclamation && code !== question) {
        this.#openTag(tag);
        return true;
      }
      const after = this.#skipMarkup(tag);
      if (after === undefined) {
        // The text of a section counts as if it stood there without it.
        const end = this.#endOfSection(tag);
        if (refusesText) this.#checkText(tag + sectionStart.length, end, true);
        start = end + sectionEnd.length;
      } else start = after;
    }
  }

  #checkText(start: number, end: number, mustBeBlank: boolean): void {
    if (mustBeBlank) {
      if (skipSpace(this.#text, start) < end) {
        if (this.#open.length === 0) this.#fail("it does not begin with an element");
        this.refuse("expected elements, but found text");
      }
    } else this.#characters(start, end);
  }

  #openTag(tag: number): void {
    if (this.#open.length >= maximumDepth) this.#fail(`elements nest more than ${maximumDepth} deep`);
    const text = this.#text;
    const end = endOfName(text, tag + 1);
    if (end === tag + 1) this.#fail("an element has no name");
    const name = text.slice(tag + 1, end);
    this.name = name;
    this.#open.push(name);
    this.#attributes = undefined;
    this.#isEmpty = false;
    const code = text.charCodeAt(end);
    this.#offset = code === greater ? end + 1 : this.#restOfTag(end);
  }

  /** What stands in a start tag behind the name: attributes, and the slash of an empty element. */
  #restOfTag(start: number): number {
    const text = this.#text;
    let offset = start;
    for (;;) {
      const place = skipSpace(text, offset);
      const code = text.charCodeAt(place);
      if (code === greater) return place + 1;
      if (code === slash && text.charCodeAt(place + 1) === greater) {
        this.#isEmpty = true;
        return place + 2;
      }
      if (place === offset) this.#fail("a start tag is broken");
      offset = this.#readAttribute(place);
    }
  }

  #readAttribute(start: number): number {
    const text = this.#text;
    const end = endOfName(text, start);
    const equals = skipSpace(text, end);
    const quote = skipSpace(text, equals + 1);
    const mark = text.charCodeAt(quote);
    if (end === start || text.charCodeAt(equals) !== equal || (mark !== 0x22 && mark !== 0x27)) {
      this.#fail("an attribute is broken");
    }
    const close = text.indexOf(text.charAt(quote), quote + 1);
    const value = text.slice(quote + 1, close);
    if (close < 0 || value.includes("<")) this.#fail("an attribute is broken");
    const attributes = (this.#attributes ??= new Map());
    const name = text.slice(start, end);
    if (attributes.has(name)) this.#fail("an attribute stands twice in a tag");
    if (attributes.size >= maximumAttributes) this.#fail(`a tag has more than ${maximumAttributes} attributes`);
    attributes.set(name, decodeAttributeText(value) ?? this.#fail("it has a reference that XML does not know"));
    return close + 1;
  }

  /** Reads the end tag of the element in hand. */
  #close(tag: number): void {
    const text = this.#text;
    const name = this.#open.at(-1);
    if (name === undefined || !text.startsWith(name, tag + 2)) this.#fail("an end tag has no start tag");
    let end = tag + 2 + name.length;
    if (text.charCodeAt(end) !== greater) {
      end = skipSpace(text, end);
      if (text.charCodeAt(end) !== greater) this.#fail("an end tag has no start tag");
    }
    this.#open.pop();
    this.#left = name;
    this.#endTag = tag;
    this.#offset = end + 1;
  }

  #leave(): void {
    this.#left = this.#open.pop() ?? "";
    this.#isEmpty = false;
  }

  /** Text with comments or sections in it. */
  #textInParts(from: number): string {
    const text = this.#text;
    let value = "";
    let start = from;
    for (;;) {
      const tag = text.indexOf("<", start);
      if (tag < 0) this.#fail("it ends too early");
      value += this.#characters(start, tag);
      const code = text.charCodeAt(tag + 1);
      if (code === slash) {
        this.#close(tag);
        return value;
      }
      if (code !== exclamation && code !== question) this.refuse("expected text, but found an element");
      const after = this.#skipMarkup(tag);
      if (after === undefined) {
        const end = this.#endOfSection(tag);
        value += text.slice(tag + sectionStart.length, end).replace(/\r\n?/g, "\n");
        start = end + sectionEnd.length;
      } else start = after;
    }
  }

  #characters(start: number, end: number): string {
    const raw = this.#text.slice(start, end);
    if (this.#isPlain) return raw;
    return decodeCharacters(raw) ?? this.#fail("it has a reference that XML does not know, or ]]> in a text");
  }

  /** The end of a comment or processing instruction; undefined for a CDATA section within an element. */
  #skipMarkup(tag: number): number | undefined {
    const text = this.#text;
    if (text.startsWith("<!--", tag)) {
      const end = text.indexOf("--", tag + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== greater) this.#fail("a comment is broken");
      return end + 3;
    }
    if (text.startsWith("<?", tag)) {
      const end = text.indexOf("?>", tag + 2);
      const nameEnd = endOfName(text, tag + 2);
      const isDeclaration = text.slice(tag + 2, nameEnd).toLowerCase() === "xml";
      if (end < 0 || nameEnd === tag + 2 || nameEnd > end || isDeclaration) this.#fail("an instruction is broken");
      return end + 2;
    }
    if (text.startsWith("<!DOCTYPE", tag)) this.#fail("it has a document type, which is not allowed");
    if (this.#open.length > 0 && text.startsWith(sectionStart, tag)) return undefined;
    this.#fail("it has markup that XML does not know");
  }

  #endOfSection(tag: number): number {
    const end = this.#text.indexOf(sectionEnd, tag + sectionStart.length);
    if (end < 0) this.#fail("it ends too early");
    return end;
  }

  /** The XML declaration. Only texts in UTF-8 arrive here, so that no other encoding can be right. */
  #skipDeclaration(): number {
    const text = this.#text;
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (!text.startsWith("<?xml", start) || !isSpace(text.charCodeAt(start + 5))) return start;
    declaration.lastIndex = start;
    const match = declaration.exec(text);
    if (match === null) this.#fail("the XML declaration is broken");
    const encoding = match.groups?.["encoding"]?.slice(1, -1).toLowerCase() ?? "utf-8";
    if (encoding !== "utf-8" && encoding !== "us-ascii" && encoding !== "utf8") this.#fail("its encoding is not UTF-8");
    return declaration.lastIndex;
  }

  /** The JSON pointer to the element in hand, below the root. */
  #path(): string {
    return this.#open
      .slice(1)
      .map((name) => `/${escapePointer(name)}`)
      .join("");
  }

  #fail(problem: string): never {
    throw new DecodeError("", `it is not XML: ${problem}`);
  }
}

const slash = 0x2f;
const equal = 0x3d;
const greater = 0x3e;
const exclamation = 0x21;
const question = 0x3f;
const trailing = /^<[!?]/;
const sectionStart = "<![CDATA[";
const sectionEnd = "]]>";

const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[01]"|'1\.[01]')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?<encoding>"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"yes"|"no"|'yes'|'no'))?[ \t\r\n]*\?>/y;
