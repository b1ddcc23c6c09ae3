import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestBindings, responseBindings, type HttpBinding } from "../../codegen/src/knowledge/http-bindings.js";
import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import type { StructureShape } from "../../codegen/src/shapes/shape.js";
import { valuesOf } from "../codecs/arbitrary-values.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { arrived, arrivedBound, Refusal, writableInXml, type Format } from "./round-trip/arrival.js";
import { anyScalars, boundValues } from "./round-trip/bound-values.js";
import { Echo, generate, type Exchange, type Outcome } from "./round-trip/echo.js";

interface Wire {
  readonly protocol: string;
  readonly request: Format;
  readonly response: Format;
  /** Whether members are bound to places of HTTP messages. */
  readonly isBound: boolean;
}

function wire(protocol: string, request: Format, response: Format = request, isBound = false): Wire {
  return { protocol, request, response, isBound };
}

/** Services and the protocols that they list at once; requests of `restXml` and `restJson1`, and of the query protocols, look alike. */
const services: readonly { readonly hasDocuments: boolean; readonly wires: readonly Wire[] }[] = [
  {
    hasDocuments: true,
    wires: [
      wire("aws.protocols#awsJson1_0", "json"),
      wire("aws.protocols#awsJson1_1", "json"),
      wire("aws.protocols#restJson1", "json", "json", true),
      wire("smithy.protocols#rpcv2Cbor", "cbor"),
      wire("smithy.protocols#rpcv2Json", "json"),
    ],
  },
  {
    hasDocuments: false,
    wires: [wire("aws.protocols#awsQuery", "awsQuery", "xml"), wire("aws.protocols#restXml", "xml", "xml", true)],
  },
  { hasDocuments: false, wires: [wire("aws.protocols#ec2Query", "ec2Query", "xml")] },
];

/** How many times as many models and values: `ROUND_TRIPS=20 npx vitest run test/protocol/round-trip.test.ts` looks for new failures. */
const factor = Number(process.env["ROUND_TRIPS"] ?? 1);
const firstSeed = Number(fc.readConfigureGlobal().seed);
const seeds = Array.from({ length: Math.ceil(factor / 10) }, (_, index) => firstSeed + index);

const cases = seeds.flatMap((seed) =>
  services.map((service) => ({ seed, ...service, label: service.wires.map(({ protocol }) => protocol).join(", ") })),
);

describe.each(cases)("a service of model $seed with $label", ({ seed, hasDocuments, wires }) => {
  const generated = new Map<Wire, GeneratedService>();
  let echo: Echo;
  beforeAll(async () => {
    for (const one of wires) {
      const others = wires.filter((other) => other !== one);
      const protocols = [one, ...others].map(({ protocol }) => protocol);
      generated.set(one, await generate({ seed, size: 10, protocols, hasDocuments }));
    }
    echo = new Echo([...generated.values()][0] as GeneratedService);
    await echo.listen();
  });
  afterAll(() => echo.close());

  describe.each(wires)("$protocol", (one) => {
    const timeout = 60_000 * Math.max(1, factor);
    it.each(["fetch", "node"] as const)(
      "gives back any value on the %s path, or refuses it",
      { timeout },
      async (path) => {
        const service = generated.get(one) as GeneratedService;
        const client = echo.client(service, path);
        for (const operation of service.index.operations) {
          await fc.assert(
            fc.asyncProperty(inputs(service, operation), outcomes(service, operation), async (input, outcome) => {
              expect(seen(await echo.call(service, client, operation, input, outcome), outcome, operation)).toEqual(
                expected(service, one, path, operation, input, outcome),
              );
            }),
            { numRuns: 6 * factor },
          );
        }
        client.close();
      },
    );
  });
});

function inputs({ model }: GeneratedService, { shape, input }: OperationInfo): fc.Arbitrary<object> {
  return structureValues(model, input, requestBindings(model, shape));
}

function outcomes({ model }: GeneratedService, { shape, output, errors }: OperationInfo): fc.Arbitrary<Outcome> {
  const [error] = errors;
  const values = structureValues(model, output, responseBindings(model, shape));
  const outputs = values.map((value): Outcome => ({ kind: "output", value }));
  if (error === undefined) return outputs;
  const failures = structureValues(model, error, responseBindings(model, error));
  return fc.oneof(
    { weight: 2, arbitrary: outputs },
    { weight: 1, arbitrary: failures.map((value): Outcome => ({ kind: "error", value })) },
  );
}

function structureValues(
  model: GeneratedService["model"],
  structure: StructureShape,
  bindings: readonly HttpBinding[],
): fc.Arbitrary<object> {
  const isPlain = bindings.every(({ location }) => location === "document");
  const values = isPlain ? valuesOf(model, structure, 4, anyScalars) : boundValues(model, structure, bindings);
  return values as fc.Arbitrary<object>;
}

/** What the two ends saw, in a form to compare. */
interface Seen {
  readonly received?: unknown;
  readonly output?: unknown;
  /** `refused`, or the members of an error. */
  readonly error?: unknown;
}

/** Bodies of Node are a kind of `Uint8Array` of their own. */
function plainBytes(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("payload" in value) || !Buffer.isBuffer(value.payload))
    return value;
  return { ...value, payload: Uint8Array.from(value.payload) };
}

function seen(exchange: Exchange, outcome: Outcome, { errors }: OperationInfo): Seen {
  const { error } = exchange;
  const received = plainBytes(exchange.received);
  if (error === undefined) return { received, output: plainBytes(exchange.output) };
  const { name, statusCode } = error as { readonly name: string; readonly statusCode?: number };
  const { shape } = (error as Error).constructor as { readonly shape?: string };
  const { kind } = error as { readonly kind?: string };
  if (received === undefined) {
    return { error: name === "InputError" || kind === "malformed" ? "refused by the client" : error };
  }
  if (outcome.kind === "error" && shape === errors[0]?.id) {
    const members = [...(errors[0]?.members.keys() ?? [])].filter((key) => Object.hasOwn(error as object, key));
    const entries = members.map((key) => [key, (error as Record<string, unknown>)[key]] as const);
    return { received, error: plainBytes(Object.fromEntries(entries.filter(([, value]) => value !== undefined))) };
  }
  return { received, error: statusCode === 500 ? "refused by the server" : error };
}

function expected(
  { model }: GeneratedService,
  { request, response, isBound }: Wire,
  path: "fetch" | "node",
  { shape, input: inputShape, output, errors }: OperationInfo,
  input: object,
  { kind, value }: Outcome,
): Seen {
  const arrive = (direction: "request" | "response", structure: StructureShape, of: object): unknown => {
    const format = direction === "request" ? request : response;
    const message = { model, format, direction, keepsDots: path === "node" };
    if (!isBound) return arrived(message, structure, of);
    const bindings =
      direction === "request"
        ? requestBindings(model, shape)
        : responseBindings(model, kind === "error" ? structure : shape);
    return arrivedBound(message, structure, bindings, of);
  };
  const received = orRefused(() => arrive("request", inputShape, input));
  if (received === refused) return { error: "refused by the client" };
  const [error = output] = errors;
  const first = orRefused(() => arrive("response", kind === "output" ? output : error, value));
  // An error is told with another character for what XML has none for, before it is told as none.
  const answer =
    first === refused && kind === "error" && response === "xml"
      ? orRefused(() => arrive("response", error, writableInXml(value) as object))
      : first;
  if (answer === refused) return { received, error: "refused by the server" };
  return kind === "output" ? { received, output: answer } : { received, error: answer };
}

const refused = Symbol("refused");

function orRefused(arrive: () => unknown): unknown {
  try {
    return arrive();
  } catch (error) {
    if (error instanceof Refusal) return refused;
    throw error;
  }
}
