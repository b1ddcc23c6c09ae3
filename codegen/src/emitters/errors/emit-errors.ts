import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { classDeclaration, type ClassPropertySpec } from "../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import { typeExpression, type TypeContext } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { errorMessageMember, errorProperties } from "../../knowledge/error-properties.js";
import { errorInfo } from "../../knowledge/errors.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { isSensitive } from "../../knowledge/traits.js";
import type { StructureShape } from "../../shapes/shape.js";

/** `src/errors.ts`: a class for each error shape, with its facts as static properties. */
export const emitErrors: Emitter = (input) => {
  const file = createTypeScriptFile("src/errors.ts", input.names);
  for (const shape of serviceIndex(input.model, input.service).errors) addErrorClass(file, input, shape);
  if (file.isEmpty()) file.add("export {};");
  return { files: [file.plan()], diagnostics: [] };
};

function addErrorClass(file: TypeScriptFile, input: EmitterInput, shape: StructureShape): void {
  const { model, names, options } = input;
  const context: TypeContext = { ...input, use: file.use };
  const facts = errorInfo(shape);
  const properties = errorProperties(model, shape);
  const members = [...shape.members.values()].map((member) => ({
    member,
    property: properties.get(member.name) ?? member.name,
    required: isRequiredMember(shape, member, options.optionality),
  }));
  const messageMember = errorMessageMember(model, shape);
  const message = messageMember === undefined ? undefined : properties.get(messageMember);
  const fields = members
    // The text of every error already has this property.
    .filter(({ property }) => property !== "message")
    .map(({ member, property, required }): ClassPropertySpec => {
      const type = typeExpression(context, member, "received");
      return {
        name: property,
        type: required ? type : `${type} | undefined`,
        docs: docCommentOf(model, member),
        declare: isSensitive(model, member),
      };
    });
  const assignments = members
    .filter(({ property }) => property !== "message")
    .map(({ member, property }) =>
      isSensitive(model, member)
        ? // Not enumerable: whoever logs the error logs its enumerable properties.
          `Object.defineProperty(this, ${stringLiteral(property)}, { value: members${propertyAccess(property)}, enumerable: false });`
        : `this${propertyAccess(property)} = members${propertyAccess(property)};`,
    );
  file.add(
    classDeclaration({
      name: names.errorClass(shape.id).name,
      docs: docCommentOf(model, shape),
      extends: file.use(runtimeValue("errors", "ServiceError")),
      properties: [...staticFacts(shape, facts), ...fields],
      constructorMethod: {
        parameters: [
          {
            name: "members",
            type: file.use(names.received(shape.id)),
            ...(members.some(({ required }) => required) ? {} : { initializer: "{}" }),
          },
          { name: "options", type: file.use(runtimeType("errors", "ServiceErrorOptions")), optional: true },
        ],
        body: [
          `super(${message === undefined ? "undefined" : `members${propertyAccess(message)}`}, options);`,
          ...assignments,
        ],
      },
    }),
  );
}

function staticFacts(shape: StructureShape, facts: ReturnType<typeof errorInfo>): readonly ClassPropertySpec[] {
  const fact = (name: string, value: string): ClassPropertySpec => ({
    name,
    type: "",
    static: true,
    override: true,
    initializer: value,
  });
  return [
    fact("shape", stringLiteral(shape.id)),
    fact("fault", stringLiteral(facts.fault)),
    fact("statusCode", String(facts.statusCode)),
    ...(facts.retryable ? [fact("retryable", "true")] : []),
    ...(facts.throttling ? [fact("throttling", "true")] : []),
  ];
}
