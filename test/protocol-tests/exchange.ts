import { createServer, request as httpRequest, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it was on the wire. Header names are in lower case; lines of the same name are joined. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, escaped. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export const empty: WireResponse = { status: 200, headers: {}, body: new Uint8Array(0) };

/** A server of plain HTTP that keeps the last request and answers as it is told. */
export class RecordingServer {
  answer: WireResponse = empty;
  last: WireRequest | undefined;
  readonly #http: HttpServer;

  constructor() {
    this.#http = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        this.last = {
          method: incoming.method ?? "",
          target: incoming.url ?? "",
          headers: joined(incoming.rawHeaders),
          body: Buffer.concat(chunks),
        };
        const { status, body } = this.answer;
        const given = Object.entries(this.answer.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
        outgoing.sendDate = false;
        outgoing.writeHead(status, { "content-length": body.length, ...Object.fromEntries(given) });
        outgoing.end(body);
      });
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#http.close();
    this.#http.closeAllConnections();
  }
}

/** Sends a request to a listening server, its target and headers exactly as given. */
export function send(port: number, { method, target, headers, body }: WireRequest): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const { host = "localhost", ...others } = headers;
    const length = body.length > 0 ? { "content-length": body.length } : {};
    const outgoing = httpRequest(
      { host: "127.0.0.1", port, method, path: target, headers: { ...length, ...others, host }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          const status = incoming.statusCode ?? 0;
          resolve({ status, headers: joined(incoming.rawHeaders), body: Buffer.concat(chunks) });
        });
        incoming.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.setTimeout(10_000, () => outgoing.destroy(new Error("No answer in ten seconds")));
    outgoing.end(body.length > 0 ? body : undefined);
  });
}

/** The same request for a function that takes a web-standard one. */
export function webRequest({ method, target, headers, body }: WireRequest): Request {
  const { host = "localhost", ...others } = headers;
  const takesBody = body.length > 0 && method !== "GET" && method !== "HEAD";
  const length = takesBody && others["content-length"] === undefined ? { "content-length": String(body.length) } : {};
  return new Request(`http://${host}${target}`, {
    method,
    headers: { ...length, ...others },
    ...(takesBody ? { body: Uint8Array.from(body) } : {}),
  });
}

export async function wireResponse(response: Response): Promise<WireResponse> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

function joined(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? "").toLowerCase();
    const value = raw[index + 1] ?? "";
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
