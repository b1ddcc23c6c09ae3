import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Members, RootShape } from "../shapes/shape.js";
import type { Building } from "./building.js";
import {
  emptyEnum,
  emptyIntEnum,
  extraListMember,
  extraMapMember,
  kindInVersion,
  missingMembers,
  mixinOfOtherKind,
  operationMixin,
  resourceMixin,
  typedEnumMember,
} from "./messages.js";
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
  const ofOtherKind = mixinProblems(definition, mixed);
  const problems =
    ofOtherKind.length > 0
      ? ofOtherKind
      : [
          ...mixinPropertyProblems(building, definition),
          ...memberProblems(definition, members),
          ...versionProblems(definition),
        ];
  building.diagnostics.push(...problems);
  return problems.length === 0;
}

function detailsOf({ id, location }: ShapeDefinition) {
  return { shape: id, location };
}

function versionProblems(definition: ShapeDefinition): readonly Diagnostic[] {
  const { kind, isSet, fileVersion } = definition;
  const isNew = kind === "enum" || kind === "intEnum";
  if (fileVersion === "1.0" && isNew) return [kindInVersion.create(detailsOf(definition), kind, fileVersion)];
  const isOld = fileVersion === "2.0" && isSet === true;
  return isOld ? [kindInVersion.create(detailsOf(definition), "set", fileVersion)] : [];
}

/** "Mixins can be any shape type, but they MUST NOT be applied to a shape of a different type." */
function mixinProblems(definition: ShapeDefinition, mixed: readonly RootShape[]): readonly Diagnostic[] {
  const { id, kind } = definition;
  const others = mixed.filter((mixin) => mixin.kind !== kind).map((mixin) => mixin.id);
  return others.length === 0 ? [] : [mixinOfOtherKind.create(detailsOf(definition), id, kind, others)];
}

const unit = "smithy.api#Unit";

/** "Resource mixins", "Operation mixins" */
function mixinPropertyProblems(building: Building, definition: ShapeDefinition): readonly Diagnostic[] {
  const { id, kind, properties } = definition;
  if (building.draft.traits.get(id)?.has("smithy.api#mixin") !== true) return [];
  if (kind === "operation") {
    const { input = unit, output = unit } = properties;
    return input === unit && output === unit ? [] : [operationMixin.create(detailsOf(definition), id)];
  }
  const isEmpty = Object.values(properties).every((value) => value === undefined);
  return kind !== "resource" || isEmpty ? [] : [resourceMixin.create(detailsOf(definition), id)];
}

const fixedMembers = { list: ["member"], map: ["key", "value"] } as const;

function memberProblems(definition: ShapeDefinition, members: Members): readonly Diagnostic[] {
  const { id, kind } = definition;
  const details = detailsOf(definition);
  if (kind === "enum") return members.size === 0 ? [emptyEnum.create(details)] : [];
  if (kind === "intEnum") return members.size === 0 ? [emptyIntEnum.create(details)] : [];
  if (kind !== "list" && kind !== "map") return [];
  // What the parser could not read is not missing.
  if (definition.isRecovered === true) return [];
  const missing = fixedMembers[kind].filter((name) => !members.has(name));
  return missing.length === 0 ? [] : [missingMembers.create(details, id, missing)];
}

/** Lists and maps have members of fixed names only, and members of enums target the unit. Others are reported and left out. */
export function dropExtraMembers(
  building: Building,
  definition: ShapeDefinition,
  members: Members,
  mixed: readonly RootShape[],
): Members {
  const { kind } = definition;
  // What a mixin of another kind brings is no member of this shape.
  if (mixed.some((mixin) => mixin.kind !== kind)) return members;
  if (kind === "enum" || kind === "intEnum") return dropTypedMembers(building, definition, members);
  if (kind !== "list" && kind !== "map") return members;
  const expected: readonly string[] = fixedMembers[kind];
  const extra = [...members.values()].filter(({ name }) => !expected.includes(name));
  if (extra.length === 0) return members;
  const definitionOfProblem = kind === "list" ? extraListMember : extraMapMember;
  for (const { name, location } of extra) {
    building.diagnostics.push(definitionOfProblem.create({ shape: definition.id, location }, name));
  }
  return new Map([...members].filter(([name]) => expected.includes(name)));
}

function dropTypedMembers(building: Building, definition: ShapeDefinition, members: Members): Members {
  const typed = [...members.values()].filter(({ target }) => target !== unit);
  if (typed.length === 0) return members;
  const subject = definition.kind === "enum" ? "Enum" : "intEnum";
  const details = detailsOf(definition);
  building.diagnostics.push(...typed.map(({ target }) => typedEnumMember.create(details, subject, target)));
  return new Map([...members].filter(([, { target }]) => target === unit));
}
