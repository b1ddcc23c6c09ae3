/** An element: its name, attributes, and what it holds. Elements of one name keep their order; that of different names does not count. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const token =
  /<\?[^]*?\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** The root element of a well-formed document. Space between elements does not count. */
export function xmlTree(text: string): XmlElement {
  const root = open("", "");
  const stack = [root];
  for (const [whole, cdata, end, start, attributes = "", empty, chars] of text.matchAll(token)) {
    const top = stack.at(-1) ?? root;
    if (start !== undefined) {
      const element = open(start, attributes);
      top.children.push(element);
      if (empty === "") stack.push(element);
    } else if (end !== undefined) {
      if (top.name !== end) throw new Error(`</${end}> ends <${top.name}>`);
      stack.pop();
    } else if (cdata !== undefined) top.text += cdata;
    else if (chars !== undefined) top.text += unescaped(chars);
    else if (whole.startsWith("<!") && !whole.startsWith("<!--")) throw new Error("No declarations here");
  }
  const [document] = root.children;
  if (stack.length !== 1 || document === undefined) throw new Error("The document is not well-formed");
  return document;
}

interface Draft extends XmlElement {
  text: string;
  readonly children: Draft[];
}

function open(name: string, attributes: string): Draft {
  const pairs = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const entries = pairs.map(([, key = "", double, single]) => [key, unescaped(double ?? single ?? "")]);
  return { name, attributes: Object.fromEntries(entries) as Record<string, string>, text: "", children: [] };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name = "") => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name as string] ?? whole;
  });
}

/** What the AWS protocols put beside members, which no test is about. */
const metadata = new Set(["ResponseMetadata", "RequestId", "requestId", "RequestID"]);

/** An element as plain data to compare: what identifies a request is left out. */
export function comparable({ name, attributes, text, children }: XmlElement): unknown {
  const kept = children.filter((child) => !metadata.has(child.name));
  const byName: Record<string, unknown[]> = {};
  for (const child of kept) (byName[child.name] ??= []).push(comparable(child));
  // Space around elements is layout.
  const own = children.length > 0 ? text.trim() : text.trim() === "" ? "" : inUtc(text);
  return { name, attributes, text: own, children: byName };
}

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d$/;

/** A date and time is an instant, whatever the offset that it is written with: writers have none to write. */
function inUtc(text: string): string {
  return withOffset.test(text) ? new Date(text).toISOString().replace(".000Z", "Z") : text;
}
