import type { QueryParameter } from "./canonical-request.js";
import { algorithm, parseTimestamp, timestamp } from "./signature.js";
import { failure, type SignatureFailure } from "./signature-failure.js";

/** What a request says about its signature. */
export interface Authentication {
  readonly form: "header" | "query";
  readonly accessKeyId: string;
  /** Day, region, service and terminator as the credential names them. */
  readonly scope: readonly [string, string, string, string];
  readonly day: string;
  /** `20150830T123600Z` */
  readonly time: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken: string | undefined;
  /** Seconds; only in the query form. */
  readonly expiresIn: number | undefined;
}

/** Reads the header form or the query form (AWS Signature Version 4, "Authentication methods"). */
export function readAuthentication(
  headers: ReadonlyMap<string, string>,
  query: readonly QueryParameter[],
): Authentication | SignatureFailure {
  const authorization = headers.get("authorization");
  const isPresigned = query.some(([name]) => name === "X-Amz-Algorithm" || name === "X-Amz-Signature");
  if (authorization === undefined && !isPresigned) {
    return failure("MissingAuthenticationTokenException", "Missing Authentication Token");
  }
  if (authorization === undefined) return readQuery(query);
  if (isPresigned)
    return incomplete("A request is signed either by its Authorization header or by its query, not by both.");
  return readHeader(authorization, headers);
}

function incomplete(message: string): SignatureFailure {
  return failure("IncompleteSignatureException", message);
}

function readHeader(authorization: string, headers: ReadonlyMap<string, string>): Authentication | SignatureFailure {
  const space = authorization.indexOf(" ");
  const scheme = space < 0 ? authorization : authorization.slice(0, space);
  if (scheme !== algorithm) {
    // Another scheme says nothing that could be checked here.
    if (!scheme.startsWith("AWS4-"))
      return failure("MissingAuthenticationTokenException", "Missing Authentication Token");
    return incomplete(`Unsupported AWS 'algorithm': '${scheme}'.`);
  }
  const parameters = new Map<string, string>();
  for (const part of authorization.slice(space + 1).split(",")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (equals < 0 || name === "" || parameters.has(name)) {
      return incomplete(`'${part.trim()}' not a valid key=value pair (missing equal-sign) in Authorization header.`);
    }
    parameters.set(name, part.slice(equals + 1).trim());
  }
  const missing = ["Credential", "Signature", "SignedHeaders"].filter((name) => !parameters.get(name));
  const time = timeOf(headers);
  if (missing.length > 0 || time === undefined) {
    const sentences = missing.map((name) => `Authorization header requires '${name}' parameter. `);
    if (time === undefined) {
      sentences.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    return incomplete(sentences.join("").trimEnd());
  }
  return complete({
    form: "header",
    credential: parameters.get("Credential") ?? "",
    time,
    signedHeaders: parameters.get("SignedHeaders") ?? "",
    signature: parameters.get("Signature") ?? "",
    sessionToken: headers.get("x-amz-security-token"),
    expiresIn: undefined,
  });
}

/** `x-amz-date`, or `date` in either notation. */
function timeOf(headers: ReadonlyMap<string, string>): string | undefined {
  const text = headers.get("x-amz-date") ?? headers.get("date");
  if (text === undefined || parseTimestamp(text) !== undefined) return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : timestamp(time);
}

function readQuery(query: readonly QueryParameter[]): Authentication | SignatureFailure {
  const parameters = new Map<string, string>();
  for (const [name, value] of query) {
    if (!name.startsWith("X-Amz-")) continue;
    if (parameters.has(name)) return incomplete(`AWS query-string parameter '${name}' is there more than once.`);
    parameters.set(name, value);
  }
  const names = ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date", "Expires"].map(
    (name) => `X-Amz-${name}`,
  );
  const missing = names.filter((name) => !parameters.get(name));
  if (missing.length > 0) {
    return incomplete(`AWS query-string parameters must include ${missing.map((name) => `'${name}'`).join(", ")}.`);
  }
  const text = (name: string): string => parameters.get(`X-Amz-${name}`) ?? "";
  if (text("Algorithm") !== algorithm) return incomplete(`Unsupported AWS 'algorithm': '${text("Algorithm")}'.`);
  const expiresIn = Number(text("Expires"));
  if (!/^\d{1,6}$/.test(text("Expires")) || expiresIn < 1 || expiresIn > 604_800) {
    return incomplete("X-Amz-Expires must be a number of seconds from 1 to 604800.");
  }
  return complete({
    form: "query",
    credential: text("Credential"),
    time: text("Date"),
    signedHeaders: text("SignedHeaders"),
    signature: text("Signature"),
    sessionToken: parameters.get("X-Amz-Security-Token"),
    expiresIn,
  });
}

function complete({
  credential,
  time,
  signedHeaders,
  ...rest
}: Omit<Authentication, "accessKeyId" | "scope" | "day" | "signedHeaders"> & {
  readonly credential: string;
  readonly signedHeaders: string;
}): Authentication | SignatureFailure {
  if (parseTimestamp(time) === undefined) {
    return incomplete(`Date must be in ISO-8601 'basic format'. Got '${time}'.`);
  }
  // An access key ID may hold slashes; the scope's four parts are the last ones.
  const parts = credential.split("/");
  const [day, region, service, terminator] = parts.slice(-4);
  if (
    parts.length < 5 ||
    day === undefined ||
    region === undefined ||
    service === undefined ||
    terminator === undefined
  ) {
    return incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  return {
    ...rest,
    accessKeyId: parts.slice(0, -4).join("/"),
    scope: [day, region, service, terminator],
    day,
    time,
    signedHeaders: signedHeaders.split(";").map((name) => name.toLowerCase()),
  };
}
