import { connect } from "node:net";

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  /** Values by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly head: string;
  readonly body: string;
}

/** A connection over which exact bytes are sent; several exchanges may follow each other. */
export interface RawConnection {
  exchange(request: Uint8Array | string): Promise<RawResponse>;
  close(): void;
}

/** Connects to a port of 127.0.0.1. Reads responses that state their `Content-Length`. */
export function connectRaw(port: number): Promise<RawConnection> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = Buffer.alloc(0);
    let waiting: { resolve: (response: RawResponse) => void; reject: (error: Error) => void } | undefined;
    const deliver = (): void => {
      const response = readResponse(received);
      if (response === undefined || waiting === undefined) return;
      received = received.subarray(response.length);
      const { resolve: done } = waiting;
      waiting = undefined;
      done(response);
    };
    const fail = (error: Error): void => {
      waiting?.reject(error);
      waiting = undefined;
      reject(error);
    };
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      deliver();
    });
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("the server closed the connection before it had answered")));
    socket.on("connect", () => {
      resolve({
        exchange: (request) =>
          new Promise((done, refuse) => {
            waiting = { resolve: done, reject: refuse };
            socket.write(request);
          }),
        close: () => socket.destroy(),
      });
    });
  });
}

function readResponse(bytes: Buffer): (RawResponse & { readonly length: number }) | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = bytes.toString("latin1", 0, end);
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const length = end + 4 + Number(headers.get("content-length") ?? 0);
  if (bytes.length < length) return undefined;
  return {
    status: Number(statusLine.split(" ")[1]),
    headers,
    head,
    body: bytes.toString("utf8", end + 4, length),
    length,
  };
}
