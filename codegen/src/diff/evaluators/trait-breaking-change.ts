import { type Diagnostic, severities, type Severity } from "../../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { RootShape, Shape } from "../../shapes/shape.js";
import type { Differences, TraitChange } from "../differences.js";
import { finding } from "../evaluator.js";
import { quotedNode } from "../show-node.js";
import { definitionOf } from "../trait-definition.js";

type ChangeKind = "add" | "remove" | "update";

interface BreakingChange {
  /** The steps of the JSON pointer in the rule: none for the trait itself. */
  readonly path: readonly string[];
  readonly kinds: readonly ChangeKind[];
  readonly severity: Severity;
  readonly message: string | undefined;
}

/**
 * `TraitBreakingChange.Add.TRAIT`, `TraitBreakingChange.Remove.TRAIT`, `TraitBreakingChange.Update.TRAIT`: a trait changed in a
 * way that its definition calls breaking ("Breaking change rules").
 */
export function* traitBreakingChange(differences: Differences): Iterable<Diagnostic> {
  for (const { after, traits } of differences.pairs) {
    for (const change of traits) {
      const definition = definitionOf(differences, change.id);
      if (definition === undefined) continue;
      for (const rule of rulesOf(definition)) yield* applyRule(differences, after, definition, change, rule);
    }
  }
}

const kindsOfChange: ReadonlyMap<Node | undefined, readonly ChangeKind[]> = new Map([
  ["add", ["add"]],
  ["remove", ["remove"]],
  ["update", ["update"]],
  ["presence", ["add", "remove"]],
  ["any", ["add", "remove", "update"]],
]);

function rulesOf(definition: RootShape): readonly BreakingChange[] {
  const rules = nodeMember(definition.traits.get("smithy.api#trait")?.value, "breakingChanges");
  if (!isNodeArray(rules)) return [];
  return rules.map((rule) => {
    const path = nodeMember(rule, "path");
    const severity = nodeMember(rule, "severity");
    const message = nodeMember(rule, "message");
    return {
      path: typeof path === "string" ? stepsOf(path) : [],
      kinds: kindsOfChange.get(nodeMember(rule, "change")) ?? [],
      severity: severities.find((known) => known === severity) ?? "ERROR",
      message: typeof message === "string" ? message : undefined,
    };
  });
}

/** The steps of a JSON pointer (RFC 6901). */
function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split("/").slice(1);
  return steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

type Values = Map<string, Node>;

function* applyRule(
  differences: Differences,
  shape: Shape,
  definition: RootShape,
  { id, before, after }: TraitChange,
  rule: BreakingChange,
): Iterable<Diagnostic> {
  // That the trait is gone says nothing of what was in it.
  if (after === undefined && rule.path.length > 0) return;
  const oldValues: Values = new Map();
  const newValues: Values = new Map();
  collect(differences, oldValues, definition, rule.path, before?.value ?? null, "");
  collect(differences, newValues, definition, rule.path, after?.value ?? null, "");
  const paths = [...[...oldValues.keys()].toSorted(), ...[...newValues.keys()].filter((path) => !oldValues.has(path))];
  for (const path of paths) {
    const left = oldValues.get(path) ?? null;
    const right = newValues.get(path) ?? null;
    const kind = rule.kinds.find((candidate) => candidate === changeKind(left, right));
    if (kind === undefined) continue;
    const code = `TraitBreakingChange.${kind.charAt(0).toUpperCase()}${kind.slice(1)}.${id}`;
    const location = right === null ? shape.location : (after?.location ?? shape.location);
    yield finding(
      code,
      rule.severity,
      shape,
      withReason(describe(kind, id, path, left, right), rule.message),
      location,
    );
  }
}

function changeKind(left: Node, right: Node): ChangeKind | undefined {
  if (left === null) return right === null ? undefined : "add";
  if (right === null) return "remove";
  return equalNodes(left, right) ? undefined : "update";
}

/** The values that a rule's path leads to, by their place: a list or map on the way has many. */
function collect(
  differences: Differences,
  values: Values,
  shape: RootShape,
  steps: readonly string[],
  value: Node,
  path: string,
): void {
  const [step, ...rest] = steps;
  if (step === undefined || step === "") {
    values.set(path, value);
    return;
  }
  const target = shape.members.get(step)?.target;
  const next = target === undefined ? undefined : definitionOf(differences, target);
  if (next === undefined) return;
  if (shape.kind === "list" && isNodeArray(value)) {
    for (const [index, item] of value.entries()) collect(differences, values, next, rest, item, `${path}/${index}`);
  } else if (shape.kind === "map" && isNodeObject(value)) {
    for (const [key, item] of Object.entries(value)) collect(differences, values, next, rest, item, `${path}/${key}`);
  } else if ((shape.kind === "structure" || shape.kind === "union") && isNodeObject(value)) {
    collect(differences, values, next, rest, nodeMember(value, step) ?? null, `${path}/${step}`);
  }
}

function describe(kind: ChangeKind, trait: string, path: string, left: Node, right: Node): string {
  const place = `at path \`${path}\``;
  switch (kind) {
    case "add":
      if (path !== "") return `Added trait contents to \`${trait}\` ${place} with value ${quotedNode(right)}`;
      return isEmpty(right) ? `Added trait \`${trait}\`` : `Added trait \`${trait}\` with value ${quotedNode(right)}`;
    case "remove":
      if (path !== "") return `Removed trait contents from \`${trait}\` ${place}. Removed value: ${quotedNode(left)}`;
      if (isEmpty(left)) return `Removed trait \`${trait}\``;
      return `Removed trait \`${trait}\`. Previous trait value: ${quotedNode(left)}`;
    case "update": {
      const values = `from ${quotedNode(left)} to ${quotedNode(right)}`;
      return path === ""
        ? `Changed trait \`${trait}\` ${values}`
        : `Changed trait contents of \`${trait}\` ${place} ${values}`;
    }
  }
}

function isEmpty(value: Node): boolean {
  return isNodeObject(value) && Object.keys(value).length === 0;
}

function withReason(message: string, reason: string | undefined): string {
  if (reason === undefined) return message;
  return message.endsWith(".") ? message + reason : `${message}; ${reason}`;
}
