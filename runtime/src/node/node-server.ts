import {
  createServer,
  type IncomingMessage,
  STATUS_CODES,
  type Server as HttpServer,
  type ServerOptions as HttpServerOptions,
} from "node:http";
import type { Duplex } from "node:stream";
import { tooLarge } from "../server/framework-errors.js";
import type { Server, ServerResponse } from "../server/index.js";
import { nodeListener, type NodeListenerOptions } from "./listener.js";
import { isStreaming, NodeStreamRequest } from "./node-stream-request.js";

export interface NodeServerOptions extends NodeListenerOptions {
  /** Milliseconds in which all headers of a request must arrive. 10,000 by default. */
  readonly headersTimeout?: number | undefined;
  /** Milliseconds in which a whole request must arrive, unless its handler reads it as it comes in. 60,000 by default. */
  readonly requestTimeout?: number | undefined;
  /** Milliseconds for which an idle connection stays open. 65,000 by default: longer than common load balancers keep theirs. */
  readonly keepAliveTimeout?: number | undefined;
  /** Milliseconds between looks for connections that are over a limit. 1,000 by default; Node's own 30 s would let slow clients outlive the limits. */
  readonly connectionsCheckingInterval?: number | undefined;
  /** The most connections at a time; more are closed at once. 4,096 by default. */
  readonly maximumConnections?: number | undefined;
  /** Options of `node:http` besides these. */
  readonly http?: HttpServerOptions | undefined;
}

/** A `node:http` server with limits that keep slow and greedy clients from starving the others. Call `listen` on it. */
export function createNodeServer(server: Server, options: NodeServerOptions = {}): HttpServer {
  const { requestTimeout = 60_000 } = options;
  const listener = nodeListener(server, { streamIdleTimeout: requestTimeout, ...options });
  const http = createServer(
    {
      headersTimeout: options.headersTimeout ?? 10_000,
      requestTimeout,
      keepAliveTimeout: options.keepAliveTimeout ?? 65_000,
      connectionsCheckingInterval: options.connectionsCheckingInterval ?? 1_000,
      // Node's own answer would have no request id and no error of the protocol.
      requireHostHeader: false,
      ...options.http,
    },
    (incoming, outgoing) => {
      if (hasHost(incoming)) listener(incoming, outgoing);
      else endConnection(incoming.socket, server.refuse(noHost));
    },
  );
  http.maxConnections = options.maximumConnections ?? 4_096;
  http.on("checkContinue", (incoming, outgoing) => {
    // A body that would be refused need not be sent. A stream may have any length.
    const isLarge = Number(incoming.headers["content-length"] ?? 0) > server.maximumBodyBytes;
    if (isLarge && server.takesStream?.(new NodeStreamRequest(incoming, 0)) !== true) {
      endConnection(incoming.socket, server.refuse(tooLarge(server.maximumBodyBytes)));
      return;
    }
    outgoing.writeContinue();
    listener(incoming, outgoing);
  });
  http.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Told once of a request, and of no use where a handler reads it.
    if (error.code === "ERR_HTTP_REQUEST_TIMEOUT" && isStreaming(socket)) return;
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else endConnection(socket, server.refuse(failureOf(error.code)));
  });
  return http;
}

/**
 * Stops taking connections, lets requests in progress finish, then closes what is left.
 *
 * @param milliseconds how long requests in progress may take; 10,000 by default
 */
export async function closeGracefully(http: HttpServer, milliseconds = 10_000): Promise<void> {
  await new Promise<void>((resolve) => {
    http.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
    // Connections become idle one by one, as their last answer is out.
    const sweep = setInterval(() => http.closeIdleConnections(), 25);
    const deadline = setTimeout(() => http.closeAllConnections(), milliseconds);
    http.closeIdleConnections();
  });
}

const noHost = { name: "BadRequest", statusCode: 400, message: "The request has no Host header, as HTTP/1.1 wants." };

/** RFC 9112, section 3.2: a request of HTTP/1.1 without `Host` is answered with 400. Clients send it first or nearly so. */
function hasHost({ httpVersionMinor, httpVersionMajor, rawHeaders }: IncomingMessage): boolean {
  if (httpVersionMajor === 1 && httpVersionMinor === 0) return true;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (name.length === 4 && name.toLowerCase() === "host") return true;
  }
  return false;
}

function failureOf(code: string | undefined): { name: string; statusCode: number; message: string } {
  if (code === "HPE_HEADER_OVERFLOW") {
    return {
      name: "RequestHeaderFieldsTooLarge",
      statusCode: 431,
      message: "The headers of the request are too large.",
    };
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return { name: "RequestTimeout", statusCode: 408, message: "The request took too long to arrive." };
  }
  return { name: "BadRequest", statusCode: 400, message: "The request is not HTTP/1.1." };
}

/** Writes an answer where there is no response object, and closes the connection, whose state is unknown. */
function endConnection(socket: Duplex, response: ServerResponse): void {
  const lines = [`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`];
  for (let index = 0; index + 1 < response.headers.length; index += 2) {
    lines.push(`${response.headers[index]}: ${response.headers[index + 1]}`);
  }
  // What refuses a request is never a stream.
  const body = response.body instanceof ReadableStream ? "" : response.body;
  lines.push(`Content-Length: ${Buffer.byteLength(body)}`, "Connection: close");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  socket.end(body);
}
