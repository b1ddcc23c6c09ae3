import { userAgentHeaders } from "#platform";
import { ServiceError } from "../errors/index.js";
import { Cancellation } from "../http/cancellation.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Client } from "./client.js";
import { ResponseError, TimeoutError } from "./client-errors.js";
import type { CallOptions, Clock } from "./config.js";
import { requireRegion } from "./endpoint.js";
import { completeInput, encodeInput } from "./input.js";
import type { AttemptObserver } from "./observe.js";
import type { OperationDefinition, RequestParts } from "./operation.js";
import { requestIdOf } from "./request-id.js";
import { backoff, clockSkewOf, retryAfterOf, priceOf, retryCapacity, retryReason, type RetryReason } from "./retry.js";

/** What a call brought, with what came along. */
export interface CallResult<Output> {
  readonly output: Output;
  /** The response as received; its body has every number token and unknown member. */
  readonly response: HttpResponse;
  /** How often the request was sent. */
  readonly attempts: number;
}

/**
 * Makes one call: checks and encodes the input once, then signs, sends and reads until the outcome is final. An output that streams may
 * still have to be awaited.
 */
export async function call<Input, Output>(
  client: Client,
  definition: OperationDefinition<Input, Output>,
  given: Input,
  options: CallOptions,
): Promise<CallResult<Output | Promise<Output>>> {
  const { config, clock } = client;
  const { signal } = options;
  const { maximumAttempts = config.maximumAttempts ?? 3, attemptTimeout = config.attemptTimeout ?? 30_000 } = options;
  const begin = clock.now();
  const input = completeInput(definition, given, config.idempotencyToken);
  const names = { service: definition.service.shape, operation: definition.name };
  await config.inputCheck?.({ ...names, validator: definition.validator }, input);
  const parts = encodeInput(definition, input, config, options);
  const built = buildRequest(client, definition, input, parts, options);
  const unsigned = await (parts.complete?.(built) ?? built);
  // A stream has no length: it can be sent only once, and takes as long as it takes.
  const isStream = !((unsigned.body as Uint8Array).length >= 0);
  const timeout = options.timeout ?? config.timeout ?? (isStream ? Infinity : 120_000);
  const end = begin + timeout;
  /** What a success gives back: the price of its last retry, or a little where it needed none. */
  let refund = 1;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const start = clock.now();
    /** The milliseconds that remain for the attempt. */
    const left = (): number => Math.min(end - clock.now(), attemptTimeout);
    const offset = client.clockOffset;
    let finish: ReturnType<AttemptObserver>;
    let response: HttpResponse | undefined;
    let error: unknown;
    try {
      response = await within<HttpResponse>(
        clock,
        left,
        // Made when needed: an error collects its stack.
        () => (clock.now() < end ? new TimeoutError("attempt", attemptTimeout) : new TimeoutError("call", timeout)),
        signal,
        (cancellation, restart) =>
          signed(client, definition, unsigned, start + offset).then((request) => {
            if (cancellation.cancelled) throw cancellation.reason;
            finish = config.observer?.({ ...names, attempt }, request);
            return client.transport.send(isStream ? watched(request, restart) : request, {
              cancellation,
              maximumBodyBytes: config.maximumResponseBytes ?? 2 ** 26,
              connectTimeout: config.connectTimeout,
              streams: definition.streams,
            });
          }),
      );
      const output = read(definition, response, parts);
      client.retryBudget = Math.min(retryCapacity, client.retryBudget + refund);
      finish?.(clock.now() - start, response);
      return { output, response, attempts: attempt };
    } catch (caught) {
      error = caught;
    }
    let wait: number | undefined;
    const now = clock.now();
    const reason = signal?.aborted ? undefined : reasonToRetry(client, error, response, now, offset);
    if (reason && attempt < maximumAttempts && !isStream) {
      const price = priceOf(reason);
      const { random = Math.random } = config;
      // A clock that was set right has nothing to wait for.
      wait = reason === "clock-skew" ? 0 : Math.max(retryAfterOf(response, now), backoff(reason, attempt, random()));
      if (now + wait < end && price <= client.retryBudget) client.retryBudget -= refund = price;
      else wait = undefined;
    }
    finish?.(now - start, response, error, wait);
    if (wait === undefined) throw error;
    // Here, the end of the time is what is waited for.
    await within(
      clock,
      () => wait,
      () => undefined,
      signal,
      () => new Promise(() => {}),
    ).catch(() => undefined);
  }
}

/** The request without what an attempt adds. */
function buildRequest<Input, Output>(
  client: Client,
  { service, hostPrefix }: OperationDefinition<Input, Output>,
  input: Input,
  parts: RequestParts,
  options: CallOptions,
): HttpRequest {
  const endpoint = client.endpointOf(service);
  const headers: Record<string, string> = {};
  const { config } = client;
  for (const more of [userAgentHeaders(service, config.userAgent), config.headers, options.headers, parts.headers]) {
    for (const name in more) headers[name.toLowerCase()] = more[name] ?? "";
  }
  return {
    method: parts.method,
    origin: hostPrefix?.(endpoint.origin, input) ?? endpoint.origin,
    path: endpoint.basePath + parts.path,
    headers,
    body: parts.body,
  };
}

/** The request with what authenticates it, unless the operation needs none or the client is anonymous. */
async function signed<Input, Output>(
  { config, credentials, region }: Client,
  { service, signers }: OperationDefinition<Input, Output>,
  request: HttpRequest,
  now: number,
): Promise<HttpRequest> {
  const signer = config.signer ?? signers?.[0];
  if (!signer || !credentials) return request;
  const signingName = service.signingName ?? service.endpointPrefix ?? service.sdkId;
  return signer.sign(request, { signingName, region: requireRegion(region), credentials, now });
}

/** The request, which tells of each piece that is read of its stream. */
function watched(request: HttpRequest, progress: () => void): HttpRequest {
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        progress();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { ...request, body };
}

/** Does the work unless the time, which `restart` gives anew, is over or the signal aborts first, whatever the work does then. */
function within<T>(
  clock: Clock,
  milliseconds: () => number,
  expired: () => unknown,
  signal: AbortSignal | undefined,
  work: (cancellation: Cancellation, restart: () => void) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const done =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        isOver = true;
        stop();
        // Where there is more to come of a response, the signal can still end it.
        if (!(value as { readonly stream?: unknown } | undefined)?.stream) signal?.removeEventListener("abort", abort);
        settle(value);
      };
    const cancellation = new Cancellation(done(reject));
    const abort = (): void => cancellation.cancel(signal?.reason);
    const schedule = (): (() => void) => clock.schedule(milliseconds(), () => cancellation.cancel(expired()));
    let stop = schedule();
    signal?.addEventListener("abort", abort);
    const restart = (): void => {
      if (isOver) return;
      stop();
      stop = schedule();
    };
    work(cancellation, restart).then(done(resolve), done(reject));
  });
}

/** The output of a successful response. @throws the error that any other one stands for. */
function read<Input, Output>(
  { protocol, name }: OperationDefinition<Input, Output>,
  response: HttpResponse,
  { receive }: RequestParts,
): Output | Promise<Output> {
  const { statusCode } = response;
  // A transport gives no interim response.
  if (statusCode > 299) throw protocol.error(response);
  try {
    return protocol.output(receive?.(response) ?? response);
  } catch (error) {
    throw new ResponseError(name, statusCode, requestIdOf(response.headers), error);
  }
}

function reasonToRetry(
  client: Client,
  error: unknown,
  response: HttpResponse | undefined,
  now: number,
  offset: number,
): RetryReason | undefined {
  if (response && error instanceof ServiceError) {
    const skew = clockSkewOf(error, response, now, offset);
    if (skew !== undefined) {
      client.clockOffset = skew;
      return "clock-skew";
    }
  }
  return retryReason(error);
}
