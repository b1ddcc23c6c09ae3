import { unescapeUri } from "../bindings/query.js";
import type { QueryParameters } from "../bindings/query.js";
import type { HttpWireOperation, OptionalLiteral } from "./http-wire.js";

/** An operation that a request's path leads to, with what the labels stand for. */
export interface HttpMatch {
  readonly entry: HttpWireOperation;
  /** As they stand in the path, escapes included. */
  readonly labels: readonly string[];
}

type Literal = readonly [name: string, value: string];

interface Leaf {
  readonly entry: HttpWireOperation;
  /** Those that every request of the operation has. */
  readonly literals: readonly Literal[];
  /** That which a request may lack, if it has what tells the operation besides. */
  readonly optional?: (OptionalLiteral & { readonly value: string }) | undefined;
}

/** What a router looks at besides the path. */
export interface RoutedParts {
  readonly query: QueryParameters;
  /** A header's value. `name` is in lower case. */
  header(name: string): string | undefined;
}

interface Branch {
  readonly literals: Map<string, Branch>;
  label?: Branch;
  /** Patterns whose label takes any number of segments, with the segments behind it. */
  readonly greedy: { readonly suffix: readonly string[]; readonly leaf: Leaf }[];
  readonly leaves: Leaf[];
}

const newBranch = (): Branch => ({ literals: new Map(), greedy: [], leaves: [] });

/**
 * Finds the operations of a path: literal segments before labels, labels before those that take several segments, and of the
 * operations at one place those with more query literals first (Smithy 2.0, "URI pattern", specificity).
 */
export class HttpRouter {
  readonly #root = newBranch();

  constructor(operations: readonly HttpWireOperation[]) {
    for (const entry of operations) this.#add(entry);
  }

  #add(entry: HttpWireOperation): void {
    const [path = "", query = ""] = entry.uri.split("?");
    const leaf = leafOf(entry, literalsOf(query));
    const segments = segmentsOf(path);
    let branch = this.#root;
    for (const [index, segment] of segments.entries()) {
      if (segment.endsWith("+}")) {
        branch.greedy.push({ suffix: segments.slice(index + 1), leaf });
        branch.greedy.sort((left, right) => compareGreedy(left, right));
        return;
      }
      branch = segment.startsWith("{") ? (branch.label ??= newBranch()) : childOf(branch, segment);
    }
    branch.leaves.push(leaf);
    branch.leaves.sort(compareLeaves);
  }

  /** The most specific operation that has the method; else those of the path with other methods. */
  find(method: string, path: string, parts: RoutedParts): HttpMatch | { readonly methods: readonly string[] } {
    const methods = new Set<string>();
    const fits = (leaf: Leaf): boolean => {
      if (!fitsParts(leaf, parts)) return false;
      methods.add(leaf.entry.method);
      return leaf.entry.method === method;
    };
    const found = search(
      this.#root,
      { segments: segmentsOf(path), ending: path.endsWith("/") ? "/" : "", fits },
      0,
      [],
    );
    return found ?? { methods: [...methods] };
  }
}

function literalsOf(query: string): readonly Literal[] {
  return query.split("&").flatMap((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return name === "" ? [] : [[name, value] as const];
  });
}

function leafOf(entry: HttpWireOperation, all: readonly Literal[]): Leaf {
  const { optionalLiteral } = entry;
  const named = all.find(([name]) => name === optionalLiteral?.name);
  if (optionalLiteral === undefined || named === undefined) return { entry, literals: all };
  const literals = all.filter((literal) => literal !== named);
  return { entry, literals, optional: { ...optionalLiteral, value: named[1] } };
}

/** More literals first, then more of what tells an operation besides. */
function compareLeaves(left: Leaf, right: Leaf): number {
  return right.literals.length - left.literals.length || toldBy(right) - toldBy(left);
}

function toldBy({ optional }: Leaf): number {
  return optional === undefined ? 0 : optional.query.length + optional.headers.length;
}

function fitsParts({ literals, optional }: Leaf, { query, header }: RoutedParts): boolean {
  if (!literals.every(([name, value]) => query.get(name)?.includes(value) === true)) return false;
  if (optional === undefined) return true;
  const named = query.get(optional.name);
  if (named !== undefined) return named.includes(optional.value);
  return (
    optional.query.every((name) => query.get(name) !== undefined) &&
    optional.headers.every((name) => header(name) !== undefined)
  );
}

/** The segments of a path: `/a/b/` has two. */
function segmentsOf(path: string): readonly string[] {
  const segments = path.split("/").slice(1);
  return segments.at(-1) === "" ? segments.slice(0, -1) : segments;
}

function childOf(branch: Branch, segment: string): Branch {
  let child = branch.literals.get(segment);
  if (child === undefined) branch.literals.set(segment, (child = newBranch()));
  return child;
}

function compareGreedy(left: Branch["greedy"][number], right: Branch["greedy"][number]): number {
  return right.suffix.length - left.suffix.length || compareLeaves(left.leaf, right.leaf);
}

/** What is looked for. */
interface Search {
  readonly segments: readonly string[];
  /** The slash at the end, which is no segment, but what a label that takes several of them may end with. */
  readonly ending: "" | "/";
  readonly fits: (leaf: Leaf) => boolean;
}

function search(branch: Branch, wanted: Search, index: number, labels: readonly string[]): HttpMatch | undefined {
  const { segments, fits } = wanted;
  if (index === segments.length) {
    const leaf = branch.leaves.find(fits);
    return leaf === undefined ? undefined : { entry: leaf.entry, labels };
  }
  const segment = segments[index] ?? "";
  const literal = branch.literals.get(segment) ?? branch.literals.get(unescapeUri(segment));
  const byLiteral = literal === undefined ? undefined : search(literal, wanted, index + 1, labels);
  if (byLiteral !== undefined) return byLiteral;
  if (branch.label !== undefined && segment !== "") {
    const found = search(branch.label, wanted, index + 1, [...labels, segment]);
    if (found !== undefined) return found;
  }
  return searchGreedy(branch, wanted, segments.slice(index), labels);
}

function searchGreedy(
  { greedy }: Branch,
  { ending, fits }: Search,
  rest: readonly string[],
  labels: readonly string[],
): HttpMatch | undefined {
  for (const { suffix, leaf } of greedy) {
    const taken = rest.length - suffix.length;
    if (taken < 1) continue;
    const own = rest.slice(0, taken).join("/") + (suffix.length === 0 ? ending : "");
    const behind = rest.slice(taken);
    const matches = suffix.every((part, index) => part.startsWith("{") || part === unescapeUri(behind[index] ?? ""));
    if (!matches || own === "" || !fits(leaf)) continue;
    const later = suffix.flatMap((part, index) => (part.startsWith("{") ? [behind[index] ?? ""] : []));
    return { entry: leaf.entry, labels: [...labels, own, ...later] };
  }
  return undefined;
}
