import { expectString } from "../expect-value.js";
import { booleanType, optionalType, recordType, stringType } from "../type.js";
import type { RuleRecord } from "../value.js";
import type { FunctionDefinition } from "./definition.js";
import { isIpAddress } from "./ip-address.js";

/**
 * "parseURL function". As Smithy's implementation has it: only `http` and `https`, the authority as written with its port and user
 * information, a fragment dropped. A URL with a query has no value.
 */
export const parseUrl: FunctionDefinition = {
  name: "parseURL",
  arguments: [stringType],
  returns: optionalType(
    recordType({
      scheme: stringType,
      authority: stringType,
      path: stringType,
      normalizedPath: stringType,
      isIp: booleanType,
    }),
  ),
  evaluate: ([url]) => parse(expectString(url)),
};

/** Scheme, authority, path and query; control characters and blanks around it do not count. */
const pattern = /^(?:url:)?(https?):\/\/([^/?#]*)([^?#]*)(\?)?/i;

function parse(text: string): RuleRecord | undefined {
  const [, scheme, authority, path, query] = pattern.exec(trimControls(text)) ?? [];
  if (scheme === undefined || authority === undefined || path === undefined || query !== undefined) return undefined;
  const host = hostOf(authority);
  if (host === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    authority,
    path,
    normalizedPath: normalizePath(path),
    isIp: isIpAddress(host),
  };
}

function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}

/** The host of an authority; undefined when the authority is none. */
function hostOf(authority: string): string | undefined {
  const at = authority.indexOf("@");
  if (at !== authority.lastIndexOf("@")) return "";
  const [, host, port] = /^(\[[\da-f:.]+(?:%[^\]]*)?\]|[^:[]*)(?::(.*))?$/i.exec(authority.slice(at + 1)) ?? [];
  if (port !== undefined && !/^(?:\+?\d*|-1)$/.test(port)) return undefined;
  return port !== undefined && Number(port) > 0x7fff_ffff ? undefined : host;
}

function normalizePath(path: string): string {
  if (path.trim() === "") return "/";
  return `${path.startsWith("/") ? "" : "/"}${path}${path.endsWith("/") ? "" : "/"}`;
}
