import type { Members, RootShape } from "../shapes/shape.js";
import type { Building } from "./building.js";
import type { ShapeDefinition } from "./operations.js";

/**
 * Checks what a shape must have before it can exist at all. Reports what is missing.
 *
 * @returns false when the shape must be left out of the model
 */
export function checkShape(
  building: Building,
  definition: ShapeDefinition,
  members: Members,
  mixed: readonly RootShape[],
): boolean {
  const { id, kind, location } = definition;
  const problems = [
    ...mixinProblems(definition, mixed),
    ...mixinPropertyProblems(building, definition),
    ...memberProblems(definition, members),
  ];
  if (definition.fileVersion === "1.0" && (kind === "enum" || kind === "intEnum")) {
    problems.push(`${kind} shapes cannot be used in Smithy version 1.0`);
  }
  for (const message of problems) {
    building.diagnostics.push({ code: "Model", severity: "ERROR", message, shape: id, location });
  }
  return problems.length === 0;
}

/** "Mixins can be any shape type, but they MUST NOT be applied to a shape of a different type." */
function mixinProblems({ id, kind }: ShapeDefinition, mixed: readonly RootShape[]): readonly string[] {
  const others = mixed.filter((mixin) => mixin.kind !== kind).map((mixin) => `\`${mixin.id}\``);
  if (others.length === 0) return [];
  const rule = "Mixins may only be mixed into shapes of the same type.";
  return [
    `${rule} The following mixins were applied to the ${kind} shape \`${id}\` which are not ${kind} shapes: [${others.join(", ")}]`,
  ];
}

/** "Resource mixins", "Operation mixins" */
function mixinPropertyProblems(building: Building, definition: ShapeDefinition): readonly string[] {
  const { id, kind, properties } = definition;
  if (kind !== "operation" && kind !== "resource") return [];
  if (building.draft.traits.get(id)?.has("smithy.api#mixin") !== true) return [];
  if (kind === "operation") {
    const { input = unit, output = unit } = properties;
    if (input === unit && output === unit) return [];
    return [
      `Operation shapes with the mixin trait MUST target \`${unit}\` for their input and output. Operation mixin shape \`${id}\` defines one or both of these properties.`,
    ];
  }
  if (Object.values(properties).every((value) => value === undefined)) return [];
  return [
    `Resource shapes with the mixin trait may not define any properties. Resource mixin shape \`${id}\` defines one or more properties.`,
  ];
}

const unit = "smithy.api#Unit";

function memberProblems({ id, kind }: ShapeDefinition, members: Members): readonly string[] {
  switch (kind) {
    case "list":
    case "map":
      return missingMembers(id, members, fixedMembers[kind]);
    case "enum":
      return members.size === 0 ? ["enum must have at least one entry"] : [];
    case "intEnum":
      return members.size === 0 ? ["intEnum shapes must have at least one member"] : [];
    default:
      return [];
  }
}

const fixedMembers = { list: ["member"], map: ["key", "value"] } as const;

function missingMembers(id: string, members: Members, expected: readonly string[]): readonly string[] {
  const missing = expected.filter((name) => !members.has(name));
  if (missing.length === 0) return [];
  const noun = missing.length === 1 ? "member" : "members";
  return [`Missing required ${noun} of shape \`${id}\`: ${missing.join(", ")}`];
}

/** Lists and maps have members of fixed names only. Others are reported and left out. */
export function dropExtraMembers(building: Building, definition: ShapeDefinition, members: Members): Members {
  const { id, kind, location } = definition;
  if (kind !== "list" && kind !== "map") return members;
  const expected: readonly string[] = fixedMembers[kind];
  const extra = [...members.keys()].filter((name) => !expected.includes(name));
  if (extra.length === 0) return members;
  const rule = kind === "list" ? "List shapes may only have a `member` member" : mapRule;
  for (const name of extra) {
    const message = `${rule}, but found \`${name}\``;
    building.diagnostics.push({ code: "Model", severity: "ERROR", message, shape: id, location });
  }
  return new Map([...members].filter(([name]) => expected.includes(name)));
}

const mapRule = "Map shapes may only have `key` and `value` members";
