import { bodyDifference } from "./compare-bodies.js";
import type { WireRequest, WireResponse } from "./exchange.js";
import type { Definition } from "./protocol-case.js";

/** Throws an error that says where a request is not what a test wants (Smithy 2.0, "httpRequestTests trait"). */
export function expectRequest(found: WireRequest, wanted: Definition): void {
  const [path = "", query = ""] = splitOnce(found.target, "?");
  expectEqual("method", wanted.method, found.method);
  expectEqual("path", wanted.uri, path);
  const pairs = query === "" ? [] : query.split("&");
  const names = new Set(pairs.map((pair) => splitOnce(pair, "=")[0]));
  for (const pair of wanted.queryParams ?? []) {
    const index = pairs.findIndex((one) => one === pair || `${one}=` === pair || one === `${pair}=`);
    if (index < 0) throw new Error(`query: no ${pair} in ${found.target}`);
    pairs.splice(index, 1);
  }
  for (const name of wanted.forbidQueryParams ?? []) {
    if (names.has(name)) throw new Error(`query: ${name} must not be there: ${found.target}`);
  }
  for (const name of wanted.requireQueryParams ?? []) {
    if (!names.has(name)) throw new Error(`query: ${name} is missing: ${found.target}`);
  }
  if (wanted.resolvedHost !== undefined) expectEqual("host", wanted.resolvedHost, found.headers["host"]);
  expectHeaders(found.headers, wanted);
  expectBody(found.body, wanted);
}

/** The same for a response (Smithy 2.0, "httpResponseTests trait"). */
export function expectResponse(found: WireResponse, wanted: Definition): void {
  if (found.status !== wanted.code) {
    throw new Error(`status: wanted ${wanted.code}, found ${found.status} ${Buffer.from(found.body).toString()}`);
  }
  expectHeaders(found.headers, { ...wanted, headers: withoutTarget(wanted.headers) });
  expectBody(found.body, wanted);
}

/** The header that names the operation is one of requests ("AWS JSON 1.1 protocol", "Protocol behaviors"): some responses list it as well. */
function withoutTarget(headers: Definition["headers"] = {}): NonNullable<Definition["headers"]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== "x-amz-target"));
}

export function expectHeaders(
  found: Readonly<Record<string, string>>,
  wanted: Pick<Definition, "headers" | "forbidHeaders" | "requireHeaders">,
): void {
  for (const [name, value] of Object.entries(wanted.headers ?? {})) {
    expectEqual(`header ${name}`, value, found[name.toLowerCase()]);
  }
  for (const name of wanted.forbidHeaders ?? []) expectEqual(`header ${name}`, undefined, found[name.toLowerCase()]);
  for (const name of wanted.requireHeaders ?? []) {
    if (found[name.toLowerCase()] === undefined) throw new Error(`header ${name}: missing`);
  }
}

function expectBody(found: Uint8Array, { body, bodyMediaType }: Definition): void {
  const difference = body === undefined ? undefined : bodyDifference(body, found, bodyMediaType);
  if (difference !== undefined) throw new Error(difference);
}

function expectEqual(what: string, wanted: string | undefined, found: string | undefined): void {
  if (wanted !== found) throw new Error(`${what}: wanted ${wanted ?? "none"}, found ${found ?? "none"}`);
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
