import type { Diagnostic } from "../../../codegen/src/diagnostics/diagnostic.js";
import { describeExpected, describeFound, type ExpectedEvent, isDeprecation } from "../events.js";
import { findEvents, loadTree } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";
import { expectSameTree, readTree } from "../trees.js";

/**
 * The findings must be those of `jvmEvents`, one for one; and each event that the case's author wrote down must have a
 * finding that it matches, and each finding such an event.
 */
export const validation: Suite = {
  name: "validation",
  run: (entry, corpus) => {
    if (entry.expect["ast"] !== undefined) {
      expectSameTree(loadTree("validation", entry, corpus), readTree(corpus, "validation", entry.expect["ast"]));
    }
    const found = findEvents("validation", entry, corpus);
    expectMatches(found, entry.expect["events"] as readonly ExpectedEvent[]);
    if (entry.expect["jvmEvents"] === undefined) return;
    const exact = JSON.parse(corpus.read("validation", String(entry.expect["jvmEvents"]))) as readonly ExpectedEvent[];
    expectSameLines(found.map(describeFound), exact.map(describeExpected));
  },
};

function expectMatches(found: readonly Diagnostic[], wanted: readonly ExpectedEvent[]): void {
  const missing = wanted.filter((event) => !found.some((finding) => matches(finding, event)));
  const extra = found.filter((finding) => !isIncidental(finding) && !wanted.some((event) => matches(finding, event)));
  expectSameLines(extra.map(describeFound), missing.map(describeExpected));
}

function matches(finding: Diagnostic, event: ExpectedEvent): boolean {
  return (
    finding.severity === event.severity &&
    (finding.code === event.id || finding.code.startsWith(`${event.id}.`)) &&
    finding.shape === event.shape &&
    describeFound({ ...finding, code: "", severity: "NOTE", shape: undefined }).startsWith(
      describeExpected({ ...event, id: "", severity: "NOTE", shape: "-" }),
    )
  );
}

/** Findings that Smithy's own runner lets pass without an event. */
function isIncidental(finding: Diagnostic): boolean {
  return finding.severity === "SUPPRESSED" || isDeprecation(finding);
}
