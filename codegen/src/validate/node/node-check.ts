import type { Model } from "../../shapes/model.js";
import { type Node, nodeKind } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import { nodeText } from "./node-text.js";

/** `format`: as the `timestampFormat` trait says; `epoch-seconds`: always a number, as in protocol tests. */
export type TimestampStyle = "format" | "epoch-seconds";

/** One way in which a node does not fit a shape. */
export interface NodeFinding {
  /** Where in the node: empty, or `.member`, `.0`, `.key (map-key)`, joined. */
  readonly path: string;
  readonly message: string;
  /** What kind of finding: a wrong type, a value that breaks a constraint, or a name that does not exist. */
  readonly kind: "type" | "constraint" | "unknown-member";
  /** What the event ID adds to that of the rule: `UnknownMember.X.y`, `Member.InvalidRange`. */
  readonly eventSuffix?: string | undefined;
  /** For a node that no value can be made from: the same in the words for that. */
  readonly creationProblem?: string | undefined;
}

export interface NodeCheckOptions {
  /** What timestamps look like: by their format, or always as numbers. */
  readonly timestamps: TimestampStyle;
}

/** What a check of one node collects into. */
export interface NodeCheck {
  readonly model: Model;
  readonly options: NodeCheckOptions;
  readonly findings: NodeFinding[];
}

export function report(
  check: NodeCheck,
  path: string,
  kind: NodeFinding["kind"],
  message: string,
  more: Pick<NodeFinding, "eventSuffix" | "creationProblem"> = {},
): void {
  check.findings.push({ path, kind, message, ...more });
}

export function reportType(check: NodeCheck, shape: Shape, node: Node, expected: string, path: string): void {
  const kind = nodeKind(node);
  const scalar = kind === "string" || kind === "number" || kind === "boolean" ? `, \`${nodeText(node)}\`` : "";
  const message = `Expected ${expected} value for ${shape.kind} shape, \`${shape.id}\`; found ${kind} value${scalar}`;
  report(check, path, "type", message, { creationProblem: `Expected ${expected}, but found ${kind}.` });
}
