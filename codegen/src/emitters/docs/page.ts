import type { DocText } from "../../emit/doc-text.js";

/** A run of text inside a paragraph. Every `text` is plain: renderers escape it for their format. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly target: LinkTarget };

/** Where a link leads: another page of the same set, or an address on the web. */
export type LinkTarget =
  | { readonly kind: "page"; /** {@link Page.path} of that page. */ readonly path: string }
  | { readonly kind: "web"; readonly url: string };

/** What pages are made of, before it is known whether they become Markdown or reStructuredText. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  /** Text of the model. */
  | { readonly kind: "documentation"; readonly content: DocText }
  | { readonly kind: "code"; readonly language: string; readonly caption: string | undefined; readonly text: string }
  | { readonly kind: "bullets"; readonly items: readonly (readonly Inline[])[] }
  /** A term and what it means, such as a parameter. */
  | {
      readonly kind: "definition";
      readonly anchor: string | undefined;
      readonly term: readonly Inline[];
      readonly blocks: readonly Block[];
    }
  /** A branch of a tree, drawn nested. */
  | { readonly kind: "branch"; readonly term: readonly Inline[]; readonly blocks: readonly Block[] };

export interface Page {
  /** Path without extension, relative to the package's `docs` folder, as `api/API_Layer`. */
  readonly path: string;
  /** The name under which other documents may refer to this one, as `cli:tsmith-ecr`. */
  readonly label: string | undefined;
  readonly blocks: readonly Block[];
}

export function text(value: string): Inline {
  return { kind: "text", text: value };
}

export function code(value: string): Inline {
  return { kind: "code", text: value };
}

export function strong(value: string): Inline {
  return { kind: "strong", text: value };
}

export function pageLink(value: string, path: string): Inline {
  return { kind: "link", text: value, target: { kind: "page", path } };
}

export function webLink(value: string, url: string): Inline {
  return { kind: "link", text: value, target: { kind: "web", url } };
}

export function heading(level: 1 | 2 | 3 | 4, value: string): Block {
  return { kind: "heading", level, text: value };
}

/** A paragraph; strings stand for plain text. */
export function paragraph(...inlines: readonly (Inline | string)[]): Block {
  return { kind: "paragraph", inlines: inlines.map((inline) => (typeof inline === "string" ? text(inline) : inline)) };
}

export function bullets(items: readonly (readonly Inline[])[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "bullets", items }];
}

export function codeBlock(language: string, value: string, caption?: string): Block {
  return { kind: "code", language, caption, text: value };
}
