import { fork, type ChildProcess } from "node:child_process";
import { createConnection, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { compare, type Bar, type Contender, type Row } from "../harness.js";

const connections = 16;
const requestsPerSample = 6000;
const target = "AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability";

/** A server in a process of its own. A sample is the processor time that it takes for a request, in microseconds. */
class ServerUnderLoad implements Contender {
  readonly name: string;
  readonly #script: string;
  readonly #request: Buffer;
  #process: ChildProcess | undefined;
  #sockets: readonly Socket[] = [];

  constructor(name: string, script: string, request: Buffer) {
    this.name = name;
    this.#script = script;
    this.#request = request;
  }

  async open(): Promise<void> {
    this.#process = fork(fileURLToPath(new URL(`../servers/${this.#script}.mjs`, import.meta.url)));
    const { port } = await this.#message<{ port: number }>();
    this.#sockets = await Promise.all(Array.from({ length: connections }, () => connect(port)));
    for (let round = 0; round < 3; round += 1) await this.sample();
  }

  async sample(): Promise<number> {
    const before = await this.#microseconds();
    const share = Math.ceil(requestsPerSample / connections);
    await Promise.all(this.#sockets.map((socket) => exchange(socket, this.#request, share)));
    return ((await this.#microseconds()) - before) / (share * connections);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#process?.kill();
  }

  async #microseconds(): Promise<number> {
    this.#process?.send("usage");
    return (await this.#message<{ microseconds: number }>()).microseconds;
  }

  #message<T>(): Promise<T> {
    return new Promise((resolve) => this.#process?.once("message", (message) => resolve(message as T)));
  }
}

function connect(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Sends the request `count` times, each when the answer to the one before is there. */
function exchange(socket: Socket, request: Buffer, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    let missing = -1;
    const onData = (chunk: Buffer): void => {
      let rest = chunk.length;
      if (missing < 0) {
        const head = chunk.indexOf("\r\n\r\n");
        const length = /content-length: (\d+)/i.exec(chunk.toString("latin1", 0, head))?.[1];
        if (!chunk.toString("latin1", 0, 12).startsWith("HTTP/1.1 200") || length === undefined) {
          reject(new Error(chunk.toString()));
          return;
        }
        missing = Number(length);
        rest -= head + 4;
      }
      missing -= rest;
      if (missing > 0) return;
      missing = -1;
      left -= 1;
      if (left > 0) socket.write(request);
      else {
        socket.off("data", onData);
        resolve();
      }
    };
    socket.on("data", onData);
    socket.write(request);
  });
}

function requestWith(digests: number): Buffer {
  const digest = (index: number): string => `sha256:${index.toString(16).padStart(2, "0").repeat(32)}`;
  const body = JSON.stringify({
    layerDigests: Array.from({ length: digests }, (_, index) => digest(index)),
    repositoryName: "amazonlinux",
  });
  const head = [
    "POST / HTTP/1.1",
    "Host: localhost",
    "Content-Type: application/x-amz-json-1.1",
    `X-Amz-Target: ${target}`,
    "X-Amz-Date: 20161216T195733Z",
    "Accept-Encoding: identity",
    "User-Agent: aws-cli/1.11.22 Python/2.7.12 Darwin/16.3.0 botocore/1.4.79",
    `Content-Length: ${body.length}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}

export async function* suite(): AsyncGenerator<Row> {
  const bars: readonly (readonly [name: string, script: string, bar: Bar])[] = [
    ["node:http by hand, no validation", "raw", { direction: "at most", ratio: 1.15 }],
    ["fastify 5 with the equal schemas", "fastify", { direction: "at most", ratio: 1 }],
  ];
  for (const digests of [1, 100]) {
    const request = requestWith(digests);
    for (const [name, script, bar] of bars) {
      yield await compare({
        suite: "server",
        name: `processor time for a request, ${digests} ${digests === 1 ? "digest" : "digests"}`,
        unit: "µs",
        ours: new ServerUnderLoad("tsmith", "ours", request),
        peers: [new ServerUnderLoad(name, script, request)],
        bar,
      });
    }
  }
}
