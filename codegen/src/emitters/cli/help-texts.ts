import { renderPlain } from "../../emit/doc-plain.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import type { EmitterInput } from "../../emit/emitter.js";
import type { TypeScriptFilePlan } from "../../emit/file-plan.js";
import { runtimeType } from "../../emit/symbol.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { documentationOf } from "../../knowledge/traits.js";
import type { Shape } from "../../shapes/shape.js";
import { shapeKeyOf } from "./describe-shapes.js";
import { textTree } from "./text-tree.js";

/** `src/cli-texts.ts`: what help pages say of the service, its commands and the members of its structures. */
export function helpTexts(input: EmitterInput): TypeScriptFilePlan {
  const { model, names } = input;
  const index = serviceIndex(model, input.service);
  const file = createTypeScriptFile("src/cli-texts.ts", names);
  const textOf = (shape: Shape): string | undefined => {
    const documentation = documentationOf(model, shape);
    const text = documentation === undefined ? "" : renderPlain(parseDocumentation(documentation));
    return text === "" ? undefined : text;
  };
  const commands = index.operations.flatMap(({ shape }) => {
    const text = textOf(shape);
    return text === undefined ? [] : [[names.command(shape.id), text] as const];
  });
  const structures = index.shapes.filter((shape) => shape.kind === "structure" || shape.kind === "union");
  const members = structures.flatMap((shape) => {
    const texts = [...shape.members.values()].flatMap((member) => {
      const text = textOf(member);
      return text === undefined ? [] : [[member.name, text] as const];
    });
    return texts.length === 0 ? [] : [[shapeKeyOf(names, shape.id), Object.fromEntries(texts)] as const];
  });
  const data = {
    service: textOf(index.service) ?? "",
    commands: Object.fromEntries(commands),
    members: Object.fromEntries(members),
  };
  // As text, so that large data is neither indented nor wrapped once more.
  file.add(
    [
      "",
      "/** What the help pages of the command line say. */",
      `export const commandLineTexts: ${file.use(runtimeType("cli", "CommandLineTexts"))} = ${textTree(data, 0)};`,
    ].join("\n"),
  );
  return file.plan();
}
