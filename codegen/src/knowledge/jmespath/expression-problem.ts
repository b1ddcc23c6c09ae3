/** `error`: the expression fails for every value; `danger`: for values of the shape; `warning`: it is probably not what was meant. */
export type ProblemSeverity = "error" | "danger" | "warning";

/** What static analysis finds in an expression. */
export interface ExpressionProblem {
  readonly severity: ProblemSeverity;
  readonly message: string;
  /** Inside of the expression, from 1. */
  readonly line: number;
  readonly column: number;
}

/** The order in which Smithy reports problems, each once. */
export function sortProblems(problems: readonly ExpressionProblem[]): readonly ExpressionProblem[] {
  const byText = new Map(problems.map((problem) => [describe(problem), problem]));
  return [...byText].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, problem]) => problem);
}

function describe({ severity, message, line, column }: ExpressionProblem): string {
  return `[${severity.toUpperCase()}] ${message} (${line}:${column})`;
}
