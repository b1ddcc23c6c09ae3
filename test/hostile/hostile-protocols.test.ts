import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { createSource } from "../../codegen/src/source/source.js";
import { generateService, type GeneratedService } from "../protocol-tests/generated-service.js";
import { Echo } from "../protocol/round-trip/echo.js";
import { memberNames } from "./hostile-model.js";
import { boundNames, hostileGroups, hostileProtocolsModel, takenValues } from "./hostile-protocols.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const single = hostileGroups.flatMap(({ protocols, hasDocuments }) =>
  protocols.map((protocol) => ({ protocol, hasDocuments })),
);

describe.each(single)("a hostile model over $protocol", ({ protocol, hasDocuments }) => {
  let service: GeneratedService;
  let echo: Echo;
  beforeAll(async () => {
    const { model } = loadModel([createSource("model", hostileProtocolsModel([protocol], hasDocuments))]);
    service = await generateService(root, model, "hostile#HostileService");
    echo = new Echo(service);
    await echo.listen();
  });
  afterAll(() => echo.close());

  const named = (names: readonly string[], entry: (name: string) => unknown): object => {
    const result = {};
    for (const name of names) {
      Object.defineProperty(result, name, { value: entry(name), enumerable: true, configurable: true, writable: true });
    }
    return result;
  };

  it.each(["fetch", "node"] as const)("gives everything back on the %s path", async (path) => {
    const client = echo.client(service, path);
    // Forms of ec2Query have names that begin with a capital.
    const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
    const isEc2 = protocol.endsWith("ec2Query");
    const unlike = (names: readonly string[]): readonly string[] =>
      isEc2 ? names.filter((name, index) => names.findIndex((one) => capital(one) === capital(name)) === index) : names;
    const words = named(unlike(memberNames), (name) => `*/ ${name}`);
    const leaf = { choice: { constructor: 1 } };
    const node = { child: { byName: named(["__proto__", "constructor"], () => ({ child: leaf })) } };
    const own = named(["__proto__"], () => "x");
    const everything = {
      words,
      choice: named(["class"], () => 1),
      protoChoice: own,
      node,
      level: 0,
      texts: "__proto__",
      ...takenValues,
    };
    const cases: readonly (readonly [operation: string, input: object, output: object])[] = [
      ["Everything", everything, everything],
      ["Everything", { protoChoice: { constructor: 1 } }, { protoChoice: { other: node } }],
      ["Then", words, words],
      ["Bound", named(unlike(boundNames), (name) => name), named(unlike(boundNames), (name) => name)],
      ["Bound", named(pathNames, (name) => name), {}],
    ];
    for (const [name, input, output] of cases) {
      const operation = service.index.operations.find(({ shape }) => shape.id === `hostile#${name}`);
      if (operation === undefined) throw new Error(`There is no operation ${name}`);
      const exchange = await echo.call(service, client, operation, input, { kind: "output", value: output });
      expect(exchange).toEqual({ received: input, output });
    }
    client.close();
  });
});

const pathNames = ["class", "arguments", "__proto__", "constructor", "request"];
