import type { SignedRequest } from "../verify.js";

/** Takes apart a request as it stands on the wire, obsolete line folding included. Lines end in CRLF or LF. */
export function parseRawRequest(text: string): SignedRequest & { readonly body: string } {
  const [, head = "", body = ""] = /^([\s\S]*?)(?:\r?\n\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const [requestLine = "", ...lines] = head.replace(/\r?\n[ \t]+/g, "\n ").split(/\r?\n(?! )/);
  const [, method = "", path = ""] = /^(\S+) (.*) HTTP\/1\.1$/.exec(requestLine) ?? [];
  const headers = lines
    .filter((line) => line !== "")
    .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
  return { method, path, headers, body };
}
