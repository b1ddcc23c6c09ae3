import { type Model, isBundled } from "../../shapes/model.js";
import { jsonText } from "../../shapes/node-text.js";
import { type ShapeId, shapeId, withMember } from "../../shapes/shape-id.js";
import type {
  AggregateShapeStatement,
  ApplyStatement,
  ShapeMember,
  ShapeStatement,
  SyntaxTree,
  Trait,
} from "../../syntax/tree.js";
import { keyText } from "../../syntax/tree.js";
import { resolveId, scopeOf } from "../idl-names.js";
import { impliedDefault } from "./implied-default.js";
import { applyEdits, insertTrait, lineBreakOf, removeRange, type TextEdit } from "./text-edits.js";
import { upgradeEnum } from "./upgrade-enum.js";

interface Upgrade {
  readonly model: Model;
  readonly tree: SyntaxTree;
  readonly isTrait: (trait: Trait, id: ShapeId) => boolean;
}

/**
 * The text of an IDL file in version 1.0, written in version 2.0 ("Updating models from 1.0 to 2.0"): values that shapes had without saying so
 * become `default` traits, `box` goes, a set is a list of unique items, a string with named enum values an enum. Everything else
 * stays where it is, comments and layout too. A file in version 2.0 stays as it is.
 *
 * @param model what the file was loaded into, together with all that it refers to
 * @param tree the file, without syntax errors
 */
export function upgradeIdl(model: Model, tree: SyntaxTree): string {
  const { text } = tree.source;
  if (tree.version === "2.0" || tree.recovered) return text;
  const scope = scopeOf(tree, {
    isDefined: (id) => model.shapes.has(id),
    isPublicPrelude: (id) => isBundled(model, id) && model.shapes.get(id)?.traits.has("smithy.api#private") === false,
  });
  const isTrait = (trait: Trait, id: ShapeId) => resolveId(scope, trait.id.text) === id;
  const upgrade = { model, tree, isTrait };
  const edits = tree.statements.flatMap((statement) =>
    statement.kind === "apply" ? upgradeApply(upgrade, statement) : upgradeShape(upgrade, statement),
  );
  return applyEdits(text, [versionEdit(tree), ...edits]);
}

function versionEdit({ controls, source }: SyntaxTree): TextEdit {
  const version = controls.find(({ key }) => keyText(key) === "version");
  if (version !== undefined) return { start: version.value.start, end: version.value.end, text: '"2.0"' };
  const lineBreak = lineBreakOf(source.text);
  const start = source.text.startsWith("\uFEFF") ? 1 : 0;
  const gap = controls.length > 0 ? lineBreak : lineBreak + lineBreak;
  return { start, end: start, text: `$version: "2.0"${gap}` };
}

function upgradeShape(upgrade: Upgrade, statement: ShapeStatement): readonly TextEdit[] {
  const { tree, isTrait } = upgrade;
  const id = shapeId(tree.namespace?.name.text ?? "", statement.name.text);
  const edits = [...removeBoxes(upgrade, statement.traits), ...insertDefault(upgrade, id, statement.typeStart)];
  if (statement.kind === "aggregate-shape") {
    if (statement.type === "set") edits.push(...upgradeSet(upgrade, statement));
    for (const member of statement.body.members) edits.push(...upgradeMember(upgrade, id, member));
  }
  const enumTrait = statement.traits.find((trait) => isTrait(trait, "smithy.api#enum"));
  if (statement.kind === "simple-shape" && statement.type === "string" && enumTrait !== undefined) {
    edits.push(...upgradeEnum(tree, statement, enumTrait));
  }
  return edits;
}

function upgradeSet({ tree, isTrait }: Upgrade, { traits, typeStart }: AggregateShapeStatement): readonly TextEdit[] {
  const keyword = { start: typeStart, end: typeStart + "set".length, text: "list" };
  if (traits.some((trait) => isTrait(trait, "smithy.api#uniqueItems"))) return [keyword];
  return [insertTrait(tree.source.text, typeStart, "@uniqueItems"), keyword];
}

function upgradeMember(upgrade: Upgrade, container: ShapeId, member: ShapeMember): readonly TextEdit[] {
  const start = member.kind === "elided-member" ? member.name.start - 1 : member.name.start;
  const id = withMember(container, member.name.text);
  return [...removeBoxes(upgrade, member.traits), ...insertDefault(upgrade, id, start)];
}

function insertDefault({ model, tree }: Upgrade, id: ShapeId, offset: number): readonly TextEdit[] {
  const value = impliedDefault(model, id);
  return value === undefined ? [] : [insertTrait(tree.source.text, offset, `@default(${jsonText(value)})`)];
}

function removeBoxes({ tree, isTrait }: Upgrade, traits: readonly Trait[]): TextEdit[] {
  const boxes = traits.filter((trait) => isTrait(trait, "smithy.api#box"));
  return boxes.map(({ start, end }) => removeRange(tree.source.text, start, end));
}

function upgradeApply(upgrade: Upgrade, statement: ApplyStatement): readonly TextEdit[] {
  const { body } = statement;
  if (body.kind === "apply-block") return removeBoxes(upgrade, body.traits);
  const isBox = upgrade.isTrait(body, "smithy.api#box");
  return isBox ? [removeRange(upgrade.tree.source.text, statement.start, statement.end)] : [];
}
