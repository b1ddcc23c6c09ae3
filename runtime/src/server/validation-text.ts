import type { ValidationFailure } from "../validate/index.js";
import type { ValidationReport } from "./types.js";

/** Failures that an answer lists. A request of a megabyte can have a hundred thousand, each with a sentence. */
const maximumListed = 100;

/** The error that tells about failures, as data with the members that the model gives it. */
export function describeFailures(
  report: ValidationReport,
  failures: readonly ValidationFailure[],
): Readonly<Record<string, unknown>> {
  if (report.style === "parameter") return { [report.messageMember]: parameterText(failures) };
  const listed = failures.slice(0, maximumListed);
  const count = failures.length === 1 ? "1 validation error" : `${failures.length} validation errors`;
  return {
    fieldList: listed.map(({ path, message }) => ({ message, path })),
    [report.messageMember]: `${count} detected. ${listed.map(({ message }) => message).join("; ")}`,
  };
}

/** `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must have length …'`, of the first failure. */
function parameterText(failures: readonly ValidationFailure[]): string {
  const [first] = failures;
  if (first === undefined) return "The input is invalid.";
  const place = first.path.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
  return `Invalid parameter at '${place}' failed to satisfy constraint: '${constraintText(first)}'`;
}

function constraintText(failure: ValidationFailure): string {
  if (failure.constraint === "pattern") return `must satisfy regular expression '${failure.pattern}'`;
  const smithyText = failure.message;
  const start = smithyText.indexOf("Member must ");
  return start < 0 ? smithyText : smithyText.slice(start + "Member ".length);
}
