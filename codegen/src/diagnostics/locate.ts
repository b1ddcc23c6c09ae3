import { isSpan, type Location, type PointerLocation, type Source, type Span } from "../source/source.js";
import type { Diagnostic } from "./diagnostic.js";
import { scanJsonTokens, stringOfToken } from "./json-tokens.js";

/**
 * The span of a location. A place in JSON is the value that its pointer names, or the nearest value around it that exists.
 * The JSON is scanned only for such a place.
 */
export function resolveLocation(location: Location): Span {
  if (isSpan(location)) return location;
  return spanOf(location, locatePointers(location.source, [location.pointer]));
}

/**
 * The same diagnostics, in the same order, with every location a span, as the functions that render them want it. Each source is scanned once.
 *
 * @returns places in JSON as the value that their pointer names, or the nearest value around it that exists
 */
export function resolveLocations(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const pointers = new Map<Source, string[]>();
  for (const location of diagnostics.flatMap(locationsOf)) {
    if (isSpan(location)) continue;
    const known = pointers.get(location.source);
    if (known === undefined) pointers.set(location.source, [location.pointer]);
    else known.push(location.pointer);
  }
  if (pointers.size === 0) return diagnostics;
  const spans = new Map([...pointers].map(([source, wanted]) => [source, locatePointers(source, wanted)]));
  const resolve = (location: Location): Span =>
    isSpan(location) ? location : spanOf(location, spans.get(location.source) ?? new Map<string, Span>());
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    location: diagnostic.location && resolve(diagnostic.location),
    related: diagnostic.related?.map(({ message, location }) => ({ message, location: resolve(location) })),
  }));
}

function locationsOf({ location, related = [] }: Diagnostic): Location[] {
  const others = related.map((entry) => entry.location);
  return location === undefined ? others : [location, ...others];
}

/** The span of the pointer, or of its longest prefix that has one. */
function spanOf({ source, pointer }: PointerLocation, spans: ReadonlyMap<string, Span>): Span {
  for (let end = pointer.length; end >= 0; end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1)) {
    const span = spans.get(pointer.slice(0, end));
    if (span !== undefined) return span;
  }
  return { source, start: 0, end: 0 };
}

/** An object or array that is open while scanning. */
interface Container {
  readonly pointer: string;
  readonly start: number;
  /** The next index of an array; absent for an object. */
  index?: number;
  /** The last key of an object. */
  key: string;
  /** False when nothing wanted lies inside, so that its pointers need not be built. */
  readonly isWanted: boolean;
}

/**
 * Where the wanted values, and those around them, are in a JSON text. Goes over the tokens without recursion, and over text
 * that is not JSON too. Of a key that stands twice, the last counts, as in `JSON.parse`.
 */
function locatePointers(source: Source, wanted: readonly string[]): ReadonlyMap<string, Span> {
  const interesting = prefixesOf(wanted);
  return locateValues(source, (pointer) => interesting.has(pointer));
}

/** Where members of members are, six deep: as deep as a trait of a member of a shape lies. */
const indexedDepth = 6;
const indexes = new WeakMap<Source, ReadonlyMap<string, Span>>();

/** The span of a location, for callers that ask for many places of one text: it is scanned once. */
export function resolveIndexed(location: Location): Span {
  if (isSpan(location)) return location;
  const { source } = location;
  let index = indexes.get(source);
  if (index === undefined) {
    index = locateValues(source, (_, depth) => depth <= indexedDepth);
    indexes.set(source, index);
  }
  return spanOf(location, index);
}

/** Where values are whose pointers are interesting; those inside of others are not looked at. */
function locateValues(
  source: Source,
  isInteresting: (pointer: string, depth: number) => boolean,
): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const open: Container[] = [];
  let isKeyNext = false;

  const childPointer = (): string | undefined => {
    const parent = open.at(-1);
    if (parent === undefined) return "";
    if (!parent.isWanted) return undefined;
    const step = parent.index === undefined ? escapePointerStep(parent.key) : String(parent.index);
    return `${parent.pointer}/${step}`;
  };
  const note = (pointer: string | undefined, start: number, end: number): void => {
    if (pointer !== undefined && isInteresting(pointer, open.length)) spans.set(pointer, { source, start, end });
  };

  for (const token of scanJsonTokens(source.text)) {
    const { start } = token;
    const end = start + token.text.length;
    const parent = open.at(-1);
    switch (token.text) {
      case "{":
      case "[": {
        const isObject = token.text === "{";
        const pointer = childPointer();
        const isWanted = pointer !== undefined && isInteresting(pointer, open.length);
        const container: Container = { pointer: pointer ?? "", start, key: "", isWanted };
        if (!isObject) container.index = 0;
        // An object that is never closed still has a place.
        note(pointer, start, end);
        open.push(container);
        isKeyNext = isObject;
        break;
      }
      case "}":
      case "]":
        open.pop();
        if (parent?.isWanted) note(parent.pointer, parent.start, end);
        isKeyNext = false;
        break;
      case ",":
        if (parent?.index !== undefined) parent.index += 1;
        isKeyNext = parent !== undefined && parent.index === undefined;
        break;
      case ":":
        isKeyNext = false;
        break;
      default:
        if (isKeyNext && parent !== undefined) parent.key = stringOfToken(token);
        else note(childPointer(), start, end);
    }
  }
  return spans;
}

function prefixesOf(pointers: readonly string[]): ReadonlySet<string> {
  const prefixes = new Set<string>([""]);
  for (const pointer of pointers) {
    for (let end = pointer.length; end > 0 && !prefixes.has(pointer.slice(0, end));) {
      prefixes.add(pointer.slice(0, end));
      end = pointer.lastIndexOf("/", end - 1);
    }
  }
  return prefixes;
}

/** RFC 6901, section 3. */
function escapePointerStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
