import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { interfaceDeclaration, typeAlias, type PropertySpec } from "../../emit/structures.js";
import { typeExpression, type Direction, type TypeContext } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { errorProperties } from "../../knowledge/error-properties.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { differsWhenReceived } from "../../knowledge/received.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import type { StructureShape, UnionShape } from "../../shapes/shape.js";
import { addEnum } from "./enum-types.js";
import { unionType } from "./union-types.js";

/**
 * `src/types.ts`: an interface for each structure, a union type for each union, a type and a constant for each enum, and what
 * clients receive instead of them. In the order of the closure walk, members in model order.
 */
export const emitTypes: Emitter = (input) => {
  const index = serviceIndex(input.model, input.service);
  const file = createTypeScriptFile("src/types.ts", input.names);
  const context: TypeContext = { ...input, use: file.use };
  for (const shape of index.shapes) {
    const received = index.outputShapes.has(shape.id);
    switch (shape.kind) {
      case "enum":
      case "intEnum":
        addEnum(file, input, shape, received);
        break;
      case "structure":
        addStructure(file, input, context, shape, "written");
        if (received) addReceived(file, input, context, shape);
        break;
      case "union":
        addUnion(file, input, context, shape, "written");
        if (received) addReceived(file, input, context, shape);
        break;
      default:
    }
  }
  // A file without imports and exports would be a script.
  if (file.isEmpty()) file.add("export {};");
  return { files: [file.plan()], diagnostics: [] };
};

function addReceived(
  file: TypeScriptFile,
  input: EmitterInput,
  context: TypeContext,
  shape: StructureShape | UnionShape,
): void {
  if (!differsWhenReceived(input.model, shape.id)) {
    file.add(typeAlias({ name: input.names.received(shape.id).name, type: input.names.type(shape.id).name }));
  } else if (shape.kind === "structure") {
    addStructure(file, input, context, shape, "received");
  } else {
    addUnion(file, input, context, shape, "received");
  }
}

function addStructure(
  file: TypeScriptFile,
  input: EmitterInput,
  context: TypeContext,
  shape: StructureShape,
  direction: Direction,
): void {
  const { model, names, options } = input;
  const properties = shape.traits.has("smithy.api#error") ? errorProperties(model, shape) : undefined;
  file.add(
    interfaceDeclaration({
      name: (direction === "received" ? names.received(shape.id) : names.type(shape.id)).name,
      docs: docCommentOf(model, shape),
      properties: [...shape.members.values()].map((member): PropertySpec => {
        const type = typeExpression(context, member, direction);
        const required = isRequiredMember(shape, member, options.optionality);
        return {
          name: properties?.get(member.name) ?? member.name,
          type: required ? type : `${type} | undefined`,
          optional: !required,
          docs: docCommentOf(model, member),
        };
      }),
    }),
  );
}

function addUnion(
  file: TypeScriptFile,
  input: EmitterInput,
  context: TypeContext,
  shape: UnionShape,
  direction: Direction,
): void {
  const { model, names } = input;
  const variants = [...shape.members.values()].map((member) => ({
    name: member.name,
    type: typeExpression(context, member, direction),
    docs: docCommentOf(model, member),
  }));
  const name = (direction === "received" ? names.received(shape.id) : names.type(shape.id)).name;
  file.add(unionType({ name, docs: docCommentOf(model, shape), variants, open: direction === "received" }));
}
