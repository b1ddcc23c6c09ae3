import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { classDeclaration, type ClassMethodSpec } from "../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import { typeExpression } from "../../emit/type-expression.js";
import { createTypeScriptFile, moduleSpecifier, type TypeScriptFile } from "../../emit/typescript-file.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import { clientProtocolOf } from "../../knowledge/protocols.js";
import { serviceIndex, type OperationInfo } from "../../knowledge/service-index.js";

const path = "src/client.ts";

/** `src/client.ts`: a class with every operation as a method, over the functions of `operations.ts`. */
export const emitClient: Emitter = (input) => {
  const { service, operations } = serviceIndex(input.model, input.service);
  if (clientProtocolOf(service) === undefined) return { files: [], diagnostics: [] };
  const file = createTypeScriptFile(path, input.names);
  const client = file.use(runtimeType("client", "Client"));
  const config = file.use(runtimeType("client", "ServiceClientConfig"));
  const clientOf = file.use(runtimeValue("client", "clientOf"));
  const validators = stringLiteral(moduleSpecifier(path, "src/validators.ts"));
  file.add(
    classDeclaration({
      name: input.names.client.name,
      docs: docCommentOf(input.model, service),
      properties: [{ name: "#client", type: client }],
      constructorMethod: {
        docs: "Takes a configuration, or a client that is shared with others.",
        parameters: [{ name: "config", type: `${config} | ${client}`, initializer: "{}" }],
        body: [`this.#client = ${clientOf}(config, () => import(${validators}));`],
      },
      methods: operations.map((operation) => method(input, file, operation)),
    }),
  );
  return { files: [file.plan()], diagnostics: [] };
};

function method(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo): ClassMethodSpec {
  const { model, names, options } = input;
  const types = { ...input, use: file.use };
  const docs = docCommentOf(model, operation.shape);
  const throws = operation.errors.map((error) => ({ name: "throws", text: names.errorClass(error.id).name }));
  const needsInput = [...operation.input.members.values()].some((member) =>
    isRequiredMember(operation.input, member, options.optionality),
  );
  const call = file.use(names.operation(operation.shape.id));
  return {
    name: names.method(operation.shape.id),
    docs: { ...docs, tags: [...(docs.tags ?? []), ...throws] },
    parameters: [
      {
        name: "input",
        type: typeExpression(types, operation.input, "written"),
        ...(needsInput ? {} : { initializer: emptyInput(operation) }),
      },
      { name: "options", type: file.use(runtimeType("client", "CallOptions")), optional: true },
    ],
    returnType: `Promise<${typeExpression(types, operation.output, "received")}>`,
    body: [`return ${call}(this.#client, input, options);`],
  };
}

/** `{}` inherits a `constructor` and the like, which are no values of members with these names. */
function emptyInput({ input }: OperationInfo): string {
  const inherits = [...input.members.keys()].some((name) => name in Object.prototype);
  return inherits ? "Object.create(null)" : "{}";
}
