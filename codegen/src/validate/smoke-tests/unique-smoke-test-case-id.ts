import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { addToGroup } from "../../shapes/group-by.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, stringMember } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { conflictingTestCases, type TestCaseIds } from "../test-case-ids.js";
import { carriers } from "../carriers.js";

const traitId = "smithy.test#smokeTests";

/** `UniqueSmokeTestCaseId`: smoke tests of one service, or of an operation without one, differ in their IDs ("Smoke Tests"). */
export function* uniqueSmokeTestCaseIdRule(model: Model): Iterable<Diagnostic> {
  const bound = new Set<OperationShape>();
  for (const service of modelIndex(model).ofKind("service")) {
    const { operations } = boundEntities(model, service);
    yield* checkOperations(operations);
    for (const operation of operations) bound.add(operation);
  }
  for (const [operation] of carriers(model, "operation", traitId)) {
    if (!bound.has(operation)) yield* checkOperations([operation]);
  }
}

function checkOperations(operations: readonly OperationShape[]): Iterable<Diagnostic> {
  const ids: TestCaseIds = new Map();
  for (const operation of operations) {
    const cases = operation.traits.get(traitId)?.value;
    if (!isNodeArray(cases)) continue;
    for (const testCase of cases) addToGroup(ids, stringMember(testCase, "id") ?? "", operation);
  }
  return conflictingTestCases("UniqueSmokeTestCaseId", traitId, ids);
}
