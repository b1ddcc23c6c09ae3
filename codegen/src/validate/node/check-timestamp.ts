import { isNodeNumber, type Node, nodeKind } from "../../shapes/node.js";
import type { MemberShape, SimpleShape } from "../../shapes/shape.js";
import { type NodeCheck, report } from "./node-check.js";

/** Whether a node is a timestamp in the format that its member or shape asks for ("timestampFormat trait"). */
export function checkTimestamp(
  check: NodeCheck,
  shape: SimpleShape,
  node: Node,
  path: string,
  member: MemberShape | undefined,
): void {
  const id = "smithy.api#timestampFormat";
  const trait = member?.traits.get(id)?.value ?? shape.traits.get(id)?.value;
  const format = check.options.timestamps === "epoch-seconds" ? "epoch-seconds" : trait;
  const where = `\`${member?.id ?? shape.id}\``;
  const found = typeof node === "string" ? `string value, \`${node}\`,` : `${nodeKind(node)} value`;
  let expectation: string | undefined;
  if (format === "epoch-seconds") {
    if (!isNodeNumber(node)) expectation = "a number of seconds since the epoch";
  } else if (format === "date-time") {
    if (!isDateTime(node)) expectation = dateTime;
  } else if (format === "http-date") {
    if (!isHttpDate(node)) expectation = 'an IMF-fixdate (e.g., "Tue, 29 Apr 2014 18:30:38 GMT")';
  } else if (!isNodeNumber(node) && !isDateTime(node)) {
    expectation = `a number that contains epoch seconds with optional millisecond precision, or ${dateTime}`;
  }
  if (expectation === undefined) return;
  report(check, path, "type", `Invalid ${found} provided for timestamp, ${where}. Expected ${expectation}`);
}

const dateTime = 'a string that contains an RFC 3339 formatted timestamp (e.g., "1985-04-12T23:20:50.52Z")';

function isDateTime(node: Node): boolean {
  if (typeof node !== "string") return false;
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.exec(node);
  return match !== null && !Number.isNaN(Date.parse(node));
}

function isHttpDate(node: Node): boolean {
  if (typeof node !== "string") return false;
  const match = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d(?:\.\d+)? GMT$/.exec(node);
  return match !== null && !Number.isNaN(Date.parse(node));
}
