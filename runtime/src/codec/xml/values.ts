import { DecodeError, unwritable, EncodeError } from "../codec-errors.js";
import { setMember } from "../objects.js";
import { encodeXmlString } from "./characters.js";
import { XmlReader } from "./reader.js";

/** Reads the element in hand of a reader to its end. */
export type ReadXml<T> = (xml: XmlReader) => T;

/** Writes what stands between the tags that others write; `where` is the member or shape that an EncodeError names. */
export type EncodeXml<T> = (value: T, where: string) => string;

/**
 * A server's read of a whole document.
 *
 * @throws DecodeError for text that is not XML, for a root element of another name, and for what the model refuses.
 */
export function decodeXmlDocument<T>(text: string, root: string, read: ReadXml<T>): T {
  const xml = new XmlReader(text);
  if (xml.name !== root) throw new DecodeError("", `expected the root element ${root}, but found another`);
  const value = read(xml);
  xml.end();
  return value;
}

/** A client's read of a whole document, whatever its root element is called. */
export function receiveXmlDocument<T>(text: string, read: ReadXml<T>): T {
  const xml = new XmlReader(text, true);
  const value = read(xml);
  xml.end();
  return value;
}

/** A list whose items are elements in the one in hand (Smithy 2.0, "Wrapped list serialization"). */
export function readXmlList<T>(xml: XmlReader, item: string, read: ReadXml<T>): T[] {
  const items: T[] = [];
  while (xml.next()) {
    if (xml.name === item) items.push(read(xml));
    else xml.unexpected(`elements called ${item}`);
  }
  return items;
}

/** A list with the item in hand behind those that were read of it (Smithy 2.0, "Flattened list serialization"). */
export function readXmlItem<T>(items: readonly T[] | undefined, item: T): T[] {
  // Nobody else has the list yet.
  const list = (items ?? []) as T[];
  list.push(item);
  return list;
}

/** The names of the elements of a map's entry, and what reads its value. */
export interface XmlEntry<T> {
  readonly key: string;
  readonly value: string;
  readonly read: ReadXml<T>;
}

/** `smithy.api#Unit` in a union: an element of which nothing counts. */
export function readXmlUnit(xml: XmlReader): Record<string, never> {
  xml.skip();
  return {};
}

/** Refuses a member of a union behind another one. */
export function refuseSecondMember(xml: XmlReader, found: unknown): void {
  if (found !== undefined) xml.refuse("expected a union with one member, but found several");
}

/** A reader of an element without contents: what a client reads where a required structure is missing. */
export function emptyElement(): XmlReader {
  return new XmlReader("<x/>", true);
}

/** A map whose entries are elements in the one in hand (Smithy 2.0, "Wrapped map serialization"). */
export function readXmlMap<T>(xml: XmlReader, entry: XmlEntry<T>): Record<string, T> {
  let map: Record<string, T> = {};
  while (xml.next()) {
    if (xml.name === "entry") map = readXmlEntry(xml, map, entry);
    else xml.unexpected("elements called entry");
  }
  return map;
}

/** A map with the entry in hand beside those that were read of it (Smithy 2.0, "Flattened map serialization"). */
export function readXmlEntry<T>(
  xml: XmlReader,
  entries: Readonly<Record<string, T>> | undefined,
  { key: keyName, value: valueName, read }: XmlEntry<T>,
): Record<string, T> {
  const map: Record<string, T> = entries ?? {};
  let key: string | undefined;
  let value: { readonly read: T } | undefined;
  while (xml.next()) {
    if (xml.name === keyName) key = xml.text();
    else if (xml.name === valueName) value = { read: read(xml) };
    else xml.unexpected(`${keyName} and ${valueName}`);
  }
  if (key !== undefined && value !== undefined) setMember(map, key, value.read);
  else if (!xml.isTolerant) xml.refuseLeft(`expected an entry with ${keyName} and ${valueName}`);
  return map;
}

/**
 * The items of a list, each between `start` and `end`: `<member>`, `</member>`. Writers of structures write the end of the start tag
 * themselves, so that it is `<member` for them.
 */
export function encodeXmlItems<T>(
  list: readonly (T | null)[],
  where: string,
  start: string,
  end: string,
  encodeItem: EncodeXml<T>,
): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  let xml = "";
  for (let index = 0; index < list.length; index++) {
    const item = list[index] as T | null;
    if (item === null) throw new EncodeError(where, "XML has no form for null in a list");
    xml += start + encodeItem(item, where) + end;
  }
  return xml;
}

/** The elements of a flattened collection that a union has chosen. @throws EncodeError where there is none to tell the choice. */
export function requireElements(elements: string, where: string): string {
  if (elements === "")
    throw new EncodeError(where, "XML has no form for a flattened collection without items in a union");
  return elements;
}

/** What stands around the keys and values of a map's entries: `<entry><key>`, `</key><value>`, `</value></entry>`. */
export type XmlEntryTags = readonly [start: string, between: string, end: string];

/** The entries of a map, in the order in which they were inserted. */
export function encodeXmlEntries<T>(
  map: Readonly<Record<string, T | null>>,
  where: string,
  [start, between, end]: XmlEntryTags,
  encodeValue: EncodeXml<T>,
): string {
  if (typeof map !== "object" || map === null) throw unwritable(where, "an object", map);
  let xml = "";
  for (const key of Object.keys(map)) {
    const value = map[key] as T | null | undefined;
    if (value === undefined) continue;
    if (value === null) throw new EncodeError(where, "XML has no form for null in a map");
    xml += `${start}${encodeXmlString(key, where)}${between}${encodeValue(value, where)}${end}`;
  }
  return xml;
}
