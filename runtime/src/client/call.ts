import type { Signer, SigningContext } from "../aws/signer.js";
import { ServiceError } from "../errors/index.js";
import { Cancellation } from "../http/cancellation.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Client } from "./client.js";
import { ResponseError, TimeoutError } from "./client-errors.js";
import { sleep } from "./clock.js";
import type { CallOptions } from "./config.js";
import { prefixHost, requireRegion } from "./endpoint.js";
import { summarize, withoutCookies } from "./hook-events.js";
import { prepareInput, type PreparedInput } from "./input.js";
import type { OperationDefinition } from "./operation.js";
import { requestIdOf } from "./request-id.js";
import { backoff, clockSkewOf, retryAfterOf, retryReason, type RetryReason } from "./retry.js";

/** What a call brought, with what came along. */
export interface CallResult<Output> {
  readonly output: Output;
  /** The response as received; its body has every number token and unknown member. */
  readonly response: HttpResponse;
  readonly requestId: string | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
}

/** Makes one call: checks and encodes the input once, then signs, sends and reads until the outcome is final. */
export async function call<Input, Output>(
  client: Client,
  definition: OperationDefinition<Input, Output>,
  given: Input,
  options: CallOptions = {},
): Promise<CallResult<Output>> {
  const { config, clock } = client;
  const { signal } = options;
  signal?.throwIfAborted();
  const input = await prepareInput(client, definition, given);
  const unsigned = buildRequest(client, definition, input, options);
  const attempts = options.maximumAttempts ?? config.maximumAttempts ?? 3;
  const attemptTimeout = options.attemptTimeout ?? config.attemptTimeout ?? 30_000;
  const timeout = options.timeout ?? config.timeout ?? 120_000;
  const end = clock.now() + timeout;
  let price: number | undefined;
  for (let attempt = 1; ; attempt++) {
    const left = end - clock.now();
    const run = new Attempt(client, definition, attempt);
    try {
      const response = await run.send(
        attempts === 1 ? unsigned : withAttempt(unsigned, attempt, attempts),
        signal,
        Math.min(left, attemptTimeout),
        // Made when needed: an error collects its stack.
        () => (left < attemptTimeout ? new TimeoutError("call", timeout) : new TimeoutError("attempt", attemptTimeout)),
      );
      const output = run.read(response);
      client.retryBudget.give(price);
      run.end(undefined, undefined);
      return { output, response, requestId: requestIdOf(response.headers), attempts: attempt };
    } catch (error) {
      const reason = signal?.aborted === true ? undefined : run.reasonToRetry(error);
      let wait: number | undefined;
      if (reason !== undefined && attempt < attempts) {
        wait = waitBefore(client, run.response, reason, attempt);
        price = clock.now() + wait < end ? client.retryBudget.take(reason) : undefined;
        if (price === undefined) wait = undefined;
      }
      run.end(error, wait);
      if (wait === undefined) throw error;
      await sleep(clock, wait, signal);
    }
  }
}

/** The request without what an attempt adds. */
function buildRequest<Input, Output>(
  client: Client,
  definition: OperationDefinition<Input, Output>,
  { input, parts }: PreparedInput<Input>,
  options: CallOptions,
): HttpRequest {
  const { service, hostPrefix } = definition;
  const endpoint = client.endpointOf(service);
  const { origin, basePath } = hostPrefix === undefined ? endpoint : prefixHost(endpoint, hostPrefix(input));
  const headers: Record<string, string> = {};
  for (const source of [client.config.headers, options.headers]) {
    for (const name in source) headers[name.toLowerCase()] = source[name] ?? "";
  }
  Object.assign(headers, parts.headers);
  const userAgent = client.userAgentOf(service);
  if (userAgent !== undefined) headers["user-agent"] ??= userAgent;
  return { method: parts.method, origin, path: basePath + parts.path, headers, body: parts.body };
}

/** Tells the service which attempt this is, so that it can tell a retry from a new request. */
function withAttempt(request: HttpRequest, attempt: number, attempts: number): HttpRequest {
  return { ...request, headers: { ...request.headers, "amz-sdk-request": `attempt=${attempt}; max=${attempts}` } };
}

function waitBefore(client: Client, response: HttpResponse | undefined, reason: RetryReason, attempt: number): number {
  const random = client.config.random ?? Math.random;
  const asked = response === undefined ? 0 : retryAfterOf(response, client.clock.now());
  // A clock that was set right has nothing to wait for.
  return reason === "clock-skew" ? 0 : Math.max(asked, backoff(reason, attempt, random()));
}

/** One attempt: what was sent, what came back, and what hooks are told about it. */
class Attempt<Input, Output> {
  response: HttpResponse | undefined;
  readonly #client: Client;
  readonly #definition: OperationDefinition<Input, Output>;
  readonly #attempt: number;
  readonly #start: number;
  #usedOffset = 0;
  #begun = false;

  constructor(client: Client, definition: OperationDefinition<Input, Output>, attempt: number) {
    this.#client = client;
    this.#definition = definition;
    this.#attempt = attempt;
    this.#start = client.clock.now();
  }

  /** Signs and sends. Rejects when the time is over or the signal aborts, whatever the transport does then. */
  send(
    unsigned: HttpRequest,
    signal: AbortSignal | undefined,
    time: number,
    expired: () => TimeoutError,
  ): Promise<HttpResponse> {
    const { transport, clock, config } = this.#client;
    const maximumBodyBytes = config.maximumResponseBytes ?? 64 * 1024 * 1024;
    return new Promise((resolve, reject) => {
      const cancellation = new Cancellation(reject);
      const abort = (): void => cancellation.cancel(signal?.reason);
      const stop = clock.schedule(time, () => cancellation.cancel(expired()));
      signal?.addEventListener("abort", abort);
      this.#sign(unsigned)
        .then((request) => {
          this.#begin(request);
          return cancellation.cancelled
            ? Promise.reject(cancellation.reason)
            : transport.send(request, { cancellation, maximumBodyBytes });
        })
        .then(resolve, reject)
        .finally(() => {
          stop();
          signal?.removeEventListener("abort", abort);
        });
    });
  }

  async #sign(unsigned: HttpRequest): Promise<HttpRequest> {
    const { config, credentials, region, clock } = this.#client;
    const { service, signers = [] } = this.#definition;
    const signer: Signer | undefined = config.signer ?? signers[0];
    if (signer === undefined || credentials === undefined) return unsigned;
    this.#usedOffset = this.#client.clockOffset;
    const context: SigningContext = {
      signingName: service.signingName ?? service.endpointPrefix ?? service.sdkId,
      region: requireRegion(region),
      credentials,
      now: clock.now() + this.#usedOffset,
    };
    return await signer.sign(unsigned, context);
  }

  #begin(request: HttpRequest): void {
    this.#begun = true;
    const { hooks } = this.#client.config;
    if (hooks?.attemptStart !== undefined) hooks.attemptStart({ ...this.#names(), request: summarize(request) });
  }

  /** The output of a successful response. @throws the error that any other one stands for. */
  read(response: HttpResponse): Output {
    this.response = response;
    const { protocol, name } = this.#definition;
    if (response.statusCode < 200 || response.statusCode > 299) throw protocol.error(response);
    try {
      return protocol.output(response);
    } catch (error) {
      throw new ResponseError(name, response.statusCode, requestIdOf(response.headers), error);
    }
  }

  reasonToRetry(error: unknown): RetryReason | undefined {
    if (this.response !== undefined && error instanceof ServiceError) {
      const skew = clockSkewOf(error, this.response, this.#client.clock.now(), this.#usedOffset);
      if (skew !== undefined) {
        this.#client.clockOffset = skew;
        return "clock-skew";
      }
    }
    return retryReason(error);
  }

  end(error: unknown, wait: number | undefined): void {
    const { hooks } = this.#client.config;
    if (hooks?.attemptEnd === undefined || !this.#begun) return;
    const { response } = this;
    hooks.attemptEnd({
      ...this.#names(),
      milliseconds: this.#client.clock.now() - this.#start,
      ...(response === undefined
        ? {}
        : {
            response: {
              statusCode: response.statusCode,
              headers: withoutCookies(response.headers),
              bodyBytes: response.body.length,
              requestId: requestIdOf(response.headers),
            },
          }),
      ...(error === undefined ? {} : { error: error instanceof Error ? error.name : "Error" }),
      ...(wait === undefined ? {} : { retryAfter: wait }),
    });
  }

  #names(): { readonly service: string; readonly operation: string; readonly attempt: number } {
    return { service: this.#definition.service.shape, operation: this.#definition.name, attempt: this.#attempt };
  }
}
