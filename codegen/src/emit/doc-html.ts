import { Parser } from "htmlparser2";

/** A text, or an element with its children. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/** Elements that mean something in documentation. Any other tag, such as the placeholder `<name>`, is text. */
const knownElements = new Set(
  "a abbr article aside b bdi bdo big blockquote body br caption caution center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer fullname h1 h2 h3 h4 h5 h6 head header hr html i img important ins kbd li main mark meta note ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tip tr tt u ul var warning wbr".split(
    " ",
  ),
);

/** Elements nested deeper than this lose their tags, so that no text can exhaust the stack of who walks the tree. */
const depthLimit = 60;

/** Reads HTML as browsers do: nothing is an error, `<p>` and `<li>` close themselves, comments vanish. */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: HtmlNode[] = [];
  const open: HtmlElement[] = [];
  let flattened = 0;
  const append = (node: HtmlNode): void => {
    (open.at(-1)?.children ?? root).push(node);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        if (!knownElements.has(name)) {
          if (!isImplied) append(html.slice(parser.startIndex, parser.endIndex + 1));
        } else if (open.length >= depthLimit) {
          flattened += 1;
        } else {
          const element: HtmlElement = { name, attributes, children: [] };
          append(element);
          open.push(element);
        }
      },
      onclosetag(name, isImplied) {
        if (!knownElements.has(name)) {
          if (!isImplied) append(html.slice(parser.startIndex, parser.endIndex + 1));
        } else if (flattened > 0) {
          flattened -= 1;
        } else {
          open.pop();
        }
      },
      ontext(text) {
        append(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  return root;
}
