import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject, type Node, nodeKind, nodeMember } from "../shapes/node.js";
import { malformed } from "./messages.js";
import type { PutMetadata } from "./operations.js";

/** Checks the metadata that the model's own validation is configured with ("Suppressions", "Severity overrides", "Validators"). */
export function checkMetadata({ key, value, location }: PutMetadata): readonly Diagnostic[] {
  return problemsOf(key, value).map((problem) => malformed.create({ location }, problem));
}

function problemsOf(key: string, value: Node): readonly string[] {
  switch (key) {
    case "suppressions":
      return entryProblems(value, ["id", "namespace"]);
    case "severityOverrides":
      return entryProblems(value, ["id", "namespace", "severity"], severityProblem);
    case "validators":
      return isNodeArray(value) ? [] : [`validators must be an array. Found ${nodeKind(value)}.`];
    default:
      return [];
  }
}

/** What is wrong with a list of objects that need some members; the first problem of each. */
function entryProblems(
  value: Node,
  required: readonly string[],
  check: (entry: Node) => string | undefined = () => undefined,
): readonly string[] {
  if (!isNodeArray(value)) return [`Expected array, but found ${nodeKind(value)}.`];
  return value.flatMap((entry, index) => {
    if (!isNodeObject(entry)) {
      return [`Expected array element ${index} to be a object but found ${nodeKind(entry)}.`];
    }
    const missing = required.find((name) => nodeMember(entry, name) === undefined);
    if (missing !== undefined) return [`Missing expected member \`${missing}\`.`];
    const wrong = required.find((name) => typeof nodeMember(entry, name) !== "string");
    if (wrong !== undefined) return [`Expected \`${wrong}\` to be a string.`];
    return check(entry) ?? [];
  });
}

function severityProblem(entry: Node): string | undefined {
  const severity = nodeMember(entry, "severity");
  if (severity === "WARNING" || severity === "DANGER") return undefined;
  return `Expected one of \`DANGER\`, \`WARNING\`; got \`${String(severity)}\`.`;
}
