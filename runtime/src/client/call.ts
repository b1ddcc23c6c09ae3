import { userAgentHeaders } from "#platform";
import type { SigningContext } from "../aws/signer.js";
import { ServiceError } from "../errors/index.js";
import { Cancellation } from "../http/cancellation.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import type { Client } from "./client.js";
import { ResponseError, TimeoutError } from "./client-errors.js";
import type { CallOptions, Clock } from "./config.js";
import { requireRegion } from "./endpoint.js";
import { completeInput, encodeInput } from "./input.js";
import type { AttemptObserver } from "./observe.js";
import { isStream } from "../http/byte-streams.js";
import { TransportError } from "../http/transport.js";
import type { StepContext } from "./call-step.js";
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

/** Makes one call: checks and encodes the input once, then signs, sends and reads until the outcome is final. */
export async function call<Input, Output>(
  client: Client,
  definition: OperationDefinition<Input, Output>,
  given: Input,
  options: CallOptions,
): Promise<CallResult<Output>> {
  const { config, clock } = client;
  const { signal } = options;
  const {
    maximumAttempts = config.maximumAttempts ?? 3,
    attemptTimeout = config.attemptTimeout ?? 30_000,
    timeout = config.timeout ?? 120_000,
  } = options;
  const end = clock.now() + timeout;
  const { service, steps, streams } = definition;
  let input = completeInput(definition, given, config.idempotencyToken);
  if (steps !== undefined) {
    for (const step of steps) input = (step.input?.(input, { service, config, options }) ?? input) as Input;
  }
  const context = { service, config, options, input };
  const names = { service: service.shape, operation: definition.name };
  await config.inputCheck?.({ ...names, validator: definition.validator }, input);
  let unsigned = buildRequest(client, definition, input, encodeInput(definition, input), options);
  if (steps !== undefined) {
    for (const step of steps) unsigned = (await step.request?.(unsigned, context)) ?? unsigned;
  }
  /** What a success gives back: the price of its last retry, or a little where it needed none. */
  let refund = 1;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const start = clock.now();
    const left = end - start;
    const offset = client.clockOffset;
    let finish: ReturnType<AttemptObserver>;
    let response: HttpResponse | undefined;
    let error: unknown;
    try {
      response = await within<HttpResponse>(
        clock,
        Math.min(left, attemptTimeout),
        // Made when needed: an error collects its stack.
        () => (left < attemptTimeout ? new TimeoutError("call", timeout) : new TimeoutError("attempt", attemptTimeout)),
        signal,
        (cancellation) =>
          signed(client, definition, unsigned, start + offset).then((request) => {
            if (cancellation.cancelled) throw cancellation.reason;
            finish = config.observer?.({ ...names, attempt }, request);
            return client.transport.send(request, {
              cancellation,
              maximumBodyBytes: config.maximumResponseBytes ?? 2 ** 26,
              connectTimeout: config.connectTimeout,
              streams,
            });
          }),
      );
      const output = read(definition, response, context);
      client.retryBudget = Math.min(retryCapacity, client.retryBudget + refund);
      finish?.(clock.now() - start, response);
      return { output, response, attempts: attempt };
    } catch (caught) {
      error = caught;
    }
    let wait: number | undefined;
    const now = clock.now();
    const reason = signal?.aborted === true ? undefined : reasonToRetry(client, error, response, now, offset);
    if (reason !== undefined && attempt < maximumAttempts && canRepeat(unsigned, error)) {
      const price = priceOf(reason);
      wait = waitBefore(client, response, reason, attempt, now);
      if (now + wait < end && price <= client.retryBudget) client.retryBudget -= refund = price;
      else wait = undefined;
    }
    finish?.(now - start, response, error, wait);
    if (wait === undefined) throw error;
    // Here, the end of the time is what is waited for.
    await within(
      clock,
      wait,
      () => undefined,
      signal,
      () => new Promise(() => {}),
    ).catch(() => undefined);
  }
}

/** Whether a request can be sent again: a stream only as long as nobody began to read it. */
function canRepeat({ body }: HttpRequest, error: unknown): boolean {
  if (typeof body !== "object" || !isStream(body)) return true;
  return !body.locked && error instanceof TransportError && error.kind === "connect";
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
  const add = (more: Readonly<Record<string, string>> | undefined): void => {
    for (const name in more) headers[name.toLowerCase()] = more[name] ?? "";
  };
  add(userAgentHeaders(service, client.config.userAgent));
  add(client.config.headers);
  add(options.headers);
  add(parts.headers);
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
  { service, signers = [], steps }: OperationDefinition<Input, Output>,
  request: HttpRequest,
  now: number,
): Promise<HttpRequest> {
  const signer = config.signer ?? signers[0];
  let context: SigningContext | undefined;
  let result = request;
  if (signer !== undefined && credentials !== undefined) {
    const signingName = service.signingName ?? service.endpointPrefix ?? service.sdkId;
    context = { signingName, region: requireRegion(region), credentials, now };
    if (steps === undefined) return signer.sign(request, context);
    result = await signer.sign(request, context);
  }
  for (const step of steps ?? []) result = (await step.signed?.(result, context)) ?? result;
  return result;
}

/** Does the work unless the time is over or the signal aborts first, whatever the work does then. */
function within<T>(
  clock: Clock,
  milliseconds: number,
  expired: () => unknown,
  signal: AbortSignal | undefined,
  work: (cancellation: Cancellation) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const done =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        stop();
        if (!isStreaming(value)) signal?.removeEventListener("abort", abort);
        settle(value);
      };
    const cancellation = new Cancellation(done(reject));
    const abort = (): void => cancellation.cancel(signal?.reason);
    const stop = clock.schedule(milliseconds, () => cancellation.cancel(expired()));
    signal?.addEventListener("abort", abort);
    work(cancellation).then(done(resolve), done(reject));
  });
}

/** Whether there is more to come of a response, which the caller's signal can still end. */
function isStreaming(value: unknown): boolean {
  return typeof value === "object" && value !== null && "stream" in value && value.stream !== undefined;
}

/** The output of a successful response. @throws the error that any other one stands for. */
function read<Input, Output>(
  { protocol, name, steps }: OperationDefinition<Input, Output>,
  received: HttpResponse,
  context: StepContext,
): Output {
  const { statusCode, headers } = received;
  let response = received;
  if (statusCode < 200 || statusCode > 299) throw protocol.error(response);
  try {
    for (const step of steps ?? []) response = step.response?.(response, context) ?? response;
    return protocol.output(response);
  } catch (error) {
    throw new ResponseError(name, statusCode, requestIdOf(headers), error);
  }
}

function reasonToRetry(
  client: Client,
  error: unknown,
  response: HttpResponse | undefined,
  now: number,
  offset: number,
): RetryReason | undefined {
  if (response !== undefined && error instanceof ServiceError) {
    const skew = clockSkewOf(error, response, now, offset);
    if (skew !== undefined) {
      client.clockOffset = skew;
      return "clock-skew";
    }
  }
  return retryReason(error);
}

function waitBefore(
  { config: { random = Math.random } }: Client,
  response: HttpResponse | undefined,
  reason: RetryReason,
  attempt: number,
  now: number,
): number {
  // A clock that was set right has nothing to wait for.
  return reason === "clock-skew" ? 0 : Math.max(retryAfterOf(response, now), backoff(reason, attempt, random()));
}
