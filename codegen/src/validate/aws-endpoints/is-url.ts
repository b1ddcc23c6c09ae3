/** The schemes that the platform of Smithy's implementation knows. */
const scheme = /^(?:https?|file|ftp|jar|mailto|jrt|jmod):/i;

/** RFC 2396: characters of a URI and percent-encoded bytes, with at most one fragment; others as long as they are no ASCII. */
const uri =
  /^(?:[\w\-.~!*'();:@&=+$,/?[\]\u00A1-\uD7FF\uE000-\uFFFD]|[\uD800-\uDBFF][\uDC00-\uDFFF]|%[\da-f]{2})*(?:#(?:[\w\-.~!*'();:@&=+$,/?\u00A1-\uD7FF]|%[\da-f]{2})*)?$/i;

/** True for what Smithy's implementation takes for a URL: a known scheme, and a URI (RFC 2396) with a sound port. */
export function isUrl(text: string): boolean {
  const trimmed = text.trim();
  if (!scheme.test(trimmed) || !uri.test(trimmed)) return false;
  const [, authority] = /^[a-z]+:\/\/([^/?#]*)/i.exec(trimmed) ?? [];
  // A scheme with nothing behind it is no URI.
  if (/^[a-z]+:(?:\/\/)?$/i.test(trimmed)) return false;
  if (authority === undefined) return true;
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  return (
    /^(?:\[[\da-f:.]+\]|[^:[\]]*)(?::\d*)?$/i.test(host) &&
    !/[[\]]/.test(trimmed.slice(trimmed.indexOf(authority) + authority.length))
  );
}
