import { DecodeError, escapePointer, locate } from "../codec-errors.js";
import type { DecodeText } from "../text/scalars.js";

/** Segments that a key may have, and places that all keys of a form may name: a tree of them must fit into memory and on the stack. */
const maximumDepth = 500;
const maximumPlaces = 250_000;

/**
 * A place in a form whose keys are paths (`List.member.1.Name`): its own text, where a key ends here, and what keys name below it.
 */
export class FormNode {
  /** The last segment of the key. */
  readonly name: string;
  readonly #parent: FormNode | undefined;
  #text: string | undefined;
  #children: Map<string, FormNode> | undefined;

  constructor(name: string, parent?: FormNode) {
    this.name = name;
    this.#parent = parent;
  }

  /** The places below this one, in the order of arrival: the members of a structure. */
  members(): Iterable<FormNode> {
    this.refuseText();
    return this.#children?.values() ?? [];
  }

  /** Refuses a value for the key that ends here. An empty one stands for a value that has no keys below. */
  refuseText(): void {
    if (this.#text !== undefined && this.#text !== "") this.refuse("expected keys below this one, but found a value");
  }

  /** The place below this one for a segment. */
  child(name: string): FormNode | undefined {
    return this.#children?.get(name);
  }

  /** The value of the key that ends here. */
  text(): string {
    if (this.#text === undefined || this.#children !== undefined) this.refuse("expected one value");
    return this.#text;
  }

  /** What the value of the key that ends here stands for. */
  scalar<T>(decode: DecodeText<T>): T {
    const text = this.text();
    try {
      return decode(text, "");
    } catch (error) {
      throw this.#parent === undefined ? error : locate(error, this.#parent.path(), this.name);
    }
  }

  /** How many places are below this one. */
  get size(): number {
    return this.#children?.size ?? 0;
  }

  /** The JSON pointer to this place: the segments of its key. */
  path(): string {
    return this.#parent === undefined ? "" : `${this.#parent.path()}/${escapePointer(this.name)}`;
  }

  refuse(problem: string): never {
    throw new DecodeError(this.path(), problem);
  }

  /** @throws DecodeError for a key that stands in the form twice. */
  static parse(text: string): FormNode {
    const root = new FormNode("");
    let places = 0;
    for (let start = 0; start < text.length;) {
      const end = indexOrEnd(text, "&", start, text.length);
      if (end > start) {
        const equals = indexOrEnd(text, "=", start, end);
        const key = decodeFormText(text.slice(start, equals));
        const segments = key.split(".", maximumDepth + 1);
        if (segments.length > maximumDepth) throw new DecodeError("", `a key has more than ${maximumDepth} segments`);
        places += segments.length;
        if (places > maximumPlaces) throw new DecodeError("", "the form has too many keys");
        const node = segments.reduce((parent, segment) => parent.#grow(segment), root);
        if (node.#text !== undefined) node.refuse("the form has two values for this key");
        node.#text = decodeFormText(text.slice(Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return root;
  }

  #grow(name: string): FormNode {
    const children = (this.#children ??= new Map());
    const known = children.get(name);
    if (known !== undefined) return known;
    const child = new FormNode(name, this);
    children.set(name, child);
    return child;
  }
}

/** Reads a form (`application/x-www-form-urlencoded`) whose keys are paths. @throws DecodeError for text that is no such form. */
export function parseForm(text: string): FormNode {
  return FormNode.parse(text);
}

function indexOrEnd(text: string, mark: string, start: number, end: number): number {
  const index = text.indexOf(mark, start);
  return index < 0 || index > end ? end : index;
}

function decodeFormText(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw new DecodeError("", "the form has an escape that is no UTF-8");
  }
}
