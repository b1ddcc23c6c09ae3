import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isNodeArray, nodeMember } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { Differences, ShapePair } from "../differences.js";
import { finding } from "../evaluator.js";

interface EnumEntry {
  readonly value: string;
  readonly name: string | undefined;
}

/**
 * `ChangedEnumTrait`: values of a string with the enum trait, or of an enum, were removed, renamed, inserted or appended. Also
 * where the one has become the other.
 */
export function* changedEnumTrait({ pairs }: Differences): Iterable<Diagnostic> {
  for (const pair of pairs) {
    const before = entriesOf(pair.before);
    const after = entriesOf(pair.after);
    // An enum that has become a string again is of another type, which is enough to say.
    if (before === undefined || after === undefined || (pair.before.kind === "enum" && pair.after.kind !== "enum"))
      continue;
    yield* compare(pair, before, after);
  }
}

function* compare(
  { after: shape, before: oldShape }: ShapePair,
  before: readonly EnumEntry[],
  after: readonly EnumEntry[],
): Iterable<Diagnostic> {
  const oldPlace = oldShape.traits.get("smithy.api#enum")?.location ?? oldShape.location;
  let lastOld = before.length - 1;
  for (const [index, { value, name }] of before.entries()) {
    const renamed = after.find((entry) => entry.value === value);
    if (renamed === undefined) {
      yield finding(
        `ChangedEnumTrait.Removed.${index}`,
        "ERROR",
        shape,
        `Enum value \`${value}\` was removed`,
        oldPlace,
      );
      lastOld -= 1;
    } else if (renamed.name !== name) {
      const names = `from \`${name ?? "null"}\` to \`${renamed.name ?? "null"}\``;
      const message = `Enum \`name\` changed ${names} for the \`${value}\` value`;
      yield finding(`ChangedEnumTrait.NameChanged.${index}`, "ERROR", shape, message);
    }
  }
  const known = new Set(before.map(({ value }) => value));
  for (const [index, { value }] of after.entries()) {
    if (known.has(value)) continue;
    if (index > lastOld) {
      yield finding(`ChangedEnumTrait.Appended.${index}`, "NOTE", shape, `Enum value \`${value}\` was appended`);
      continue;
    }
    const message = `Enum value \`${value}\` was inserted before the end of the list of existing values. This can cause compatibility issues when ordinal values are used for iteration, serialization, etc.`;
    yield finding(`ChangedEnumTrait.OrderChanged.${index}`, "ERROR", shape, message, oldPlace);
    lastOld += 1;
  }
}

/** The values of an enum or of a string with the enum trait, in order. */
function entriesOf(shape: Shape): readonly EnumEntry[] | undefined {
  if (shape.kind === "enum") {
    return Array.from(shape.members.values(), ({ name, traits }) => {
      const value = traits.get("smithy.api#enumValue")?.value;
      return { value: typeof value === "string" ? value : name, name };
    });
  }
  const entries = shape.traits.get("smithy.api#enum")?.value;
  if (!isNodeArray(entries)) return undefined;
  return entries.map((entry) => {
    const name = nodeMember(entry, "name");
    return { value: String(nodeMember(entry, "value")), name: typeof name === "string" ? name : undefined };
  });
}
