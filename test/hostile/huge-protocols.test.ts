import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { emitters } from "../../codegen/src/tool/emitters.js";
import { generateService } from "../protocol-tests/generated-service.js";
import { Echo } from "../protocol/round-trip/echo.js";
import { generate, PackageFolder } from "../support/generated-package.js";
import { hugeModel } from "./hostile-model.js";
import { hostileGroups, hostileProtocolsModel } from "./hostile-protocols.js";

// Minutes of compiling: `npm run test:hostile`.
const isAsked = process.env["HOSTILE"] === "all";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** What knows of protocols, and what it refers to. */
const wireEmitters = Object.entries(emitters).flatMap(([name, emit]) =>
  ["cli", "docs", "openapi", "package", "tests"].includes(name) ? [] : [emit],
);

describe.runIf(isAsked).each(hostileGroups)("of $protocols", ({ protocols, hasDocuments }) => {
  const models: readonly (readonly [name: string, text: () => string])[] = [
    ["a hostile model", () => hostileProtocolsModel(protocols, hasDocuments)],
    ["a model of structures with 3,000 members", () => hugeModel(3000, protocols)],
    ["a model of a message with 3,000 bound members", () => hostileProtocolsModel(protocols, hasDocuments, 1500)],
  ];

  describe.each(models)("%s", (_, text) => {
    const folder = new PackageFolder();
    afterAll(() => folder.remove());

    it("compiles", { timeout: 600_000 }, () => {
      folder.writeAll(generate(text(), wireEmitters).files);
      expect(folder.check("TypeScript 7", { skipLibCheck: true })).toBe("");
    });
  });

  it.each(protocols)(
    "structures with 10,000 members are given back over %s",
    { timeout: 300_000 },
    async (protocol) => {
      const { model } = loadModel([createSource("model", hugeModel(10_000, [protocol]))]);
      const service = await generateService(root, model, "hostile#Huge");
      const echo = new Echo(service);
      const client = echo.client(service, "fetch");
      const [run] = service.index.operations;
      if (run === undefined) throw new Error("There is no operation");
      const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`member${index}`, index]));
      for (const input of [
        { wide, texts: "member5000", choice: { member9999: "x" } },
        { wide: { member1: 1, member9999: -1 }, texts: "member9999", choice: { member0: "" } },
      ]) {
        const outcome = { kind: "output", value: {} } as const;
        expect(await echo.call(service, client, run, input, outcome)).toMatchObject({ received: input });
      }
      client.close();
    },
  );
});
