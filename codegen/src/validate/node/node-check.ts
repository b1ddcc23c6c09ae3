import type { Severity } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { type Node, nodeKind } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import { nodeText } from "../../shapes/node-text.js";

/** `format`: as the `timestampFormat` trait says; `epoch-seconds`: always a number, as in protocol tests. */
export type TimestampStyle = "format" | "epoch-seconds";

/** One way in which a node does not fit a shape. */
export interface NodeFinding {
  /** Where in the node: empty, or `.member`, `.0`, `.key (map-key)`, joined. */
  readonly path: string;
  readonly message: string;
  /** A WARNING for names that do not exist and for what the options allow, else an ERROR. */
  readonly severity: Extract<Severity, "WARNING" | "ERROR">;
  /** What the event ID adds to that of the rule: `UnknownMember.X.y`, `Member.InvalidRange`. */
  readonly eventSuffix?: string | undefined;
}

/** How strictly values are checked. */
export interface NodeCheckOptions {
  /** What timestamps look like: by their format, or always as numbers. By default by their format. */
  readonly timestamps?: TimestampStyle | undefined;
  /** Only warns of values that break a length, pattern or range, and of required members that are absent. */
  readonly allowConstraintErrors?: boolean | undefined;
  /** Only warns of a zero that is out of range, as models of version 1.0 may have it. */
  readonly allowZeroOutOfRange?: boolean | undefined;
  /** Takes null for what is not required. */
  readonly allowOptionalNulls?: boolean | undefined;
  /** Blobs are Base64, and as long as the bytes that it stands for. */
  readonly base64Blobs?: boolean | undefined;
}

/** What a check of one node collects into. */
export interface NodeCheck {
  readonly model: Model;
  readonly options: NodeCheckOptions;
  readonly findings: NodeFinding[];
}

/** A place in the node that is checked, and the shape that it must fit. */
export interface NodePlace {
  readonly shape: Shape;
  readonly node: Node;
  readonly path: string;
}

/**
 * Adds a finding.
 *
 * @param path - of the value in what is checked: member names and indexes with dots between them
 */
export function report(
  check: NodeCheck,
  path: string,
  message: string,
  more: Partial<Pick<NodeFinding, "severity" | "eventSuffix">> = {},
): void {
  check.findings.push({ path, message, severity: "ERROR", ...more });
}

/** Reports a value that breaks a constraint which the options may allow to be broken. */
export function reportConstraint(check: NodeCheck, path: string, message: string, eventSuffix?: string): void {
  const severity = check.options.allowConstraintErrors === true ? "WARNING" : "ERROR";
  report(check, path, message, { severity, eventSuffix });
}

/** Reports a value of the wrong type. */
export function reportType(check: NodeCheck, { shape, node, path }: NodePlace, expected: string): void {
  const kind = nodeKind(node);
  if (kind === "null" && check.options.allowOptionalNulls === true) return;
  const scalar = kind === "string" || kind === "number" || kind === "boolean" ? `, \`${nodeText(node)}\`` : "";
  const message = `Expected ${expected} value for ${shape.kind} shape, \`${shape.id}\`; found ${kind} value${scalar}`;
  report(check, path, message);
}
