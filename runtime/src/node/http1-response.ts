import { TransportError } from "../http/transport.js";
import type { HttpResponse } from "../http/message.js";
import type { BodySink } from "./body-sink.js";
import { addReceivedHeader } from "./received-headers.js";

const maximumHeadBytes = 64 * 1024;
const maximumPieces = 1024;
const headEnd = Buffer.from("\r\n\r\n");

interface Head {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the server lets the connection live on. */
  readonly keepAlive: boolean;
}

/** Gives what takes the body of a response, once its head is read. */
export type StreamResponse = (head: Omit<HttpResponse, "body" | "stream">) => BodySink;

type State = "head" | "sized" | "chunk-size" | "chunk" | "chunk-end" | "trailers" | "until-close" | "done";

/**
 * Reads one response of HTTP/1.1 (RFC 9112) from the bytes of a connection, however they are cut. Interim responses are skipped.
 * Refuses what two readers could understand differently.
 */
export class ResponseReader {
  readonly #hasBody: boolean;
  readonly #maximumBodyBytes: number;
  readonly #streamed: StreamResponse | undefined;
  #sink: BodySink | undefined;
  #state: State = "head";
  #pending: Buffer | undefined;
  #head: Head | undefined;
  #chunks: Buffer[] = [];
  /** The latest chunks. They are joined now and then, so that a body in chunks of a byte does not take a hundred times its length. */
  #pieces: Buffer[] = [];
  #length = 0;
  /** Bytes that the body or the chunk still lacks. */
  #missing = 0;
  #trailerBytes = 0;

  /** @param streamed called with the head of a successful response, to give what takes its body; else the body is kept */
  constructor(method: string, maximumBodyBytes: number, streamed?: StreamResponse) {
    this.#hasBody = method !== "HEAD";
    this.#maximumBodyBytes = maximumBodyBytes;
    this.#streamed = streamed;
  }

  /** Whether another request may use the connection. Only true when the response ended where its bytes did. */
  get reusable(): boolean {
    return this.#state === "done" && this.#pending === undefined && this.#head?.keepAlive === true;
  }

  /** Seconds for which the server keeps the idle connection, where it says so. */
  get keepAliveSeconds(): number | undefined {
    const seconds = /(?:^|[\s,;])timeout=(\d+)/i.exec(this.#head?.headers["keep-alive"] ?? "")?.[1];
    return seconds === undefined ? undefined : Number(seconds);
  }

  /**
   * Takes the next bytes; the response once it is whole.
   *
   * @throws TransportError for what is not HTTP, or for a body over the limit
   */
  push(chunk: Buffer): HttpResponse | undefined {
    let rest = this.#pending === undefined ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#pending = undefined;
    while (!this.#isDone()) {
      const next = this.#step(rest);
      if (next === undefined) {
        this.#pending = rest;
        return undefined;
      }
      rest = next;
      if (rest.length === 0 && !this.#isDone()) return undefined;
    }
    if (rest.length > 0) this.#pending = rest;
    return this.#response();
  }

  /** Takes the end of the connection; the response when only that could end it. */
  end(): HttpResponse | undefined {
    if (this.#state !== "until-close") return undefined;
    this.#state = "done";
    return this.#response();
  }

  #isDone(): boolean {
    return this.#state === "done";
  }

  /** Goes on from the current state; what is left of the bytes, or undefined when more are needed to go on. */
  #step(bytes: Buffer): Buffer | undefined {
    switch (this.#state) {
      case "head":
        return this.#readHead(bytes);
      case "sized":
      case "chunk":
        return this.#readSized(bytes);
      case "chunk-size":
        return this.#readChunkSize(bytes);
      case "chunk-end":
        return this.#readChunkEnd(bytes);
      case "trailers":
        return this.#readTrailer(bytes);
      default:
        this.#take(bytes);
        return bytes.subarray(bytes.length);
    }
  }

  #readHead(bytes: Buffer): Buffer | undefined {
    const end = bytes.indexOf(headEnd);
    if (end < 0 || end > maximumHeadBytes) {
      if (bytes.length > maximumHeadBytes) throw malformed("the headers are too long");
      return undefined;
    }
    const head = parseHead(bytes.toString("latin1", 0, end));
    const rest = bytes.subarray(end + 4);
    if (head.statusCode === 101) throw malformed("the server changed the protocol unasked");
    if (head.statusCode < 200) return rest;
    this.#head = head;
    if (this.#streamed !== undefined && head.statusCode < 300) this.#sink = this.#streamed(head);
    this.#enterBody(head);
    return rest;
  }

  /** How long the body is (RFC 9112, section 6.3). */
  #enterBody(head: Head): void {
    const { statusCode, headers } = head;
    const coding = headers["transfer-encoding"];
    const size = headers["content-length"];
    if (!this.#hasBody || statusCode === 204 || statusCode === 304) {
      this.#state = "done";
    } else if (coding !== undefined) {
      if (coding.toLowerCase() !== "chunked" || size !== undefined)
        throw malformed("the length of the body is ambiguous");
      this.#state = "chunk-size";
    } else if (size === undefined) {
      this.#head = { ...head, keepAlive: false };
      this.#state = "until-close";
    } else {
      this.#missing = parseLength(size);
      if (this.#missing > this.#maximumBodyBytes && this.#sink === undefined) throw this.#tooLarge();
      this.#state = this.#missing === 0 ? "done" : "sized";
    }
  }

  #readSized(bytes: Buffer): Buffer | undefined {
    const part = bytes.length <= this.#missing ? bytes : bytes.subarray(0, this.#missing);
    this.#take(part);
    this.#missing -= part.length;
    if (this.#missing === 0) this.#state = this.#state === "sized" ? "done" : "chunk-end";
    return bytes.subarray(part.length);
  }

  #readChunkSize(bytes: Buffer): Buffer | undefined {
    const line = takeLine(bytes);
    if (line === undefined) return undefined;
    const size = /^([\da-f]{1,12})[ \t]*(?:;.*)?$/i.exec(line)?.[1];
    if (size === undefined) throw malformed("a chunk has no size");
    this.#missing = Number.parseInt(size, 16);
    this.#state = this.#missing === 0 ? "trailers" : "chunk";
    return bytes.subarray(line.length + 2);
  }

  #readChunkEnd(bytes: Buffer): Buffer | undefined {
    if (bytes.length < 2) return undefined;
    if (bytes[0] !== 0x0d || bytes[1] !== 0x0a) throw malformed("a chunk is longer than its size");
    this.#state = "chunk-size";
    return bytes.subarray(2);
  }

  #readTrailer(bytes: Buffer): Buffer | undefined {
    const line = takeLine(bytes);
    if (line === undefined) return undefined;
    this.#trailerBytes += line.length + 2;
    if (this.#trailerBytes > maximumHeadBytes) throw malformed("the trailers are too long");
    if (line === "") this.#state = "done";
    return bytes.subarray(line.length + 2);
  }

  #take(bytes: Buffer): void {
    if (this.#sink !== undefined) {
      if (bytes.length > 0) this.#sink.write(bytes);
      return;
    }
    this.#length += bytes.length;
    if (this.#length > this.#maximumBodyBytes) throw this.#tooLarge();
    if (bytes.length > 0 && this.#pieces.push(bytes) === maximumPieces) {
      this.#chunks.push(Buffer.concat(this.#pieces));
      this.#pieces = [];
    }
  }

  #tooLarge(): TransportError {
    return new TransportError("too-large", `The response is longer than ${this.#maximumBodyBytes} bytes`);
  }

  #response(): HttpResponse | undefined {
    if (this.#head === undefined) return undefined;
    const chunks = [...this.#chunks, ...this.#pieces];
    const [only = Buffer.alloc(0)] = chunks;
    const body = chunks.length < 2 ? only : Buffer.concat(chunks);
    return { statusCode: this.#head.statusCode, headers: this.#head.headers, body };
  }
}

function malformed(problem: string): TransportError {
  return new TransportError("malformed", `The response is not valid HTTP: ${problem}`);
}

/** The line without its end; undefined while it has none. */
function takeLine(bytes: Buffer): string | undefined {
  const end = bytes.indexOf("\r\n");
  if (end < 0 || end > maximumHeadBytes) {
    if (bytes.length > maximumHeadBytes) throw malformed("a line is too long");
    return undefined;
  }
  return bytes.toString("latin1", 0, end);
}

/** Options among others in `Connection` (RFC 9110, section 7.6.1). */
const asksToClose = /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i;
const asksToStay = /(?:^|,)[ \t]*keep-alive[ \t]*(?:,|$)/i;

/** Status line and headers (RFC 9112, sections 4 and 5), without the empty line. */
function parseHead(text: string): Head {
  // oxlint-disable-next-line no-control-regex
  if (/\0|\r(?!\n)|(?<!\r)\n/.test(text)) throw malformed("a line has a character that no line can have");
  const lines = (/\n[ \t]/.test(text) ? text.replace(/\r\n[ \t]+/g, " ") : text).split("\r\n");
  if (/^[^\n]*\n[ \t]/.test(text)) throw malformed("its status is folded");
  const status = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$)/.exec(lines[0] ?? "");
  if (status === null) throw malformed("it does not begin with a status");
  const headers: Record<string, string> = {};
  for (let index = 1; index < lines.length; index++) addHeader(headers, lines[index] ?? "");
  const wishes = headers["connection"] ?? "";
  // Before HTTP/1.1 there were no codings: where one is named, somebody on the way did not understand it (section 6.1).
  const staysOpen = status[1] === "1" || (asksToStay.test(wishes) && headers["transfer-encoding"] === undefined);
  const keepAlive = staysOpen && !asksToClose.test(wishes);
  return { statusCode: Number(status[2]), headers, keepAlive };
}

/** Names as they were received, and what they are in lower case: servers send few, over and over. */
const knownNames = new Map<string, string>();
const maximumNames = 500;

function headerName(received: string): string {
  let name = knownNames.get(received);
  if (name === undefined) {
    name = received.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\da-z-]+$/.test(name)) throw malformed("a header has no name");
    if (knownNames.size >= maximumNames) knownNames.clear();
    knownNames.set(received, name);
  }
  return name;
}

function addHeader(headers: Record<string, string>, line: string): void {
  const colon = line.indexOf(":");
  const name = headerName(line.slice(0, Math.max(colon, 0)));
  addReceivedHeader(headers, name, trimBlanks(line, colon + 1));
}

/** The rest of the line without the blanks around it; nothing else is one (RFC 9110, section 5.6.3). */
function trimBlanks(line: string, start: number): string {
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start++;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function parseLength(text: string): number {
  const length = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(length)) throw malformed("the content length is not a number");
  return length;
}
