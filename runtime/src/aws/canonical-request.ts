/** How a path enters the canonical request. S3 takes it as it stands on the wire; every other service normalizes and encodes it once more. */
export interface PathRules {
  /** Removes empty, `.` and `..` segments. */
  readonly normalizePath: boolean;
  /** Percent-encodes the path as it stands on the wire, so that `%20` becomes `%2520`. */
  readonly encodePath: boolean;
}

export type PathOptions = { readonly [Rule in keyof PathRules]?: boolean | undefined };

/** The path rules of the service with this signing name, unless the options say otherwise. */
export function pathRulesOf(signingName: string, options: PathOptions): PathRules {
  const standard = !isS3(signingName);
  return { normalizePath: options.normalizePath ?? standard, encodePath: options.encodePath ?? standard };
}

/** Whether the signing name is of the S3 family, which has rules of its own for paths and payloads. */
export function isS3(signingName: string): boolean {
  return /^s3(?:$|-|express$)/.test(signingName);
}

/** Percent-encoding of everything but RFC 3986's unreserved characters. */
export function encodeUri(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase(),
  );
}

export function canonicalPath(path: string, rules: PathRules): string {
  if (path === "/" || path === "") return "/";
  const normalized = rules.normalizePath ? normalizePath(path) : path;
  return rules.encodePath ? encodeUri(normalized).replaceAll("%2F", "/") : normalized;
}

function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${end}`;
}

/** A query parameter as it was written, decoded. */
export type QueryParameter = readonly [name: string, value: string];

/** Name and value of each parameter, decoded. A `+` is a plus; a malformed escape stands for itself. */
export function parseQuery(query: string): readonly QueryParameter[] {
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals < 0 ? [decode(part), ""] : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Encoded, then sorted by name and by value. */
export function canonicalQuery(parameters: readonly QueryParameter[]): string {
  return parameters
    .map(([name, value]): QueryParameter => [encodeUri(name), encodeUri(value)])
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A header's value on one line, trimmed, with runs of blanks made one. */
export function canonicalHeaderValue(value: string): string {
  if (!/[\t\r\n]|^ | $| {2}/.test(value)) return value;
  return value
    .replace(/[\r\n]/g, " ")
    .replace(/[ \t]+/g, " ")
    .replace(/^ | $/g, "");
}

/** Headers that anything between client and server may change, and those that carry the signature. */
const unsignable =
  /^(?:authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|proxy-.*|sec-.*)$/;

/** Whether a signer signs the header of this lower-case name. */
export function isSignable(name: string): boolean {
  return !unsignable.test(name);
}

export interface CanonicalParts {
  readonly method: string;
  /** Canonical. */
  readonly path: string;
  /** Canonical. */
  readonly query: string;
  /** Lower-case names in order, values canonical. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly payloadHash: string;
}

/** The text whose hash is signed (AWS Signature Version 4, "Create a canonical request"). */
export function canonicalRequest(parts: CanonicalParts): string {
  let lines = "";
  let names = "";
  for (const [name, value] of parts.headers) {
    lines += `${name}:${value}\n`;
    names += names === "" ? name : `;${name}`;
  }
  return `${parts.method}\n${parts.path}\n${parts.query}\n${lines}\n${names}\n${parts.payloadHash}`;
}
