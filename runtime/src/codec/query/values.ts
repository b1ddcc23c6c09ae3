import { EncodeError, unwritable } from "../codec-errors.js";
import { setMember } from "../objects.js";
import { parseForm, type FormNode } from "./form.js";

/** Reads the value that stands at and below a place of a form. */
export type DecodeQuery<T> = (form: FormNode) => T;

/** Writes a value as pairs, each with its `&`; `key` is the key so far, `where` the member or shape that an EncodeError names. */
export type EncodeQuery<T> = (value: T, key: string, where: string) => string;

const unreserved = /^[\w.~-]*$/;

/** A string as the value of a pair: only unreserved characters stay as they are (RFC 3986, section 2.3). */
export function encodeQueryString(value: string, where: string): string {
  if (typeof value !== "string") throw unwritable(where, "a string", value);
  if (unreserved.test(value)) return value;
  try {
    return encodeURIComponent(value).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw new EncodeError(where, "the string has half of a surrogate pair");
  }
}

/** Where the items of a list stand below its key: `.member` and the number, or the number alone. */
export interface QueryListForm {
  /** `.member`; empty for a flattened list. */
  readonly infix: string;
  /** Whether a list without items is written, as a key without a value (awsQuery). */
  readonly writesEmpty: boolean;
}

/** A list: its items are numbered from 1. Items that have no pairs of their own leave a key without a value, to keep their place. */
export function encodeQueryList<T>(
  list: readonly (T | null)[],
  key: string,
  where: string,
  { infix, writesEmpty }: QueryListForm,
  encodeItem: EncodeQuery<T>,
): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  if (list.length === 0) return writesEmpty ? `${key}=` : "";
  let form = "";
  for (let index = 0; index < list.length; index++) {
    form += encodePart(list[index] as T | null, `${key}${infix}.${index + 1}`, where, encodeItem);
  }
  return form;
}

/** What stands below the key of a map: `.entry`, or nothing for a flattened one, and the names of an entry's parts. */
export interface QueryMapForm {
  readonly infix: string;
  readonly key: string;
  readonly value: string;
}

/** A map: its entries are numbered from 1, in the order in which they were inserted. An empty one leaves no trace. */
export function encodeQueryMap<T>(
  map: Readonly<Record<string, T | null>>,
  key: string,
  where: string,
  names: QueryMapForm,
  encodeValue: EncodeQuery<T>,
): string {
  if (typeof map !== "object" || map === null) throw unwritable(where, "an object", map);
  let form = "";
  let number = 0;
  for (const name of Object.keys(map)) {
    const value = map[name] as T | null | undefined;
    if (value === undefined) continue;
    const entry = `${key}${names.infix}.${++number}.`;
    form += `${entry}${names.key}=${encodeQueryString(name, where)}`;
    form += encodePart(value, entry + names.value, where, encodeValue);
  }
  return form;
}

function encodePart<T>(value: T | null, key: string, where: string, encode: EncodeQuery<T>): string {
  if (value === null) throw new EncodeError(where, "forms have no null");
  const form = encode(value, key, where);
  return form === "" ? `${key}=` : form;
}

/**
 * A server's read of a list whose items are numbered from 1.
 *
 * @param item `member`, or what stands for it; nothing for a flattened list.
 */
export function decodeQueryList<T>(form: FormNode, item: string | undefined, decodeItem: DecodeQuery<T>): T[] {
  return numbered(form, item).map(decodeItem);
}

/** A server's read of a map whose entries are numbered from 1. Of entries with the same key the last one counts. */
export function decodeQueryMap<T>(
  form: FormNode,
  { infix, key, value }: QueryMapForm,
  decodeValue: DecodeQuery<T>,
): Record<string, T> {
  const map: Record<string, T> = {};
  for (const entry of numbered(form, infix === "" ? undefined : infix.slice(1))) {
    const part = (name: string): FormNode =>
      entry.child(name) ?? entry.refuse(`expected an entry with ${key} and ${value}`);
    setMember(map, part(key).text(), decodeValue(part(value)));
  }
  return map;
}

/** The one member of a union that a form has. */
export function decodeQueryUnion(form: FormNode): FormNode {
  const [member, second] = form.members();
  if (member === undefined) return form.refuse("expected a union with one member, but found none");
  return second === undefined ? member : form.refuse("expected a union with one member, but found several");
}

/** `smithy.api#Unit` in a union: a key without a value. */
export function decodeQueryUnit(form: FormNode): Record<string, never> {
  form.refuseText();
  return {};
}

/** A form without pairs: what a required structure is read from that left none. */
export function emptyForm(): FormNode {
  return parseForm("");
}

const isNumber = /^[1-9]\d{0,14}$/;

/**
 * The places below the key of a list or map in the order of their numbers. An empty one is a key without a value. Numbers may be missing: clients
 * count items that leave nothing in the form, such as structures without members.
 */
function numbered(form: FormNode, segment: string | undefined): readonly FormNode[] {
  const isWrapped = segment !== undefined && form.size > 0;
  const expected = segment === undefined ? "keys" : `keys with ${segment}`;
  const around = isWrapped ? form.child(segment) : form;
  if (around === undefined || (isWrapped && form.size > 1))
    return form.refuse(`expected only ${expected} and a number`);
  form.refuseText();
  around.refuseText();
  const places = [...around.members()].map((place) => {
    return isNumber.test(place.name) ? place : around.refuse(`expected ${expected} numbered from 1`);
  });
  return places.toSorted((left, right) => Number(left.name) - Number(right.name));
}
