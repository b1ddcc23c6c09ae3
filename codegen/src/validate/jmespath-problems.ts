import type { Severity } from "../diagnostics/diagnostic.js";
import type { ExpressionProblem } from "../knowledge/jmespath/expression-problem.js";

/** What the event ID of a finding about an expression adds; nothing on an ERROR, which keeps the rule's own and so is never suppressed. */
const eventNames = { danger: "JmespathEventDanger", warning: "JmespathEventWarning" } as const;

/** How a problem of an expression is reported. */
export interface ProblemEvent {
  readonly severity: Severity;
  /** Undefined for problems that break every value. */
  readonly eventName: (typeof eventNames)[keyof typeof eventNames] | undefined;
  /** The problem and its place inside of the expression. */
  readonly text: string;
}

/** A problem of an expression as validation reports it. */
export function problemEvent({ severity, message, line, column }: ExpressionProblem): ProblemEvent {
  const text = `${message} (${line}:${column})`;
  if (severity === "error") return { severity: "ERROR", eventName: undefined, text };
  return { severity: severity === "danger" ? "DANGER" : "WARNING", eventName: eventNames[severity], text };
}
