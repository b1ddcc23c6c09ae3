import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { awsPartitions, compileRuleSet, findPartition, loadRuleSet } from "@tsmith/runtime/endpoints";
import { endpointTests, failureOfEndpointTest } from "../../codegen/src/knowledge/endpoints/endpoint-tests.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { modelIndex } from "../../codegen/src/shapes/model-index.js";
import { createSource } from "../../codegen/src/source/source.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

const folder = "smithy/models-aws/files";

/**
 * Models of AWS that were written before a partition had dual-stack endpoints expect an error where the rules now give one. Such
 * a test must pass with that partition as it was.
 */
function partitionsWithoutDualStack(region: unknown) {
  const changed = findPartition(awsPartitions, String(region));
  return awsPartitions.map((partition) =>
    partition === changed ? { ...partition, supportsDualStack: false } : partition,
  );
}

describe.skipIf(!hasSharedData())("endpoint tests in models of AWS", () => {
  const names = hasSharedData() ? readdirSync(sharedData(folder)) : [];
  it.each(names)("%s", (name) => {
    const text = readFileSync(join(sharedData(folder), name), "utf8");
    const { model } = loadModel([createSource(name, text)]);
    for (const service of modelIndex(model).ofKind("service")) {
      const { rules, problems } = loadRuleSet(service.traits.get("smithy.rules#endpointRuleSet")?.value);
      expect(problems).toEqual([]);
      if (rules === undefined) continue;
      const resolve = compileRuleSet(rules);
      const tests = endpointTests(service);
      expect(tests).not.toEqual([]);
      const failures = tests.filter((test) => failureOfEndpointTest(resolve, test) !== undefined);
      for (const test of failures) {
        const partitions = partitionsWithoutDualStack(test.parameters["Region"]);
        expect(failureOfEndpointTest(compileRuleSet(rules, { partitions }), test)).toBeUndefined();
      }
    }
  });
});
