import { targetOf, type Model } from "../../shapes/model.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { membersByName } from "./members.js";

/** How many structures one skeleton opens. Beyond it, and where a shape meets itself, the shape's name stands for the rest. */
const structureLimit = 400;

/**
 * A JSON body with placeholders for values, as reference pages show under "Request Syntax": members in name order, strings as
 * `"string"`, numbers as a bare `number`.
 */
export function jsonSkeleton(model: Model, structure: RootShape, nameOf: (id: ShapeId) => string): string {
  const open = new Set<ShapeId>();
  let opened = 0;

  function value(member: MemberShape, indent: string): string {
    const target = targetOf(model, member);
    switch (target.kind) {
      case "structure":
      case "union":
        return members(target, indent);
      case "list": {
        if (open.has(target.id)) return JSON.stringify(nameOf(target.id));
        open.add(target.id);
        const inner = `${indent}   `;
        const item = value(target.member, inner);
        open.delete(target.id);
        return item.includes("\n") ? `[\n${inner}${item}\n${indent}]` : `[ ${item} ]`;
      }
      case "map": {
        if (open.has(target.id)) return JSON.stringify(nameOf(target.id));
        open.add(target.id);
        const inner = `${indent}   `;
        const entry = `${value(target.key, inner)}: ${value(target.value, inner)}`;
        open.delete(target.id);
        return `{\n${inner}${entry}\n${indent}}`;
      }
      default:
        return scalar(member, target);
    }
  }

  function members(shape: RootShape, indent: string): string {
    if (open.has(shape.id) || opened >= structureLimit) return JSON.stringify(nameOf(shape.id));
    if (shape.members.size === 0) return "{ }";
    open.add(shape.id);
    opened += 1;
    const inner = `${indent}   `;
    const lines = membersByName(shape).map(
      (member) => `${inner}${JSON.stringify(member.name)}: ${value(member, inner)}`,
    );
    open.delete(shape.id);
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }

  return members(structure, "");
}

function scalar(member: MemberShape, target: RootShape): string {
  switch (target.kind) {
    case "string":
    case "enum":
      return '"string"';
    case "boolean":
      return "boolean";
    case "blob":
      return "blob";
    case "document":
      return "JSON value";
    case "timestamp": {
      const format =
        stringTrait(member, "smithy.api#timestampFormat") ?? stringTrait(target, "smithy.api#timestampFormat");
      return format === undefined || format === "epoch-seconds" ? "number" : '"string"';
    }
    default:
      return "number";
  }
}
