import { shapeName, shapeOf, type CommandLineDescription, type MemberDescription } from "./description.js";
import { NumberText, type Value } from "./value.js";

/** What stands in a skeleton for a string: nothing to be filled in, or the names of things for a sample output. */
export type SkeletonStyle = "input" | "output";

/**
 * A value with every member of a shape, in the order of the model. A structure within itself is left empty, so that recursive
 * shapes end.
 */
export function skeletonOf(
  description: CommandLineDescription,
  key: string | undefined,
  style: SkeletonStyle,
): ReadonlyMap<string, Value> {
  if (key === undefined) return new Map();
  const value = new SkeletonMaker(description, style).make({ shape: key }, "", []);
  return value instanceof Map ? value : new Map();
}

class SkeletonMaker {
  readonly #description: CommandLineDescription;
  readonly #style: SkeletonStyle;

  constructor(description: CommandLineDescription, style: SkeletonStyle) {
    this.#description = description;
    this.#style = style;
  }

  make(member: MemberDescription, name: string, within: readonly string[]): Value {
    const shape = shapeOf(this.#description, member.shape);
    switch (shape.type) {
      case "structure":
      case "union": {
        const members = new Map<string, Value>();
        if (within.includes(member.shape)) return members;
        const inner = [...within, member.shape];
        for (const [key, target] of Object.entries(shape.members)) members.set(key, this.make(target, key, inner));
        return members;
      }
      case "list":
        return [this.make(shape.member, shapeName(shape.member.shape), [...within, member.shape])];
      case "map":
        return new Map([["KeyName", this.make(shape.value, shapeName(shape.value.shape), [...within, member.shape])]]);
      case "string":
        return this.#style === "output" ? name : (shape.values?.[0] ?? "");
      case "boolean":
        return true;
      case "timestamp":
        return "1970-01-01T00:00:00";
      case "blob":
        return null;
      case "document":
        return new Map();
      case "float":
      case "double":
      case "bigDecimal":
        return new NumberText("0.0");
      default:
        return new NumberText("0");
    }
  }
}
