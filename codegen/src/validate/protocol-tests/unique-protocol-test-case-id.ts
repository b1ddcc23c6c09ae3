import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { addToGroup } from "../../shapes/group-by.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, type Node, stringMember } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { conflictingTestCases, type TestCaseIds } from "../test-case-ids.js";
import { expandedIds } from "./malformed-request-cases.js";

const requests = "smithy.test#httpRequestTests";
const responses = "smithy.test#httpResponseTests";
const malformedRequests = "smithy.test#httpMalformedRequestTests";
const events = "smithy.test#eventStreamTests";

/**
 * `UniqueProtocolTestCaseId`: no two test cases of one kind have the same ID ("HTTP Protocol Compliance Tests"). As in Smithy, cases of
 * malformed requests share their IDs with those of responses.
 */
export function* uniqueProtocolTestCaseIdRule(model: Model): Iterable<Diagnostic> {
  const index = modelIndex(model);
  const idsOf = { [requests]: new Map(), [responses]: new Map(), [events]: new Map() } as const satisfies Record<
    string,
    TestCaseIds
  >;
  for (const shape of [...index.ofKind("operation"), ...index.ofKind("structure")]) {
    addIds(idsOf[requests], shape, requests, ownId);
    addIds(idsOf[responses], shape, responses, ownId);
    addIds(idsOf[responses], shape, malformedRequests, expandedIds);
    addIds(idsOf[events], shape, events, ownId);
  }
  for (const [trait, ids] of Object.entries(idsOf)) {
    yield* conflictingTestCases("UniqueProtocolTestCaseId", trait, ids);
  }
}

function ownId(testCase: Node): readonly string[] {
  const id = stringMember(testCase, "id");
  return id === undefined ? [] : [id];
}

function addIds(
  ids: TestCaseIds,
  shape: Shape,
  trait: ShapeId,
  idsOfCase: (testCase: Node) => readonly string[],
): void {
  const cases = shape.traits.get(trait)?.value;
  if (!isNodeArray(cases)) return;
  for (const id of cases.flatMap(idsOfCase)) addToGroup(ids, id, shape);
}
