import { enumValueOf } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";

/** How a value is typed on the command line: a caption such as `JSON Syntax` and the text to imitate. */
export interface SyntaxExample {
  readonly caption: string;
  readonly text: string;
}

/** Longer shorthand than this helps nobody: the JSON form alone is shown. */
const shorthandLimit = 1000;
/** How many structures one JSON example opens; what is deeper is shown as recursive. */
const structureLimit = 400;
const recursive = "{ ... recursive ... }";

/** What the command line calls a type: `string`, `list`, `structure`, `tagged union structure`. */
export function commandLineType(shape: RootShape): string {
  switch (shape.kind) {
    case "enum":
      return "string";
    case "intEnum":
      return "integer";
    case "union":
      return "tagged union structure";
    default:
      return shape.kind;
  }
}

/** The syntax examples of an option; none for options that take one plain value. */
export function syntaxExamples(model: Model, member: MemberShape): readonly SyntaxExample[] {
  const target = targetOf(model, member);
  if (target.kind === "list" && isScalar(targetOf(model, target.member))) {
    const item = jsonSyntax(model, target.member);
    return [{ caption: "Syntax", text: `${item} ${item} ...` }];
  }
  if (isScalar(target)) return [];
  const short = shorthand(model, target);
  const json: SyntaxExample = { caption: "JSON Syntax", text: jsonSyntax(model, member) };
  return short === undefined ? [json] : [{ caption: "Shorthand Syntax", text: short }, json];
}

/** The values that an option, or each item of it, may have; empty when it is no enum. */
export function possibleValues(model: Model, member: MemberShape): readonly string[] {
  const target = targetOf(model, member);
  if (target.kind === "list") return possibleValues(model, target.member);
  if (target.kind !== "enum" && target.kind !== "intEnum") return [];
  return [...target.members.values()].map((value) => String(enumValueOf(value)));
}

function isScalar(shape: RootShape): boolean {
  return shape.kind !== "structure" && shape.kind !== "union" && shape.kind !== "list" && shape.kind !== "map";
}

/** The JSON form, members in model order. */
function jsonSyntax(model: Model, start: MemberShape): string {
  const open = new Set<ShapeId>();
  let opened = 0;

  function value(member: MemberShape, indent: string): string {
    const target = targetOf(model, member);
    if (isScalar(target)) return scalarSyntax(target);
    if (open.has(target.id) || opened >= structureLimit) return recursive;
    open.add(target.id);
    const shown = container(target, indent);
    open.delete(target.id);
    return shown;
  }

  function container(target: RootShape, indent: string): string {
    const inner = `${indent}  `;
    if (target.kind === "list") {
      const item = value(target.member, inner);
      return isScalar(targetOf(model, target.member))
        ? `[${item}, ...]`
        : `[\n${inner}${item}\n${inner}...\n${indent}]`;
    }
    if (target.kind === "map") {
      return `{${value(target.key, inner)}: ${value(target.value, inner)}\n${inner}...}`;
    }
    opened += 1;
    if (target.members.size === 0) return "{}";
    const lines = [...target.members.values()].map(
      (member) => `${inner}${JSON.stringify(member.name)}: ${value(member, inner)}`,
    );
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }

  return value(start, "");
}

function scalarSyntax(shape: RootShape): string {
  switch (shape.kind) {
    case "string":
      return '"string"';
    case "enum":
      return [...shape.members.values()].map((member) => JSON.stringify(enumValueOf(member))).join("|");
    case "intEnum":
      return [...shape.members.values()].map((member) => String(enumValueOf(member))).join("|");
    case "boolean":
      return "true|false";
    case "document":
      return "{...}";
    default:
      return shape.kind;
  }
}

/** `key=value,…` as a shell takes it; undefined where it would be too long, recursive, or has no such form. */
function shorthand(model: Model, shape: RootShape): string | undefined {
  const top = shape.kind === "list" ? targetOf(model, shape.member) : shape;
  if (top.kind === "list") return undefined;
  const open = new Set<ShapeId>();
  let visited = 0;

  function value(target: RootShape, depth: number): string | undefined {
    if (isScalar(target)) return target.kind === "document" ? undefined : commandLineType(target);
    if (open.has(target.id)) return undefined;
    open.add(target.id);
    const shown = container(target, depth);
    open.delete(target.id);
    visited += 1;
    return visited > structureLimit || (shown?.length ?? 0) > shorthandLimit ? undefined : shown;
  }

  function container(target: RootShape, depth: number): string | undefined {
    if (target.kind === "list") {
      const itemShape = targetOf(model, target.member);
      const item = value(itemShape, depth + 1);
      if (item === undefined) return undefined;
      return depth > 1 || !isScalar(itemShape) ? `[${item},${item}]` : `${item},${item}`;
    }
    if (target.kind === "map") {
      const entry = value(targetOf(model, target.value), depth + 1);
      return entry === undefined ? undefined : braced(`KeyName1=${entry},KeyName2=${entry}`, depth);
    }
    const fields: string[] = [];
    for (const member of target.members.values()) {
      const field = value(targetOf(model, member), depth + 1);
      if (field === undefined) return undefined;
      fields.push(`${member.name}=${field}`);
    }
    return braced(fields.join(","), depth);
  }

  const shown = value(top, 0);
  if (shown === undefined || shown === "") return undefined;
  return shape.kind === "list" ? `${shown} ...` : shown;
}

function braced(fields: string, depth: number): string {
  return depth > 0 ? `{${fields}}` : fields;
}
