import type { HttpRequest, HttpResponse } from "../../http/message.js";
import type { Transport, TransportOptions } from "../../http/transport.js";

/** What a server does with one request. */
export type Step = HttpResponse | Error | "hangs";

export function response(
  statusCode: number,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    statusCode,
    headers,
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  };
}

/** A transport that plays one step a request, the last one for ever, and remembers what it was given. */
export class ScriptedTransport implements Transport {
  readonly requests: HttpRequest[] = [];
  readonly options: TransportOptions[] = [];
  readonly #steps: readonly Step[];

  constructor(...steps: readonly Step[]) {
    this.#steps = steps;
  }

  send = (request: HttpRequest, options: TransportOptions): Promise<HttpResponse> => {
    const step = this.#steps[Math.min(this.requests.length, this.#steps.length - 1)] ?? "hangs";
    this.requests.push(request);
    this.options.push(options);
    if (step === "hangs") return new Promise(() => {});
    return step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
  };
}
