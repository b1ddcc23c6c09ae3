import { defineDiagnostic } from "../diagnostics/define.js";
import type { RootKind } from "./operations.js";

/** Smithy reports what is wrong with a model's structure under this one event ID, so suppressions and tools know it. */
const code = "Model";

// Files

export const missingVersion = defineDiagnostic(code, "ERROR", () => "The model has no `smithy` version.");

export const unsupportedVersion = defineDiagnostic(
  code,
  "ERROR",
  (version: string) => `Unsupported Smithy version number: ${version}`,
);

export const duplicateJsonKey = defineDiagnostic("loader/duplicate-key", "WARNING", (problem: string) => problem);

export const undefinedUse = defineDiagnostic(
  code,
  "WARNING",
  (id: string) => `Use statement refers to undefined shape: ${id}`,
);

export const shapeNameConflict = defineDiagnostic(
  code,
  "ERROR",
  (name: string, imported: string) => `Shape name \`${name}\` conflicts with imported shape \`${imported}\``,
);

export const syntacticShapeId = defineDiagnostic(
  "SyntacticShapeIdTarget",
  "DANGER",
  (text: string, id: string) =>
    `Syntactic shape ID \`${text}\` does not resolve to a valid shape ID: \`${id}\`. ` +
    "Did you mean to quote this string? Are you missing a model file?",
);

export const additionalProperties = defineDiagnostic(
  code,
  "WARNING",
  (known: readonly string[], found: readonly string[]) =>
    `Expected an object with possible properties of ${quoteSorted(known)}, but found additional properties: ${quoteSorted(found)}`,
);

function quoteSorted(names: readonly string[]): string {
  return names
    .toSorted()
    .map((name) => `\`${name}\``)
    .join(", ");
}

/** What of a file has another form than it must have; the words depend on the place. */
export const malformed = defineDiagnostic(code, "ERROR", (problem: string) => problem);

export const newerVersionNeeded = defineDiagnostic(
  code,
  "ERROR",
  (subject: string, object: string) =>
    `${subject} can only be used with Smithy version 2 or later. Attempted to use ${object} with version \`1.0\`.`,
);

// Merging

export const metadataConflict = defineDiagnostic(
  code,
  "ERROR",
  (key: string, here: string, there: string) =>
    `Metadata conflict for key \`${key}\`. Defined in both \`${here}\` and \`${there}\``,
);

export const shapeConflict = defineDiagnostic(
  code,
  "ERROR",
  (id: string, here: string, there: string, differences: readonly string[]) =>
    `Conflicting shape definition for \`${id}\` found at \`${here}\` and \`${there}\`. ${differences.join("; ")}`,
);

export const ignoredDuplicate = defineDiagnostic(
  "Model.IgnoredDuplicateDefinition",
  "NOTE",
  (id: string, here: string, there: string) =>
    `Ignoring duplicate but equivalent shape definition: ${id} defined at ${here} and ${there}`,
);

export const traitConflict = defineDiagnostic(
  code,
  "ERROR",
  (trait: string, target: string, there: string, here: string) =>
    `Conflicting \`${trait}\` trait found on shape \`${target}\`. The previous trait was defined at \`${there}\`, ` +
    `and a conflicting trait was defined at \`${here}\`.`,
);

// Traits

export const boxInVersion2 = defineDiagnostic(code, "ERROR", () => "@box is not supported in Smithy IDL 2.0");

export const deprecatedEnumTrait = defineDiagnostic(
  "ModelDeprecation",
  "WARNING",
  () => "The enum trait is deprecated. Smithy 2.0 models should use the enum shape.",
);

export const preludeTrait = defineDiagnostic(
  code,
  "ERROR",
  (trait: string) => `Cannot apply \`${trait}\` to an immutable prelude shape defined in \`smithy.api\`.`,
);

export const defaultInVersion1 = defineDiagnostic(
  code,
  "ERROR",
  () => "The @default trait can only be used in Smithy 2.0 or later",
);

export const mixinInVersion1 = defineDiagnostic(
  code,
  "ERROR",
  (target: string) =>
    `Mixins can only be used in Smithy 2.0 or later. Attempted to apply a @mixin trait to \`${target}\` ` +
    "in a model file using version `1.0`.",
);

export const unknownTraitTarget = defineDiagnostic(
  code,
  "ERROR",
  (trait: string, target: string) => `Trait \`${trait}\` applied to unknown shape \`${target}\``,
);

export const unresolvedTrait = defineDiagnostic(
  "Model.UnresolvedTrait",
  "ERROR",
  (id: string) =>
    `Unable to resolve trait \`${id}\`. If this is a custom trait, then it must be defined before it can be used in a model.`,
);

export const noTrait = defineDiagnostic(
  code,
  "ERROR",
  (id: string) =>
    `Shape \`${id}\` cannot be applied as a trait. If this is a custom trait, please add \`@trait\` to this shape.`,
);

// Mixins and members

export const mixinCycle = defineDiagnostic(
  code,
  "ERROR",
  (others: readonly string[]) =>
    `Unable to resolve mixins; cycles detected between this shape and [${others.join(", ")}]`,
);

export const missingMixin = defineDiagnostic(
  code,
  "ERROR",
  (user: string, mixin: string) => `Cannot apply mixin to ${user}: ${mixin} not found`,
);

export const mixinOfOtherKind = defineDiagnostic(
  code,
  "ERROR",
  (id: string, kind: RootKind, others: readonly string[]) =>
    "Mixins may only be mixed into shapes of the same type. The following mixins were applied to the " +
    `${kind} shape \`${id}\` which are not ${kind} shapes: [${others.map((other) => `\`${other}\``).join(", ")}]`,
);

export const operationMixin = defineDiagnostic(
  code,
  "ERROR",
  (id: string) =>
    "Operation shapes with the mixin trait MUST target `smithy.api#Unit` for their input and output. " +
    `Operation mixin shape \`${id}\` defines one or both of these properties.`,
);

export const resourceMixin = defineDiagnostic(
  code,
  "ERROR",
  (id: string) =>
    "Resource shapes with the mixin trait may not define any properties. " +
    `Resource mixin shape \`${id}\` defines one or more properties.`,
);

export const memberConflict = defineDiagnostic(
  code,
  "ERROR",
  (inherited: string) => `Member conflicts with an inherited mixin member: \`${inherited}\``,
);

export const elidedTarget = defineDiagnostic(
  code,
  "ERROR",
  () => "Member target was elided, but no bound resource or mixin contained a matching identifier or member name.",
);

export const noResource = defineDiagnostic(
  code,
  "ERROR",
  (kind: string, id: string) =>
    `The target of the \`for\` production must be a resource shape, but found a ${kind} shape: ${id}`,
);

export const missingResource = defineDiagnostic(
  code,
  "ERROR",
  (member: string, resource: string) => `Cannot apply resource to elided member ${member}: ${resource} not found`,
);

export const missingMembers = defineDiagnostic(
  code,
  "ERROR",
  (id: string, names: readonly string[]) =>
    `Missing required ${names.length === 1 ? "member" : "members"} of shape \`${id}\`: ${names.join(", ")}`,
);

export const extraListMember = defineDiagnostic(
  code,
  "ERROR",
  (name: string) => `List shapes may only have a \`member\` member, but found \`${name}\``,
);

export const extraMapMember = defineDiagnostic(
  code,
  "ERROR",
  (name: string) => `Map shapes may only have \`key\` and \`value\` members, but found \`${name}\``,
);

export const emptyEnum = defineDiagnostic(code, "ERROR", () => "enum must have at least one entry");

export const typedEnumMember = defineDiagnostic(
  code,
  "ERROR",
  (subject: "Enum" | "intEnum", target: string) =>
    `${subject} members may only target \`smithy.api#Unit\`, but found \`${target}\``,
);

export const emptyIntEnum = defineDiagnostic(code, "ERROR", () => "intEnum shapes must have at least one member");

export const kindInVersion = defineDiagnostic(
  code,
  "ERROR",
  (kind: RootKind | "set", version: string) => `${kind} shapes cannot be used in Smithy version ${version}`,
);
