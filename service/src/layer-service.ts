import { createEcrServer } from "@tsmith/ecr/server";
import { sigV4Authenticator, type Credentials, type SigV4Identity } from "@tsmith/runtime/aws";
import { createNodeServer } from "@tsmith/runtime/node";
import type { ServerContext } from "@tsmith/runtime/server";
import type { Server as NodeServer } from "node:http";
import { LayerHandlers } from "./handlers.js";
import type { LayerStore } from "./layer-store.js";

/** Keys that may call the service, and the registry they belong to. */
export interface ServiceKey extends Credentials {
  /** Twelve digits. */
  readonly accountId: string;
}

export interface LayerServiceOptions {
  readonly store: LayerStore;
  readonly keys: readonly ServiceKey[];
  readonly region: string;
  /** `127.0.0.1` unless given. */
  readonly host?: string | undefined;
  /** Any free port unless given. */
  readonly port?: number | undefined;
  /** Milliseconds since the epoch, to judge signatures by; the system clock unless given. */
  readonly now?: (() => number) | undefined;
  /** Told of what went wrong inside; nothing of it reaches the caller. */
  readonly onError: (error: unknown, context: ServerContext) => void;
}

export interface LayerService {
  readonly url: string;
  /** Ends gracefully: no new connections, answers under way are sent, then the promise resolves. */
  close(): Promise<void>;
}

/** Starts the service; rejects when it cannot listen. */
export async function startLayerService(options: LayerServiceOptions): Promise<LayerService> {
  const keys = new Map(options.keys.map((key) => [key.accessKeyId, key]));
  const handlers = new LayerHandlers({
    store: options.store,
    registryOf: (context) => keys.get((context.identity as SigV4Identity).accessKeyId)?.accountId ?? "",
  });
  const server = createEcrServer(handlers, {
    authenticator: sigV4Authenticator({
      region: options.region,
      service: "ecr",
      credentialsOf: (accessKeyId) => keys.get(accessKeyId),
      now: options.now,
    }),
    onError: options.onError,
  });
  const node = createNodeServer(server);
  const host = options.host ?? "127.0.0.1";
  await listen(node, options.port ?? 0, host);
  const address = node.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        node.close((error) => (error === undefined ? resolve() : reject(error)));
        node.closeIdleConnections();
      }),
  };
}

function listen(server: NodeServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
