import { parseQuery, unescapeUri, type QueryParameters } from "../bindings/query.js";
import { RefusedRequest, serializationFailure } from "./framework-errors.js";

/**
 * What the labels of a path stand for. Two texts must not become one, and constraints judge what was meant: a broken escape stands
 * for nothing (RFC 3986, section 2.1).
 *
 * @throws RefusedRequest for escapes that are no UTF-8
 */
export function unescapeLabels(labels: readonly string[]): readonly string[] {
  if (labels.some(isBroken)) throw brokenEscape("The path");
  return labels.map(unescapeUri);
}

/** The parameters of a query string, of which those with escapes that are no UTF-8 are refused when they are read. */
export function checkedQuery(text: string, parameters: QueryParameters): QueryParameters {
  if (!isBroken(text)) return parameters;
  const broken = text.split("&").filter(isBroken);
  return new CheckedQuery(parameters, new Set(broken.flatMap((pair) => [...parseQuery(pair).keys()])));
}

/** Throws a {@link RefusedRequest} for a parameter that cannot be read; one that nobody reads does not matter. */
class CheckedQuery extends Map<string, readonly string[]> {
  readonly #broken: ReadonlySet<string>;

  constructor(parameters: QueryParameters, broken: ReadonlySet<string>) {
    super();
    for (const [name, values] of parameters) this.set(name, values);
    this.#broken = broken;
  }

  override get(name: string): readonly string[] | undefined {
    if (this.#broken.has(name)) throw brokenEscape("A parameter of the query");
    return super.get(name);
  }

  /** Who reads all of them reads the broken one. */
  override [Symbol.iterator](): never {
    throw brokenEscape("A parameter of the query");
  }
}

/** Whether text has an escape that is none, or bytes that are no UTF-8: only such text stays as it is. */
function isBroken(text: string): boolean {
  return text.includes("%") && unescapeUri(text) === text;
}

function brokenEscape(what: string): RefusedRequest {
  return new RefusedRequest(serializationFailure(`${what} has an escape that is no UTF-8.`));
}
