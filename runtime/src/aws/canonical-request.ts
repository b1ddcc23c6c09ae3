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

/** The path as most services take it. */
export function canonicalPath(path: string): string {
  return path === "/" ? path : encodePath(normalizePath(path));
}

/** The path by rules of its own. */
export function canonicalPathBy(path: string, rules: PathRules): string {
  const normalized = rules.normalizePath ? normalizePath(path) : path;
  return rules.encodePath ? encodePath(normalized) : normalized;
}

/** Percent-encoding of what stands between the slashes of a path, which has no empty and no dotted segments. */
export function encodePath(path: string): string {
  return encodeUri(path).replaceAll("%2F", "/");
}

function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
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
      const [name = "", ...value] = part.split("=");
      return [decode(name), decode(value.join("="))];
    });
}

/** The path and the query of a request target; the query is empty where there is none. */
export function splitTarget(target: string): readonly [path: string, query: string] {
  const [path = "", ...query] = target.split("?");
  return [path, query.join("?")];
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
  return sortParameters(parameters.map(([name, value]) => `${encodeUri(name)}\0${encodeUri(value)}`));
}

/** What of a request's target is signed. */
export type CanonicalTarget = readonly [path: string, query: string];

/** The target of any request. */
export function canonicalTarget(target: string, pathOf: (path: string) => string): CanonicalTarget {
  const [path, query] = splitTarget(target);
  return [pathOf(path), canonicalQueryOf(query)];
}

/** {@link canonicalQuery} of a query as it stands in a request target. */
function canonicalQueryOf(query: string): string {
  return sortParameters(
    query
      .split("&")
      .filter(Boolean)
      .map((part) => {
        const [name = "", ...value] = part.split("=").map((text) => encodeUri(decode(text)));
        return `${name}\0${value.join("%3D")}`;
      }),
  );
}

/** By name, then by value: joined by a zero, since `=` sorts behind some characters of names. */
function sortParameters(parameters: string[]): string {
  return parameters.sort().join("&").replaceAll("\0", "=");
}

/** A header's value on one line, trimmed, with runs of blanks made one. */
export function canonicalHeaderValue(value: string): string {
  return value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/** A canonical header. */
export type CanonicalHeader = readonly [name: string, value: string];

/** The headers whose lower-case names pass the test, canonical and in order. */
export function canonicalHeaders(
  headers: Readonly<Record<string, string>>,
  isSigned: (name: string) => boolean,
): readonly CanonicalHeader[] {
  return Object.keys(headers)
    .filter(isSigned)
    .sort()
    .map((name) => [name, canonicalHeaderValue(headers[name] ?? "")]);
}

/** The names of canonical headers as a signature lists them. */
export function headerNames(headers: readonly CanonicalHeader[]): string {
  return headers.map(([name]) => name).join(";");
}

/**
 * The text whose hash is signed (AWS Signature Version 4, "Create a canonical request").
 *
 */
export function canonicalRequest(
  method: string,
  target: CanonicalTarget,
  headers: readonly CanonicalHeader[],
  payloadHash: string,
): string {
  const lines = headers.map((header) => header.join(":") + "\n").join("");
  return [method, ...target, lines, headerNames(headers), payloadHash].join("\n");
}
