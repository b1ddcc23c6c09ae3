import { docCommentOf } from "../../emit/doc-comment.js";
import type { EmitterInput } from "../../emit/emitter.js";
import { propertyKey, stringLiteral } from "../../emit/escape.js";
import { printWidth } from "../../emit/print-width.js";
import { typeAlias } from "../../emit/structures.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { enumValueOf } from "../../knowledge/traits.js";
import type { EnumShape } from "../../shapes/shape.js";
import { docLines } from "./doc-lines.js";

/**
 * An enum or intEnum: the type of its values, and a constant of the same name with the values by member name. What a client
 * receives may be a value that a later version of the model adds; editors still offer the known ones.
 */
export function addEnum(file: TypeScriptFile, input: EmitterInput, shape: EnumShape, received: boolean): void {
  const { model, names } = input;
  const name = names.type(shape.id).name;
  const docs = docCommentOf(model, shape);
  const members = [...shape.members.values()];
  const literals = [...new Set(members.map((member) => literalOf(enumValueOf(member))))];
  file.add(
    [
      ...docLines(docs, 0),
      `export const ${name} = {`,
      ...members.flatMap((member) => [
        ...docLines(docCommentOf(model, member), 2),
        `  ${propertyKey(member.name)}: ${literalOf(enumValueOf(member))},`,
      ]),
      "} as const;",
    ].join("\n"),
    [...docLines(docs, 0), `export type ${name} =${alternatives(name, literals)};`].join("\n"),
  );
  if (received) {
    const base = shape.kind === "enum" ? "string" : "number";
    file.add(typeAlias({ name: names.received(shape.id).name, docs, type: `${name} | (${base} & {})` }));
  }
}

function literalOf(value: string | number): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** A union on the declaration's line, on a line of its own, or one alternative a line, whichever is the first that fits. */
function alternatives(name: string, literals: readonly string[]): string {
  const line = literals.join(" | ");
  if (`export type ${name} = ${line};`.length <= printWidth) return ` ${line}`;
  if (`  ${line};`.length <= printWidth) return `\n  ${line}`;
  return `\n${literals.map((literal) => `  | ${literal}`).join("\n")}`;
}
