/** True for a URI reference (RFC 2396 as Smithy's Java reads it: characters beyond ASCII are allowed where others are). */
export function isUri(text: string): boolean {
  const match = /^(?:([^:/?#]*):)?(.*)$/s.exec(text);
  const [, scheme, rest = ""] = match ?? [];
  if (scheme !== undefined && !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) return false;
  // A scheme says how to read what follows, so something must.
  if (scheme !== undefined && /^(?:#|$)/.test(rest)) return false;
  return uriText.test(rest) && hasOneFragment(rest);
}

/** Percent signs begin an escape. Brackets, which surround addresses of version 6, are not told apart here. */
const uriText = /^(?:[A-Za-z0-9_.!~*'();/?:@&=+$,#[\]-]|%[0-9A-Fa-f]{2}|[^\p{ASCII}\p{Cc}\p{Z}])*$/u;

function hasOneFragment(text: string): boolean {
  return text.indexOf("#") === text.lastIndexOf("#");
}
