import { expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { loadProjection } from "./load-projection.js";
import { loadValidModel } from "./load-valid-model.js";

it("only warns of endpoint tests that fail, which depend on partitions that models do not have", () => {
  const text = `$version: "2.0"
namespace a
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@endpointRuleSet({
  version: "1.0"
  parameters: { Region: { type: "string", required: true, documentation: "d" } }
  rules: [{ conditions: [], endpoint: { url: "https://a.example" }, type: "endpoint" }]
})
@endpointTests({
  version: "1.0"
  testCases: [{ params: { Region: "x" }, expect: { endpoint: { url: "https://b.example" } } }]
})
service S {}
`;
  const severities = (load: typeof loadProjection): readonly string[] =>
    load([createSource("a.smithy", text)])
      .diagnostics.filter(({ code }) => code === "RuleSetTestCase")
      .map(({ severity }) => severity);
  expect(severities((sources) => loadValidModel(sources))).toEqual(["ERROR"]);
  expect(severities(loadProjection)).toEqual(["WARNING"]);
});
