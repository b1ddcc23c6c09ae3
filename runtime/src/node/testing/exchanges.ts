import { createServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { Cancellation } from "../../http/cancellation.js";
import type { HttpRequest, HttpResponse } from "../../http/message.js";
import type { Transport, TransportOptions } from "../../http/transport.js";
import { testCertificate } from "./certificate.js";
import { RawServer, type Answer } from "./raw-server.js";

/** Runs when the test is over. */
export function atEnd(stop: () => unknown): void {
  onTestFinished(async () => {
    await stop();
  });
}

/** A server for the length of the test. */
export async function serve(...answers: readonly Answer[]): Promise<RawServer> {
  const server = await RawServer.start(...answers);
  atEnd(() => server.stop());
  return server;
}

/** A server over TLS, with the test's certificate, for the length of the test. */
export async function serveSecurely(...answers: readonly Answer[]): Promise<RawServer> {
  const server = await RawServer.startSecure(testCertificate, ...answers);
  atEnd(() => server.stop());
  return server;
}

/** The origin of a server for TLS that takes connections and says nothing, so that no handshake ends. */
export async function serveSilently(accepted: () => void = () => {}): Promise<string> {
  const server = createServer((socket) => {
    atEnd(() => socket.destroy());
    socket.on("error", () => socket.destroy());
    accepted();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The transport, closed when the test is over. */
export function open(transport: Transport): Transport {
  atEnd(() => transport.close?.());
  return transport;
}

/** Sends a request with some parts of its own; the response with its body as text. */
export async function send(
  transport: Transport,
  origin: string,
  request: Partial<HttpRequest> = {},
  options: Partial<TransportOptions> = {},
): Promise<Omit<HttpResponse, "body"> & { readonly body: string }> {
  const whole = { method: "POST", origin, path: "/", headers: {}, body: "{}", ...request };
  const all = { cancellation: new Cancellation(), maximumBodyBytes: 100_000, ...options };
  const response = await transport.send(whole, all);
  return { ...response, body: Buffer.from(response.body).toString() };
}
