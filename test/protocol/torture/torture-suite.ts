import { inspect, isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TortureServer, Torturer, type Body, type Fate, type TortureProtocol } from "./torture-service.js";

/** What must become of a body: members that the handler gets, or a refusal whose text has this; `any` is one of both. */
export type Verdict = object | RegExp | "any";

export interface TortureCase {
  readonly name: string;
  readonly body: Body;
  readonly verdict: Verdict;
  /** For the operation whose whole body is a payload. */
  readonly isPayload?: boolean;
}

export function tortureCase(name: string, body: Body, verdict: Verdict, isPayload = false): TortureCase {
  return { name, body, verdict, isPayload };
}

/** The cases on both paths of a server, each followed by a good request on the same connection. */
export function describeTorture(title: string, protocol: TortureProtocol, cases: readonly TortureCase[]): void {
  describe(`${title} against ${protocol.protocol}`, () => {
    let server: TortureServer;
    beforeAll(async () => {
      server = await TortureServer.of(protocol.protocol, protocol.hasDocuments);
    });

    describe.each(["fetch", "node"])("on the %s path", (path) => {
      let torturer: Torturer;
      beforeAll(async () => {
        torturer = await Torturer.open(protocol, server, path);
      });
      afterAll(() => torturer.close());

      // One test, since a report of hundreds of tests takes longer than the tests.
      it("refuses what is broken, takes what is not, and serves what follows", async () => {
        const problems: string[] = [];
        for (const { name, body, verdict, isPayload } of cases) {
          const problem = problemOf(await torturer.send(body, isPayload), verdict);
          if (problem !== undefined) problems.push(`${name}: ${problem}`);
          const next = await torturer.send(protocol.good);
          if (next.kind !== "served") problems.push(`behind ${name}: ${shown(next)}`);
        }
        expect(problems).toEqual([]);
      });
    });
  });
}

/** What is wrong with the fate of a case; undefined for nothing. */
function problemOf(fate: Fate, verdict: Verdict): string | undefined {
  const isRight =
    verdict === "any"
      ? fate.kind !== "failed"
      : verdict instanceof RegExp
        ? fate.kind === "refused" && verdict.test(fate.body)
        : fate.kind === "served" && isDeepStrictEqual(plain(fate.input), verdict);
  return isRight ? undefined : `wanted ${inspect(verdict).slice(0, 200)}, found ${shown(fate)}`;
}

/** Bodies of Node are a kind of `Uint8Array` of their own. */
function plain(input: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    Buffer.isBuffer(value) ? Uint8Array.from(value) : value,
  ]);
  return Object.fromEntries(entries) as object;
}

function shown(fate: Fate): string {
  return inspect(fate, { maxStringLength: 300 }).slice(0, 400);
}
