import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../../support/shared-data.js";
import { jsonProtocols } from "./torture-protocols.js";
import { TortureServer, Torturer, type Fate } from "./torture-service.js";

const present = hasSharedData();
const folder = sharedData("JSONTestSuite/test_parsing");
const files = present ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
const named = (first: string): readonly (readonly [name: string, text: Buffer])[] =>
  files.filter((name) => name.startsWith(`${first}_`)).map((name) => [name, readFileSync(`${folder}/${name}`)]);

/** Members around a text, which no model knows or which is a document. */
const around = (member: string, text: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`{"text":"a","${member}":`), text, Buffer.from("}")]);

const isJson = (text: Buffer): boolean => {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
    return true;
  } catch {
    return false;
  }
};

const bodyOf = (fate: Fate): string => (fate.kind === "refused" ? fate.body : JSON.stringify(fate));

/** Each class of cases is one test, since a report of thousands of tests takes longer than the tests. */
describe.skipIf(!present).each(jsonProtocols)("JSONTestSuite against $protocol", (protocol) => {
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

    async function problems(
      first: string,
      judge: (name: string, text: Buffer) => Promise<string | undefined>,
    ): Promise<void> {
      const found: string[] = [];
      for (const [name, text] of named(first)) {
        const problem = await judge(name, text);
        if (problem !== undefined) found.push(`${name}: ${problem}`);
        const next = await torturer.send(protocol.good);
        if (next.kind !== "served") found.push(`behind ${name}: ${bodyOf(next)}`);
      }
      expect(found).toEqual([]);
    }

    it("takes what is JSON, as a document and beside the members of the model", async () => {
      await problems("y", async (_, text) => {
        const document = await torturer.send(around("any", text));
        const value: unknown = JSON.parse(text.toString());
        if (document.kind !== "served") return bodyOf(document);
        if (value !== null) expect(document.input).toEqual({ text: "a", any: value });
        const unknown = await torturer.send(around("other", text));
        if (unknown.kind !== "served") return bodyOf(unknown);
        expect(unknown.input).toEqual({ text: "a" });
        // Not every value is an input, but none is called broken.
        const whole = await torturer.send(text);
        if (whole.kind === "failed" || bodyOf(whole).includes("not JSON")) return bodyOf(whole);
        const payload = protocol.payload && (await torturer.send(text, true));
        return payload === undefined || payload.kind === "served" ? undefined : bodyOf(payload);
      });
    });

    it("refuses what is not JSON, wherever it stands", async () => {
      await problems("n", async (_, text) => {
        const isEmpty = text.length === 0;
        const fates = [await torturer.send(around("any", text)), await torturer.send(around("other", text))];
        // A body of no bytes is an empty input.
        if (!isEmpty) fates.push(await torturer.send(text));
        if (!isEmpty && protocol.payload !== undefined) fates.push(await torturer.send(text, true));
        const bad = fates.find((fate) => fate.kind !== "refused" || !/it is not (JSON|UTF-8)/.test(fate.body));
        return bad && bodyOf(bad);
      });
    });

    it("takes or refuses what implementations may judge", async () => {
      await problems("i", async (_, text) => {
        const fates = [await torturer.send(around("any", text)), await torturer.send(around("other", text))];
        fates.push(await torturer.send(text));
        if (protocol.payload !== undefined) fates.push(await torturer.send(text, true));
        const bad = fates.find(({ kind }) => kind === "failed");
        if (bad !== undefined) return bodyOf(bad);
        return !isJson(text) && fates.some(({ kind }) => kind === "served") ? "taken, and it is not JSON" : undefined;
      });
    });
  });
});
