import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilers, PackageFolder } from "../support/generated-package.js";
import { ecrPackage } from "./ecr-package.js";

const usage = `
import { createEcrServer, type EcrHandlers } from "./src/server.js";
import type { ServerContext } from "@tsmith/runtime/server";

const handlers: EcrHandlers = {
  batchCheckLayerAvailability(input, context) {
    const digests: readonly string[] = input.layerDigests;
    const registry: string | undefined = input.registryId;
    return { layers: digests.map((layerDigest) => ({ layerDigest, mediaType: registry ?? context.requestId })) };
  },
};
createEcrServer(handlers).fetch(new Request("http://localhost"));
createEcrServer(handlers, { requestId: () => "a", onError: (error, context) => console.log(error, context.operation) });

interface Tenant extends ServerContext {
  readonly tenant: string;
}
const perTenant: EcrHandlers<{ readonly tenant: string }> = {
  async batchCheckLayerAvailability(_, { tenant }) {
    return { failures: [{ failureReason: tenant, failureCode: "InvalidLayerDigest" }] };
  },
};
createEcrServer(perTenant, { context: () => ({ tenant: "a" }) });
createEcrServer(perTenant, { context: async (context): Promise<Tenant> => ({ ...context, tenant: "a" }) });
`;

const mistakes: readonly (readonly [given: string, code: string])[] = [
  ["a context that nobody makes", "createEcrServer({} as EcrHandlers<{ readonly tenant: string }>);"],
  [
    "a context of another type",
    "createEcrServer({} as EcrHandlers<{ readonly tenant: string }>, { context: () => ({ tenant: 1 }) });",
  ],
  ["a missing handler", "createEcrServer({});"],
  [
    "an output that is not the model's",
    'createEcrServer({ batchCheckLayerAvailability: () => ({ layers: [{ layerSize: "1" }] }) });',
  ],
  [
    "an enum value that is not the model's",
    'createEcrServer({ batchCheckLayerAvailability: () => ({ layers: [{ layerAvailability: "GONE" }] }) });',
  ],
];

describe.each(Object.keys(compilers) as (keyof typeof compilers)[])("the types of a server with %s", (compiler) => {
  const folder = new PackageFolder();
  beforeAll(() => {
    folder.writeAll(ecrPackage().generated.files);
  });
  afterAll(() => folder.remove());

  it("take what is right and refuse each mistake", () => {
    folder.write("usage.ts", usage);
    const head =
      'import { createEcrServer, type EcrHandlers } from "./src/server.js";\nexport type Used = EcrHandlers;\n';
    for (const [index, [, code]] of mistakes.entries()) folder.write(`mistake-${index}.ts`, head + code);
    const messages = folder.check(compiler);
    const failed = new Set([...messages.matchAll(/^(?:\.\/)?([\w/-]+)\.ts[(:]/gm)].map((match) => match[1]));
    expect([...failed].toSorted()).toEqual(mistakes.map((_, index) => `mistake-${index}`));
  });
});
