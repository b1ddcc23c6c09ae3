import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { knownFailures } from "../conformance/known-failures.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { runModel, suiteOf } from "./main.js";
import { modelsOfFolder } from "./test-models.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const spoken = protocols.map(({ trait }) => trait.slice(trait.indexOf("#") + 1));
const isPresent = hasSharedData();
const models = isPresent ? modelsOfFolder(sharedData("smithy/protocol-tests")) : [];

it.skipIf(!isPresent)("there are models to test", () => {
  expect(models.length).toBeGreaterThan(0);
});

describe.each(models.map((model) => [model.name, model] as const))("%s", (name, model) => {
  const known = knownFailures(new URL("./", import.meta.url), name);

  // One test a model, since a report of thousands of tests takes longer than the tests.
  it("gives what every protocol test wants, but for the known failures", { timeout: 300_000 }, async () => {
    const results = await runModel(model, { root, protocols: spoken });
    const ids = new Map(results.map(([entry, outcome]) => [`${suiteOf(entry)} ${entry.id}`, outcome]));
    const problems = [...ids].flatMap(([id, outcome]) => {
      if (outcome.kind === "failed") return known.has(id) ? [] : [`${id}\n${outcome.problem}`];
      return known.has(id) ? [`${id}\npasses now: remove it from the list of known failures`] : [];
    });
    const missing = [...known.keys()].filter((id) => !ids.has(id));
    expect([...problems, ...missing.map((id) => `${id}\nis no test`)].join("\n\n")).toBe("");
  });
});
