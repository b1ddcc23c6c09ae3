import { isNodeNumber, type Node, nodeKind } from "../../shapes/node.js";
import type { MemberShape, Shape } from "../../shapes/shape.js";
import { isDateTime, isHttpDate } from "./dates.js";
import { type NodeCheck, type NodePlace, report } from "./node-check.js";

const formatTrait = "smithy.api#timestampFormat";

/**
 * Whether a node is a timestamp in the format that its member or shape asks for ("timestampFormat trait").
 *
 * @param place - a timestamp shape, or a member that targets one
 * @param member - through which a timestamp shape was reached; its format is checked on the member itself
 */
export function checkTimestamp(check: NodeCheck, place: NodePlace, member: MemberShape | undefined): void {
  const { shape, node, path } = place;
  const problem =
    check.options.timestamps === "epoch-seconds" ? numberProblem(shape, node) : formatProblem(place, member);
  if (problem !== undefined) report(check, path, problem);
}

function numberProblem({ id }: Shape, node: Node): string | undefined {
  if (isNodeNumber(node)) return undefined;
  return `Invalid ${nodeKind(node)} value provided for timestamp, \`${id}\`. Expected a number that contains epoch seconds with optional millisecond precision`;
}

function formatProblem({ shape, node }: NodePlace, member: MemberShape | undefined): string | undefined {
  if (member?.traits.has(formatTrait) === true) return undefined;
  const format = shape.traits.get(formatTrait)?.value;
  if (format === undefined) return shape.kind === "member" ? undefined : anyProblem(shape, node);
  switch (format) {
    case "date-time":
      return dateTimeProblem(shape, node);
    case "epoch-seconds":
      if (isNodeNumber(node)) return undefined;
      return `Invalid ${nodeKind(node)} value provided for a timestamp with a \`${format}\` format.`;
    case "http-date":
      return httpDateProblem(node);
    default:
      return undefined;
  }
}

function anyProblem(shape: Shape, node: Node): string | undefined {
  if (isNodeNumber(node)) return undefined;
  if (typeof node === "string") return dateTimeProblem(shape, node);
  return `Invalid ${nodeKind(node)} value provided for timestamp, \`${shape.id}\`. Expected a number that contains epoch seconds with optional millisecond precision, or a string that contains an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")`;
}

function dateTimeProblem({ id }: Shape, node: Node): string | undefined {
  if (typeof node !== "string") {
    return 'Expected a string value for a date-time timestamp (e.g., "1985-04-12T23:20:50.52Z")';
  }
  if (isDateTime(node)) return undefined;
  return `Invalid string value, \`${node}\`, provided for timestamp, \`${id}\`. Expected an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")`;
}

function httpDateProblem(node: Node): string | undefined {
  if (isHttpDate(node)) return undefined;
  const found = typeof node === "string" ? node : nodeKind(node);
  return `Invalid value provided for http-date formatted timestamp. Expected a string value that matches the IMF-fixdate production of RFC 9110 section-5.6.7. Found: ${found}`;
}
