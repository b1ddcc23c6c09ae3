import type { ConnectionOptions } from "node:tls";
import type { Transport } from "../http/transport.js";

export interface SocketTransportOptions {
  /** Connections to one origin at the same time; further requests wait for one. 64 unless given. */
  readonly maximumConnections?: number | undefined;
  /** Certificates, keys and the like for `https:`. */
  readonly tls?: ConnectionOptions | undefined;
}

/**
 * HTTP/1.1 over connections that are kept open and used again, several times lighter than `node:http`. One request at a time on a
 * connection; no proxies and no upgrades. Everything it needs is loaded with the first request.
 */
export function socketTransport(settings: SocketTransportOptions = {}): Transport {
  let transport: Transport | undefined;
  let loading: Promise<Transport> | undefined;
  const load = async (): Promise<Transport> => {
    const { pooledTransport } = await import("./pooled-transport.js");
    return (transport = pooledTransport(settings));
  };
  return {
    async send(request, options) {
      return (transport ?? (await (loading ??= load()))).send(request, options);
    },
    close() {
      transport?.close?.();
    },
  };
}

/** The transport of a client that was given none. */
export const defaultTransport = (): Transport => socketTransport();
