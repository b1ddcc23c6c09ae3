import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { shapeFinding } from "./shape-finding.js";
import { tickedList } from "./ticked-list.js";

/** The shapes with a test case of each ID: a shape with several is there several times. */
export type TestCaseIds = Map<string, Shape[]>;

/** Every test case whose ID another one has too. */
export function* conflictingTestCases(code: string, trait: ShapeId, ids: TestCaseIds): Iterable<Diagnostic> {
  for (const [id, shapes] of ids) {
    if (shapes.length === 1) continue;
    const message = `Conflicting \`${trait}\` test case IDs found for ID \`${id}\`: ${tickedList(shapes.map((shape) => shape.id))}`;
    for (const shape of shapes) yield shapeFinding("ERROR", code, shape, message);
  }
}
