import { isStream } from "../http/byte-streams.js";
import { hostOf, type HttpRequest } from "../http/message.js";

/** A request as bytes to write: one text when everything is ASCII, else head and body. */
export interface RequestBytes {
  readonly method: string;
  readonly head: string;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  /** Whether head and body are ASCII, so that they can be written as one. */
  readonly ascii: boolean;
  /** The length that a stream must have; undefined for one that goes in chunks. */
  readonly streamLength?: number | undefined;
}

/** Headers that this module writes itself. */
const own = new Set(["connection", "content-length", "host", "transfer-encoding"]);

/**
 * A request of HTTP/1.1 (RFC 9112).
 *
 * @throws TypeError for a method, path or header that could be read as more than itself
 */
export function writeRequest(request: HttpRequest): RequestBytes {
  const { method, path, headers, body } = request;
  checkLine(method, path);
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${checkedHost(request)}\r\n`;
  for (const name in headers) {
    if (!own.has(name)) head += `${checkedName(name)}: ${checkedValue(name, headers[name] ?? "")}\r\n`;
  }
  if (isStream(body)) {
    const streamLength = streamLengthOf(headers);
    head += streamLength === undefined ? "transfer-encoding: chunked\r\n" : `content-length: ${streamLength}\r\n`;
    return { method, head: `${head}\r\n`, body, ascii: false, streamLength };
  }
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  if (tellsLength(method, length)) head += `content-length: ${length}\r\n`;
  return {
    method,
    head: `${head}\r\n`,
    body,
    ascii: length === body.length && typeof body === "string" && isAscii(head),
  };
}

/**
 * The headers of a request for who writes it otherwise, with `host` and `content-length`.
 *
 * @throws TypeError for a method, path or header that could be read as more than itself
 */
export function checkedHeaders(request: HttpRequest): Record<string, string> {
  const { method, path, headers, body } = request;
  checkLine(method, path);
  const result: Record<string, string> = { host: checkedHost(request) };
  for (const name in headers) {
    if (!own.has(name)) result[checkedName(name)] = checkedValue(name, headers[name] ?? "");
  }
  const isStreamed = isStream(body);
  const length = isStreamed
    ? streamLengthOf(headers)
    : typeof body === "string"
      ? Buffer.byteLength(body)
      : body.length;
  if (length !== undefined && (isStreamed || tellsLength(method, length))) result["content-length"] = String(length);
  return result;
}

/** The length that a request announces for its stream. */
function streamLengthOf(headers: HttpRequest["headers"]): number | undefined {
  const text = headers["content-length"];
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new TypeError("A request's content-length must be a number of bytes");
  return Number(text);
}

function checkLine(method: string, path: string): void {
  if (!/^[A-Z]+$/.test(method)) throw new TypeError("A request's method must be upper-case letters");
  if (!/^\/[!-~]*$/.test(path)) throw new TypeError("A request's path must begin with a slash and be percent-encoded");
}

function checkedHost({ headers, origin }: HttpRequest): string {
  return checkedValue("host", headers["host"] ?? hostOf(origin));
}

/** Whether a request says how long its body is: where there is one, or where the method expects it (RFC 9110, section 8.6). */
function tellsLength(method: string, length: number): boolean {
  return length > 0 || method === "POST" || method === "PUT" || method === "PATCH";
}

function checkedName(name: string): string {
  if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name)) throw new TypeError("A request's header has a name that is no token");
  return name;
}

/** The value of a header, unless it could end the header. */
function checkedValue(name: string, value: string): string {
  if (/[^\t -~\u0080-\u00ff]/.test(value))
    throw new TypeError(`The header ${name} has a value that no header can have`);
  return value;
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
