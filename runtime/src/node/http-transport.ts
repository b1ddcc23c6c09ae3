import type * as Http from "node:http";
import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type * as Https from "node:https";
import type { Socket } from "node:net";
import { isStream } from "../http/byte-streams.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import { TransportError, type Transport, type TransportOptions } from "../http/transport.js";
import { BodySink } from "./body-sink.js";
import { BodyUpload } from "./body-upload.js";
import { connectFailure, limitConnecting } from "./connect-limit.js";
import { checkedHeaders } from "./http1-request.js";
import { receivedHeaders } from "./received-headers.js";

export interface HttpTransportOptions {
  /** Makes the connections for `http:`: one that goes through a proxy, say. Its owner closes it. */
  readonly httpAgent?: Agent | undefined;
  /** The same for `https:`. */
  readonly httpsAgent?: Agent | undefined;
}

interface Modules {
  readonly http: typeof Http;
  readonly https: typeof Https;
}

/**
 * `node:http` and `node:https`: slower than `socketTransport`, for where an agent decides how connections are made. Without agents, connections
 * are kept open and used again, 64 to an origin at most.
 */
export function httpTransport({ httpAgent, httpsAgent }: HttpTransportOptions = {}): Transport {
  let ownHttp: Agent | undefined;
  let ownHttps: Agent | undefined;
  let loading: Promise<Modules> | undefined;
  return {
    async send(request, options) {
      const { method, origin, path, body } = request;
      const headers = checkedHeaders(request);
      if (isStream(body) && headers["content-length"] === undefined) {
        headers["transfer-encoding"] = "chunked";
      }
      // Loaded with the first request, so that importing the package costs little.
      const { http, https } = await (loading ??= load());
      const { cancellation } = options;
      if (cancellation.cancelled) throw cancellation.reason;
      const { protocol, hostname, port, host } = new URL(origin);
      const shared = {
        host: hostname.replace(/^\[|\]$/g, ""),
        port,
        method,
        path,
        headers,
        maxHeaderSize: 64 * 1024,
        insecureHTTPParser: false,
      };
      const agentOptions = { keepAlive: true, maxSockets: 64, scheduling: "lifo" } as const;
      return new Promise<HttpResponse>((resolve, reject) => {
        const isSecure = protocol === "https:";
        const outgoing = isSecure
          ? https.request({ ...shared, agent: httpsAgent ?? (ownHttps ??= new https.Agent(agentOptions)) })
          : http.request({ ...shared, agent: httpAgent ?? (ownHttp ??= new http.Agent(agentOptions)) });
        const connected = isSecure ? "secureConnect" : "connect";
        exchange(outgoing, { ...options, host, connected, body }, resolve, reject);
      });
    },
    close() {
      for (const agent of [ownHttp, ownHttps]) {
        for (const sockets of Object.values(agent?.freeSockets ?? {})) {
          for (const socket of sockets ?? []) socket.destroy();
        }
      }
    },
  };
}

async function load(): Promise<Modules> {
  const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
  return { http, https };
}

interface Exchange extends TransportOptions {
  readonly host: string;
  /** The event of a socket that can carry requests. */
  readonly connected: "connect" | "secureConnect";
  readonly body: HttpRequest["body"];
}

/** Follows one request to its response or its failure. */
function exchange(
  outgoing: ClientRequest,
  { cancellation, maximumBodyBytes, connectTimeout, streams, host, connected, body }: Exchange,
  resolve: (response: HttpResponse) => void,
  reject: (reason: unknown) => void,
): void {
  let isConnected = false;
  let settled = false;
  let stop = (): void => {};
  let upload: BodyUpload | undefined;
  let refuse = reject;
  const settle = (): boolean => {
    if (settled) return false;
    settled = true;
    stop();
    cancellation.listener = undefined;
    if (upload?.complete === false) {
      upload.stop(new Error("The response came before the end of the request"));
      outgoing.destroy();
    }
    return true;
  };
  const fail = (reason: unknown): void => {
    if (!settle()) return;
    outgoing.destroy();
    refuse(reason);
  };
  cancellation.listener = fail;
  outgoing.on("socket", (socket: Socket) => {
    const ready = (): void => {
      isConnected = true;
      stop();
    };
    if (!socket.connecting) return ready();
    stop = limitConnecting(connectTimeout, host, fail);
    socket.once(connected, ready);
  });
  // Listened to after the end as well: a request that was destroyed tells so as an error.
  outgoing.on("error", (error: NodeJS.ErrnoException) =>
    fail(isConnected ? brokenExchange(error) : connectFailure(host, error)),
  );
  outgoing.on("upgrade", () => fail(malformed("the server changed the protocol unasked")));
  outgoing.on("response", (incoming: IncomingMessage) => {
    const { statusCode = 0 } = incoming;
    if (statusCode < 200) return fail(malformed("the server changed the protocol unasked"));
    incoming.on("error", (error: NodeJS.ErrnoException) => fail(brokenExchange(error)));
    const ended = (complete: () => void): void => {
      if (!incoming.complete) fail(brokenExchange(new Error("aborted")));
      else if (settle()) complete();
    };
    if (streams === true && statusCode < 300) {
      const sink = new BodySink({
        pause: () => incoming.pause(),
        resume: () => incoming.resume(),
        stop: () => fail(undefined),
      });
      refuse = (reason) => sink.fail(reason);
      resolve({
        statusCode,
        headers: receivedHeaders(incoming.rawHeaders),
        body: new Uint8Array(0),
        stream: sink.stream,
      });
      incoming.on("data", (chunk: Buffer) => sink.write(chunk));
      incoming.on("end", () => ended(() => sink.end()));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (more: number): void => {
      length += more;
      if (length <= maximumBodyBytes) return;
      fail(new TransportError("too-large", `The response is longer than ${maximumBodyBytes} bytes`));
    };
    incoming.on("data", (chunk: Buffer) => {
      take(chunk.length);
      if (!settled) chunks.push(chunk);
    });
    incoming.on("end", () =>
      ended(() => resolve({ statusCode, headers: receivedHeaders(incoming.rawHeaders), body: Buffer.concat(chunks) })),
    );
  });
  if (isStream(body)) {
    // The first piece may wait for the answer's.
    // Pushes the headers out in Latin 1, where `flushHeaders` takes UTF-8.
    outgoing.write(new Uint8Array(0));
    const announced = outgoing.getHeader("content-length");
    upload = new BodyUpload(outgoing, body, {
      chunked: false,
      length: announced === undefined ? undefined : Number(announced),
    });
    upload.run().then(() => outgoing.end(), fail);
  } else {
    outgoing.end(body);
  }
}

/** What went wrong on a connection. Node's parser names its objections `HPE_…`, among them that the connection ended too early. */
function brokenExchange(error: NodeJS.ErrnoException): TransportError {
  const { code } = error;
  if (code?.startsWith("HPE_") === true && code !== "HPE_INVALID_EOF_STATE") return malformed(error.message, error);
  return new TransportError("closed", "The connection ended before the response did", {
    code: code?.startsWith("HPE_") === false ? code : "ECONNRESET",
    cause: error,
  });
}

function malformed(problem: string, cause?: Error): TransportError {
  return new TransportError("malformed", `The response is not valid HTTP: ${problem}`, { cause });
}
