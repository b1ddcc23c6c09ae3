import * as fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectKind } from "../../../codegen/src/shapes/model.js";
import { valuesOf } from "../../codecs/arbitrary-values.js";
import type { GeneratedService } from "../../protocol-tests/generated-service.js";
import { anyScalars } from "../round-trip/bound-values.js";
import { cborProtocol, formProtocols, jsonProtocols, xmlProtocol } from "./torture-protocols.js";
import { tortureService } from "./torture-service.js";

/** What may happen to bytes on their way. */
const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom("set", "insert", "delete", "repeat", "cut"),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    length: fc.integer({ min: 1, max: 8 }),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('{}[]",:<>/&;=%.\\0 \\u00ff'))),
  }),
  { minLength: 1, maxLength: 4 },
);
type Mutations = typeof mutations extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(bytes: Uint8Array, changes: Mutations): Uint8Array {
  return changes.reduce((before: Uint8Array, { kind, at, length, byte }) => {
    const start = Math.floor(at * before.length);
    const [head, tail] = [before.subarray(0, start), before.subarray(start)];
    switch (kind) {
      case "set":
        return Buffer.concat([head, Buffer.of(byte), tail.subarray(1)]);
      case "insert":
        return Buffer.concat([head, Buffer.alloc(length, byte), tail]);
      case "delete":
        return Buffer.concat([head, tail.subarray(length)]);
      case "repeat":
        return Buffer.concat([head, tail.subarray(0, 8 * length), tail]);
      default:
        return head;
    }
  }, bytes);
}

describe.each([...jsonProtocols, cborProtocol, xmlProtocol, ...formProtocols])(
  "messages of $protocol that were changed on the way",
  ({ protocol, hasDocuments }) => {
    let service: GeneratedService;
    let crashes: unknown[] = [];
    beforeAll(async () => {
      service = await tortureService(protocol, hasDocuments);
    });
    afterEach(() => {
      crashes = [];
    });

    const values = (name: string): fc.Arbitrary<object> => {
      const shape = expectKind(service.model, `example.torture#${name}`, "structure");
      // Not every format has a form for every character.
      const own = { ...anyScalars, string: protocol.includes("Json") ? anyScalars["string"] : fc.string() };
      return valuesOf(service.model, shape, 4, own as typeof anyScalars) as fc.Arbitrary<object>;
    };

    /** Calls the operation with a handler, where what is sent to and fro may be changed. */
    async function call(
      input: object,
      handler: () => unknown,
      change: Readonly<Record<"request" | "response", Mutations>>,
    ) {
      const { createServer, runtime, operations, names } = service;
      const onError = (error: unknown): number => crashes.push(error);
      const server = createServer({ take: handler, takeWhole: () => ({}) }, { onError });
      let status = 0;
      const send = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        const whole = new Request(url, init);
        const { "content-length": _length, ...headers } = Object.fromEntries(whole.headers);
        const body = mutate(new Uint8Array(await whole.arrayBuffer()), change.request);
        const answer = await server.fetch(new Request(url, { method: "POST", headers, body: Uint8Array.from(body) }));
        const { "content-length": __length, ...others } = Object.fromEntries(answer.headers);
        status = answer.status;
        const bytes = mutate(new Uint8Array(await answer.arrayBuffer()), change.response);
        return new Response(Uint8Array.from(bytes), { status, headers: others });
      };
      const client = runtime.createClient({
        endpoint: "http://localhost",
        region: "us-east-1",
        credentials: "anonymous",
        maximumAttempts: 1,
        transport: runtime.fetchTransport({ fetch: send as typeof fetch }),
      });
      const operation = operations[names.operation("example.torture#Take").name];
      const output: unknown = await operation?.(client, input).catch((error: unknown) => error);
      return { status, output };
    }

    it("are taken or refused by the server, and crash nothing", async () => {
      await fc.assert(
        fc.asyncProperty(values("TakeInput"), mutations, async (input, request) => {
          const { status } = await call(input, () => ({}), { request, response: [] });
          // Nothing is sent of values that the format has no form for. An operation's name may have been changed too.
          expect(status).toBeOneOf([0, 200, 400, 404]);
          expect(crashes).toEqual([]);
        }),
        { numRuns: 80 },
      );
    });

    it("are taken or refused by the client with an error that says so", async () => {
      const { errors, names } = service;
      const Bad = errors[names.errorClass("example.torture#Bad").name];
      await fc.assert(
        fc.asyncProperty(values("TakeOutput"), mutations, fc.boolean(), async (value, response, fails) => {
          const handler = (): unknown => {
            if (fails && Bad !== undefined) throw new Bad(value);
            return value;
          };
          const { output } = await call({}, handler, { request: [], response });
          if (!(output instanceof Error)) return;
          const { name, fault } = output as { readonly name: string; readonly fault?: string };
          expect(name === "ResponseError" || fault !== undefined ? "" : output).toBe("");
        }),
        { numRuns: 80 },
      );
    });
  },
);
