import { endpointRules } from "../../../codegen/src/knowledge/endpoints/endpoint-rules.js";
import { endpointTests, failureOfEndpointTest } from "../../../codegen/src/knowledge/endpoints/endpoint-tests.js";
import { findShape } from "../../../codegen/src/shapes/model.js";
import { loadCase } from "../load.js";
import type { Suite } from "../suite.js";

/** Every endpoint test of the case's service must pass, with its rule set and with its decision diagram. */
export const endpoints: Suite = {
  name: "endpoints",
  run: (entry, corpus) => {
    const { model, diagnostics } = loadCase("endpoints", entry, corpus);
    const broken = diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);
    if (broken.length > 0) throw new Error(`The model does not load: ${broken.join("; ")}`);
    const service = findShape(model, String(entry.expect["shape"]));
    if (service === undefined) throw new Error(`There is no shape ${String(entry.expect["shape"])}`);
    const tests = endpointTests(service);
    if (tests.length !== entry.expect["testCases"]) throw new Error(`The service has ${tests.length} tests`);
    const rules = endpointRules(service, true);
    const traits = rules.map(({ trait }) => trait.id);
    if (String(traits) !== String(entry.expect["ruleset"])) throw new Error(`The sound rules are ${traits.join(", ")}`);
    const failures = rules.flatMap(({ resolve }) =>
      tests.flatMap((test, index) => {
        const failure = failureOfEndpointTest(resolve, test);
        return failure === undefined ? [] : [`test ${index}: ${failure}`];
      }),
    );
    if ((failures.length === 0) !== entry.expect["jvmPassesAll"]) throw new Error(failures.join("\n"));
  },
};
