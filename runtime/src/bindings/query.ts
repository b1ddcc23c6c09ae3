import { unwritable } from "../codec/codec-errors.js";
import { isPresent, setMember } from "../codec/objects.js";
import type { EncodeText } from "./headers.js";
import { escapeUri } from "./paths.js";

/** A query string with one more parameter: `?a=1` and `&b=2` behind it. */
export function addQuery(query: string, name: string, text: string, where: string): string {
  return `${query}${query === "" ? "?" : "&"}${name}=${escapeUri(text, where)}`;
}

/** {@link addQuery} once for each item. */
export function addQueryList<T>(
  query: string,
  name: string,
  list: readonly T[],
  where: string,
  encodeItem: EncodeText<T>,
): string {
  if (!Array.isArray(list)) throw unwritable(where, "a list", list);
  return list.reduce((text: string, item: T) => addQuery(text, name, encodeItem(item, where), where), query);
}

/** A parameter for each entry of a map, but for those that stand in the query already (Smithy 2.0, "httpQueryParams trait"). */
export function addQueryMap(
  query: string,
  map: Readonly<Record<string, string | readonly string[] | null>>,
  where: string,
): string {
  const taken = parseQuery(query.slice(1));
  let text = query;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (taken.has(key) || !isPresent(value)) continue;
    const name = escapeUri(key, where);
    text =
      typeof value === "string"
        ? addQuery(text, name, value, where)
        : addQueryList(text, name, value, where, (item) => item);
  }
  return text;
}

/** The parameters of a query string, each with its values in order. */
export type QueryParameters = ReadonlyMap<string, readonly string[]>;

/** Reads a query string without its question mark. A parameter without `=` is empty; what is not UTF-8 stays escaped. */
export function parseQuery(query: string): QueryParameters {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = unescapeQuery(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? "" : unescapeQuery(pair.slice(equals + 1));
    const values = parameters.get(name);
    if (values === undefined) parameters.set(name, [value]);
    else values.push(value);
  }
  return parameters;
}

function unescapeQuery(text: string): string {
  return unescapeUri(text.replaceAll("+", " "));
}

/** What percent-encoded text stands for; the text itself where that is not UTF-8. */
export function unescapeUri(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** All parameters as a map of the first value of each. */
export function queryMap(parameters: QueryParameters): Record<string, string> | undefined {
  if (parameters.size === 0) return undefined;
  const map: Record<string, string> = {};
  for (const [name, [first = ""]] of parameters) setMember(map, name, first);
  return map;
}

/** All parameters as a map of the values of each. */
export function queryListMap(parameters: QueryParameters): Record<string, string[]> | undefined {
  if (parameters.size === 0) return undefined;
  const map: Record<string, string[]> = {};
  for (const [name, values] of parameters) setMember(map, name, [...values]);
  return map;
}
