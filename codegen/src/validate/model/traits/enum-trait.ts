import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { AppliedTrait, Shape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { isRecommendedEnumName, unusualEnumName } from "../enum-names.js";

const trait = "smithy.api#enum";
const code = "EnumTrait";

interface Definition {
  readonly value: string;
  readonly name: string | undefined;
}

/** `EnumTrait`, `EnumTrait.<name>`, `EnumNamesPresent`: values and names of the enum trait of version 1.0 ("enum trait"). */
export function* enumTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(trait)) {
    const applied = shape.traits.get(trait);
    if (applied !== undefined) yield* checkTrait(shape, applied);
  }
}

function* checkTrait(shape: Shape, applied: AppliedTrait): Iterable<Diagnostic> {
  const definitions = readDefinitions(applied);
  for (const value of repeated(definitions.map((definition) => definition.value))) {
    const message = `Duplicate enum trait values found with the same \`value\` property of '${value}'`;
    yield shapeFinding("ERROR", code, shape, message, applied);
  }
  const names = definitions.flatMap(({ name }) => name ?? []);
  if (names.length === 0) {
    const message = "Enums should define the `name` property to allow rich types to be generated in code generators.";
    yield shapeFinding("WARNING", "EnumNamesPresent", shape, message, applied);
    return;
  }
  for (const name of repeated(names)) {
    const message = `Duplicate enum trait values found with the same \`name\` property of '${name}'`;
    yield shapeFinding("ERROR", code, shape, message, applied);
  }
  for (const name of names) {
    if (isRecommendedEnumName(name)) continue;
    yield shapeFinding("WARNING", `${code}.${name}`, shape, unusualEnumName(name), applied);
  }
  for (const { value, name } of definitions) {
    if (name !== undefined) continue;
    const message = `\`${value}\` enum value body is missing the \`name\` property; if any enum trait value contains a \`name\` property, then all values must contain the \`name\` property.`;
    yield shapeFinding("ERROR", code, shape, message, applied);
  }
}

function readDefinitions({ value }: AppliedTrait): readonly Definition[] {
  if (!isNodeArray(value)) return [];
  return value.flatMap((node) => {
    const content = nodeMember(node, "value");
    const name = nodeMember(node, "name");
    return typeof content === "string" ? [{ value: content, name: typeof name === "string" ? name : undefined }] : [];
  });
}

/** Each text that stands before, as often as it is repeated. */
function repeated(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}
