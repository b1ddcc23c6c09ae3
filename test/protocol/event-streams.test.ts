import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import { isBound, protocols, type ProtocolId } from "./event-streams/model.js";
import { generateStreams, Stage, type Handler, type Path } from "./event-streams/stage.js";
import { arrivedEvent, arrivedValue, events, failures, initials, plain, type Event } from "./event-streams/values.js";

/** How many times as many sequences: `ROUND_TRIPS=20 npx vitest run test/protocol/event-streams.test.ts` looks for new failures. */
const factor = Number(process.env["ROUND_TRIPS"] ?? 1);
const paths: readonly Path[] = ["fetch", "node", "node:http"];

/** What a reader of a stream sees: its events, and the error that it ends with. */
interface Seen {
  readonly events: readonly unknown[];
  readonly error?: unknown;
}

async function seen(stream: AsyncIterable<unknown> | undefined): Promise<Seen> {
  const all: unknown[] = [];
  try {
    for await (const event of stream ?? []) all.push(plain(event));
    return { events: all };
  } catch (error) {
    return { events: all, error };
  }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* values;
}

/** What is to be compared of an error: its shape with its members, else its name. */
function described({ index }: GeneratedService, error: unknown): unknown {
  const { shape } = (error as Error).constructor as { readonly shape?: string };
  const structure = index.errors.find(({ id }) => id === shape);
  if (structure === undefined) return (error as Error).name;
  const members = [...structure.members.keys()].map((name) => (name === "name" ? "name_" : name));
  const entries = members.map((name) => [name, (error as Record<string, unknown>)[name]] as const);
  return { shape, members: plain(Object.fromEntries(entries.filter(([, value]) => value !== undefined))) };
}

describe.each(Object.entries(protocols))("events over %s", (protocol, format) => {
  const id = protocol as ProtocolId;
  let service: GeneratedService;
  let stage: Stage;
  beforeAll(async () => {
    service = await generateStreams(id);
    stage = new Stage(service);
    await stage.open();
  });
  afterAll(() => stage.close());
  afterEach(() => {
    stage.reported.length = 0;
  });
  const handle = (name: string, handler: Handler): void => {
    stage.handlers = { [name]: handler };
  };
  const failure = (shape: string, members: object): Error => {
    const ErrorClass = service.errors[service.names.errorClass(shape).name];
    if (ErrorClass === undefined) throw new Error(`There is no class of ${shape}`);
    const given = "name" in members ? { ...members, name_: members.name } : members;
    return new ErrorClass(given);
  };

  describe.each(paths)("on the %s path", (path) => {
    it("arrive as they were sent, both ways at once, with what came before them and the error after them", async () => {
      const client = stage.client(service, path);
      const operation = service.index.operations.find(({ shape }) => shape.id === "x#Talk");
      if (operation === undefined) throw new Error("There is no operation Talk");
      const exchange = fc.record({
        input: initials(service, operation.input, isBound(id)),
        output: initials(service, operation.output, isBound(id)),
        up: fc.array(events(service), { maxLength: 5 }),
        down: fc.array(events(service), { maxLength: 5 }),
        end: fc.option(failures(service)),
      });
      await fc.assert(
        fc.asyncProperty(exchange, async ({ input, output, up, down, end }) => {
          let received: unknown;
          const arrivedUp: unknown[] = [];
          handle("talk", ({ said, ...rest }) => {
            received = plain(rest);
            const answer = async function* () {
              const waiting = [...down];
              for await (const event of said ?? []) {
                arrivedUp.push(plain(event));
                if (waiting.length > 0) yield waiting.shift();
              }
              yield* waiting;
              if (end !== null) throw failure(end.shape, end.members);
            };
            return { ...output, heard: answer() };
          });
          const { heard, ...rest } = await stage.call(service, client, "talk", { ...input, said: each(up) });
          const { events: arrivedDown, error } = await seen(heard);
          const expectedInitial = (structure: string, value: object): unknown =>
            arrivedValue(service, isBound(id) ? "json" : format, structure, value);
          expect(received).toEqual(expectedInitial(operation.input.id, input));
          expect(plain(rest)).toEqual(expectedInitial(operation.output.id, output));
          expect(arrivedUp).toEqual(up.map((event) => arrivedEvent(service, format, event)));
          expect(arrivedDown).toEqual(down.map((event) => arrivedEvent(service, format, event)));
          expect(error && described(service, error)).toEqual(
            end === null
              ? undefined
              : { shape: end.shape, members: renamed(arrivedValue(service, format, end.shape, end.members) as Event) },
          );
        }),
        { numRuns: 15 * factor },
      );
    });

    it.each(["listen", "tell", "pipe"])("arrive in an operation with other streams or members: %s", async (name) => {
      const client = stage.client(service, path);
      const sent: readonly Event[] = [{ nothing: {} }, { text: { text: "a" } }, { nothing: {} }];
      let received: Seen | undefined;
      handle(name, async ({ said }) => {
        if (name !== "listen") received = await seen(said);
        return name === "tell" ? { count: 3 } : { heard: each(sent) };
      });
      const { heard, ...rest } = await stage.call(service, client, name, name === "listen" ? {} : { said: each(sent) });
      if (name !== "listen") expect(received).toEqual({ events: sent });
      expect(rest).toEqual(name === "tell" ? { count: 3 } : {});
      expect(await seen(heard)).toEqual({ events: name === "tell" ? [] : sent });
    });

    it("may be none, on either side", async () => {
      const client = stage.client(service, path);
      const received: unknown[] = [];
      handle("pipe", async ({ said }) => {
        received.push(...(await seen(said)).events);
        return {};
      });
      const { heard } = await stage.call(service, client, "pipe", {});
      expect(await seen(heard)).toEqual({ events: [] });
      expect(received).toEqual([]);
    });

    it.each<[string, Event, string]>([
      ["a text that is too long", { short: { text: "abcd" } }, "/short/text"],
      ["a header that is too small", { short: { text: "a", level: 0 } }, "/short/level"],
    ])("are refused by a server where the model forbids %s", async (_, event, place) => {
      const client = stage.client(service, path);
      const received: unknown[] = [];
      const read = async (stream: AsyncIterable<unknown> | undefined): Promise<void> => {
        for await (const one of stream ?? []) received.push(one);
      };
      const sent = (): AsyncIterable<Event> => each([{ short: { text: "abc" } }, event]);
      const refusal = { name: "ValidationException", message: expect.stringContaining(place) as string };
      handle("tell", async ({ said }) => {
        await read(said);
        return {};
      });
      await expect(stage.call(service, client, "tell", { said: sent() })).rejects.toMatchObject(refusal);
      expect(received).toEqual([{ short: { text: "abc" } }]);
      handle("pipe", ({ said }) => ({
        heard: (async function* () {
          yield { nothing: {} };
          await read(said);
        })(),
      }));
      const { heard } = await stage.call(service, client, "pipe", { said: sent() });
      const { events: all, error } = await seen(heard);
      expect(all).toEqual([{ nothing: {} }]);
      expect(error).toMatchObject(refusal);
    });

    it("are told of what a handler throws before them, and of what it does not list after them", async () => {
      const client = stage.client(service, path);
      handle("talk", () => {
        throw failure("x#Refused", { message: "no" });
      });
      const call = (): Promise<unknown> => stage.call(service, client, "talk", { room: "a", said: each([]) });
      expect(described(service, await call().catch((error: unknown) => error))).toEqual({
        shape: "x#Refused",
        members: { message: "no" },
      });
      expect(stage.reported).toEqual([]);
      const secret = new Error("secret");
      handle("listen", () => ({
        heard: (async function* () {
          yield { nothing: {} };
          throw secret;
        })(),
      }));
      const { heard } = await stage.call(service, client, "listen", {});
      const { events: all, error } = await seen(heard);
      expect(all).toEqual([{ nothing: {} }]);
      expect(error).toMatchObject({ name: "InternalFailure" });
      expect(String(error)).not.toContain("secret");
      expect(stage.reported).toEqual([secret]);
    });
  });
});

/** The properties of an error's class with these members: `name` is taken, and a message is always there. */
function renamed({ name, ...rest }: Event): Event {
  return { message: "", ...rest, ...(name === undefined ? {} : { name_: name }) };
}
