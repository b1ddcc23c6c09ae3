import type { CommandCall } from "./call.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

/** Whether all pages of the output are fetched: the operation has pages, and nobody asked for a certain one. */
export function isPaged({ command, options, parameters }: CommandCall): boolean {
  const { pages } = command;
  if (pages === undefined || options.has("no-paginate")) return false;
  return !parameters.has(pages.inputToken) && (pages.pageSize === undefined || !parameters.has(pages.pageSize));
}

/** Where a cut-off output goes on: the service's token for the page, and how many items of it were shown already. */
interface Position {
  readonly token: Value | undefined;
  readonly shown: number;
}

/**
 * Calls page after page and returns their items together, with the other members of the first page. With `--max-items` an output
 * that was cut off has a `NextToken` for `--starting-token`.
 */
export async function collectPages(
  call: CommandCall,
  send: (parameters: ReadonlyMap<string, Value>) => Promise<Value>,
): Promise<Value> {
  const { command, options, parameters } = call;
  const { pages } = command;
  if (pages === undefined) return send(parameters);
  const most = numberOption(options.get("max-items"));
  const pageSize = options.get("page-size");
  let position = readPosition(options.get("starting-token"));
  let first: ReadonlyMap<string, Value> | undefined;
  const items: Value[] = [];
  for (;;) {
    const request = new Map(parameters);
    if (pages.pageSize !== undefined && typeof pageSize === "string") {
      request.set(pages.pageSize, new NumberText(pageSize));
    }
    if (position.token !== undefined) request.set(pages.inputToken, position.token);
    const page = await send(request);
    if (!isObject(page)) return page;
    first ??= page;
    const found = pages.items === undefined ? undefined : valueAt(page, pages.items);
    const fresh = isList(found) ? found.slice(position.shown) : [];
    const room = most === undefined ? fresh.length : most - items.length;
    items.push(...fresh.slice(0, room));
    const token = valueAt(page, pages.outputToken);
    const next = token === "" || token === null ? undefined : token;
    if (fresh.length > room) {
      return assemble(first, pages, items, { token: position.token, shown: position.shown + room });
    }
    if (next === undefined) return assemble(first, pages, items, undefined);
    // A service that gives the same token twice would never end.
    if (next === position.token) return assemble(first, pages, items, undefined);
    position = { token: next, shown: 0 };
    if (most !== undefined && items.length >= most) return assemble(first, pages, items, position);
  }
}

function assemble(
  first: ReadonlyMap<string, Value>,
  pages: { readonly outputToken: string; readonly items?: string | undefined },
  items: readonly Value[],
  next: Position | undefined,
): Value {
  const token = pages.outputToken.split(".");
  let output = without(first, token);
  if (pages.items !== undefined && isList(valueAt(first, pages.items))) {
    output = replaced(output, pages.items.split("."), items);
  }
  return next === undefined ? output : new Map([...output, ["NextToken", writePosition(next)]]);
}

function valueAt(value: Value, path: string): Value | undefined {
  let current: Value | undefined = value;
  for (const name of path.split(".")) current = isObject(current) ? current.get(name) : undefined;
  return current;
}

function without(
  value: ReadonlyMap<string, Value>,
  [name = "", ...rest]: readonly string[],
): ReadonlyMap<string, Value> {
  const copy = new Map(value);
  const inner = copy.get(name);
  if (rest.length === 0) copy.delete(name);
  else if (isObject(inner)) copy.set(name, without(inner, rest));
  return copy;
}

function replaced(
  value: ReadonlyMap<string, Value>,
  [name = "", ...rest]: readonly string[],
  by: Value,
): ReadonlyMap<string, Value> {
  const copy = new Map(value);
  const inner = copy.get(name);
  copy.set(name, rest.length === 0 ? by : replaced(isObject(inner) ? inner : new Map(), rest, by));
  return copy;
}

function numberOption(value: unknown): number | undefined {
  return typeof value === "string" ? Number(value) : undefined;
}

function writePosition({ token, shown }: Position): string {
  const text = JSON.stringify({ token: typeof token === "string" ? token : null, shown });
  return Buffer.from(text).toString("base64");
}

/** A token that this command line did not make is one of the service's own. */
function readPosition(given: unknown): Position {
  if (typeof given !== "string") return { token: undefined, shown: 0 };
  try {
    const read: unknown = JSON.parse(Buffer.from(given, "base64").toString("utf8"));
    if (typeof read === "object" && read !== null && "token" in read && "shown" in read) {
      const { token, shown } = read;
      if (typeof shown === "number") return { token: typeof token === "string" ? token : undefined, shown };
    }
  } catch {
    return { token: given, shown: 0 };
  }
  return { token: given, shown: 0 };
}
