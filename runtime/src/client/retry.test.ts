import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors/index.js";
import { TransportError } from "../http/transport.js";
import { createClient } from "./client.js";
import { TimeoutError } from "./client-errors.js";
import { callWithResponse } from "./define-operation.js";
import { credentials, getBook, NotFound } from "./testing/operation.js";
import { response, ScriptedTransport, type Step } from "./testing/scripted-transport.js";

const start = Date.UTC(2026, 10, 22, 12);
const ok = response(200, { found: true });
const reset = new TransportError("closed", "reset", { code: "ECONNRESET" });

/** A clock on which every wait is over at once and no attempt ever takes too long. */
function waitingClock() {
  const state = { now: start, waits: [] as number[] };
  return {
    state,
    now: () => state.now,
    schedule(milliseconds: number, callback: () => void) {
      if (milliseconds >= 30_000) return () => {};
      state.waits.push(milliseconds);
      state.now += milliseconds;
      queueMicrotask(callback);
      return () => {};
    },
  };
}

function setup(steps: readonly Step[], config: Parameters<typeof createClient>[0] = {}) {
  const transport = new ScriptedTransport(...steps);
  const clock = waitingClock();
  const client = createClient({ region: "us-east-1", credentials, transport, clock, random: () => 1, ...config });
  return { transport, clock, client };
}

const error = (name: string, message = "m"): { readonly __type: string; readonly message: string } => ({
  __type: name,
  message,
});
const date = (time: number): { readonly date: string } => ({ date: new Date(time).toUTCString() });
const hour = 3_600_000;

// What the server does; how often it is asked; how long the client waits at most; how the call ends.
// prettier-ignore
it.each<[string, readonly Step[], number, readonly number[], unknown]>([
  ["success", [ok], 1, [], "ok"],
  ["a modelled error", [response(404, error("NotFound"))], 1, [], "NotFound"],
  ["an unknown error", [response(400, error("Brandnew"))], 1, [], "Brandnew"],
  ["a retryable error, then success", [response(400, error("Busy")), ok], 2, [100], "ok"],
  ["a retryable error for ever", [response(400, error("Busy"))], 3, [100, 200], "Busy"],
  ["a redirect", [response(307, "")], 1, [], "UnknownError"],
  ["401", [response(401, error("AccessDenied"))], 1, [], "AccessDenied"],
  ["408", [response(408, ""), ok], 2, [100], "ok"],
  ["429", [response(429, error("Whatever")), ok], 2, [500], "ok"],
  ...["ThrottlingException", "Throttling", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
    "ProvisionedThroughputExceededException", "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
    "LimitExceededException", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException"].map(
    (name): [string, readonly Step[], number, readonly number[], unknown] =>
      [`throttling by ${name}`, [response(400, error(name))], 3, [500, 1000], name]),
  ["a code that only sounds like throttling", [response(400, error("InvalidLimitExceededSetting"))], 1, [], "InvalidLimitExceededSetting"],
  ["500", [response(500, error("ServerException")), ok], 2, [100], "ok"],
  ["500 for ever", [response(500, error("ServerException"))], 3, [100, 200], "ServerException"],
  ["500 with a page", [response(500, "<html>oops</html>"), response(502, "<html>"), ok], 3, [100, 200], "ok"],
  ["503 with Retry-After", [response(503, "", { "retry-after": "7" }), ok], 2, [7000], "ok"],
  ["503 with a short Retry-After", [response(503, "", { "retry-after": "0" }), ok], 2, [100], "ok"],
  ["429 with a date", [response(429, "", { "retry-after": new Date(start + 3000).toUTCString() }), ok], 2, [3000], "ok"],
  ["Retry-After beyond the call's time", [response(503, "", { "retry-after": "9999" }), ok], 1, [], "UnknownError"],
  ["Retry-After that is neither", [response(503, "", { "retry-after": "soon" }), ok], 2, [100], "ok"],
  ["no connection", [new TransportError("connect", "refused", { code: "ECONNREFUSED" }), ok], 2, [100], "ok"],
  ["a reset", [reset, ok], 2, [100], "ok"],
  ["resets for ever", [reset], 3, [100, 200], "TransportError"],
  ["what is not HTTP", [new TransportError("malformed", "m")], 1, [], "TransportError"],
  ["too long a body", [new TransportError("too-large", "m")], 1, [], "TransportError"],
  ["a body that is not JSON", [response(200, "<html>")], 1, [], "ResponseError"],
  ["a defect of the transport", [new TypeError("m")], 1, [], "TypeError"],
  ["an old signature", [response(400, error("InvalidSignatureException", "Signature expired: x is now earlier than y"), date(start + hour)), ok], 2, [0], "ok"],
  ["a signature of the future", [response(400, error("InvalidSignatureException", "Signature not yet current: x"), date(start - hour)), ok], 2, [0], "ok"],
  ["skew by its own name", [response(403, error("RequestTimeTooSkewed"), date(start + hour)), ok], 2, [0], "ok"],
  ["skew for ever", [response(400, error("InvalidSignatureException", "Signature expired: x"), date(start + hour))], 3, [0, 0], "InvalidSignatureException"],
  ["a wrong signature, clocks apart", [response(403, error("InvalidSignatureException"), date(start + hour)), ok], 2, [0], "ok"],
  ["a wrong signature, clocks equal", [response(403, error("InvalidSignatureException"), date(start)), ok], 1, [], "InvalidSignatureException"],
  ["a wrong signature, no date", [response(403, error("InvalidSignatureException"))], 1, [], "InvalidSignatureException"],
])("%s", async (_, steps, requests, waits, outcome) => {
  const { client, transport, clock } = setup(steps);
  const result = await callWithResponse(client, getBook, {}).then(
    ({ attempts }) => {
      expect(attempts).toBe(requests);
      return "ok";
    },
    (caught: unknown) => (caught as Error).name,
  );
  expect({ result, requests: transport.requests.length, waits: clock.state.waits }).toEqual({ result: outcome, requests, waits });
});

describe("between attempts", () => {
  it("waits a random part of a bound that doubles up to 20 seconds (full jitter)", async () => {
    const { client, clock } = setup([reset], { maximumAttempts: 10, random: () => 0.5 });
    await expect(getBook(client, {})).rejects.toBe(reset);
    expect(clock.state.waits).toEqual([50, 100, 200, 400, 800, 1600, 3200, 6400, 10_000]);
  });

  it("signs anew with the server's time, and keeps to it", async () => {
    const { client, transport } = setup([response(403, error("RequestTimeTooSkewed"), date(start + hour)), ok]);
    await getBook(client, {});
    await getBook(client, {});
    expect(transport.requests.map(({ headers }) => headers["x-amz-date"])).toEqual([
      "20261122T120000Z",
      "20261122T130000Z",
      "20261122T130000Z",
    ]);
  });

  it("stops retrying when the budget is spent, and saves up again", async () => {
    const { client, transport } = setup([reset], { maximumAttempts: 200, timeout: 1e12, random: () => 0 });
    await expect(getBook(client, {})).rejects.toBe(reset);
    // 500 tokens at 5 a retry.
    expect(transport.requests).toHaveLength(101);
    await expect(getBook(client, {})).rejects.toBe(reset);
    expect(transport.requests).toHaveLength(102);
    expect(client.retryBudget).toBe(0);
  });

  it("gives a retry's price back when it helped, and a little for each plain success", async () => {
    const { client } = setup([reset, ok]);
    await getBook(client, {});
    expect(client.retryBudget).toBe(500);
    client.retryBudget = 10;
    await getBook(client, {});
    expect(client.retryBudget).toBe(11);
  });

  it.each([1, 2])("sends %i times at most when told so, by client or by call", async (maximumAttempts) => {
    const one = setup([reset], { maximumAttempts });
    await expect(getBook(one.client, {})).rejects.toBe(reset);
    const other = setup([reset]);
    await expect(getBook(other.client, {}, { maximumAttempts })).rejects.toBe(reset);
    expect([one.transport.requests.length, other.transport.requests.length]).toEqual([
      maximumAttempts,
      maximumAttempts,
    ]);
  });
});

it("tells modelled errors, what the model does not know, and everything else apart", async () => {
  const of = async (step: Step): Promise<unknown> => {
    const { client } = setup([step], { maximumAttempts: 1 });
    return getBook(client, {}).catch((caught: unknown) => caught);
  };
  const found = await of(response(404, error("NotFound", "no such book"), { "x-amzn-requestid": "r-1" }));
  expect(found).toBeInstanceOf(NotFound);
  expect(found).toMatchObject({ message: "no such book", statusCode: 404, requestId: "r-1" });
  expect(await of(response(400, error("New")))).not.toBeInstanceOf(NotFound);
  expect(await of(response(400, error("New")))).toBeInstanceOf(ServiceError);
  expect(await of(reset)).not.toBeInstanceOf(ServiceError);
  expect(new TimeoutError("call", 5).message).toBe("The call took longer than 5 ms");
});
