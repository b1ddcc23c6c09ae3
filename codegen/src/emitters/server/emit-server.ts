import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { code, literal, type LiteralValue } from "../../emit/literal.js";
import { constant, functionDeclaration, interfaceDeclaration, type MethodSpec } from "../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import { typeExpression } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { serviceIndex, unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { wireNeedsOf } from "../../knowledge/wire-needs.js";
import { nameOf } from "../../shapes/shape-id.js";
import { errorEntry } from "./error-table.js";
import { protocolFunctions, servedProtocols } from "./protocols.js";
import { checkValidationException, chooseReport } from "./validation-report.js";

/** `src/server.ts`: the interface of the handlers, the table of the operations and the function that makes a server of both. */
export const emitServer: Emitter = (input) => {
  const index = serviceIndex(input.model, input.service);
  const protocols = protocolFunctions(index.service);
  if (protocols.length === 0) return { files: [], diagnostics: [noProtocol(input)] };
  const file = createTypeScriptFile("src/server.ts", input.names);
  const diagnostics: Diagnostic[] = [...checkValidationException(input)];
  addHandlers(input, file);
  addErrors(input, file);
  addOperations(input, file, diagnostics);
  addDefinition(input, file, protocols);
  addCreate(input, file);
  return { files: [file.plan()], diagnostics };
};

function addHandlers(input: EmitterInput, file: TypeScriptFile): void {
  const index = serviceIndex(input.model, input.service);
  const context = file.use(runtimeType("server", "ServerContext"));
  file.add(
    interfaceDeclaration({
      name: input.names.handlers.name,
      docs: {
        text: "What answers each operation. A handler gets input that fits the model, and returns the output or throws one of the operation's errors.",
      },
      typeParameters: [`Context = ${context}`],
      methods: index.operations.map((operation) => handlerMethod(input, file, operation)),
    }),
  );
}

function handlerMethod(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo): MethodSpec {
  const types = { ...input, use: file.use };
  const output = operation.output.id === unitId ? "void" : typeExpression(types, operation.output, "written");
  const docs = docCommentOf(input.model, operation.shape);
  const throws = operation.errors.map((error) => ({
    name: "throws",
    text: `${input.names.errorClass(error.id).name}`,
  }));
  return {
    name: input.names.method(operation.shape.id),
    parameters: [
      { name: "input", type: typeExpression(types, operation.input, "written") },
      { name: "context", type: "Context" },
    ],
    returnType: `${output} | Promise<${output}>`,
    docs: { ...docs, tags: [...(docs.tags ?? []), ...throws] },
  };
}

/** Errors are told apart from each other once, not once for each operation. */
function addErrors(input: EmitterInput, file: TypeScriptFile): void {
  const { errors } = serviceIndex(input.model, input.service);
  if (errors.length === 0) return;
  const entries = errors.map((error) => [input.names.shapeName(error.id), errorEntry(input, file, error)] as const);
  const type = file.use(runtimeType("server", "ServerError"));
  file.add(
    constant({
      name: localName(input, "errors"),
      exported: false,
      value: `${literal(Object.fromEntries(entries), { column: 15 })} satisfies Record<string, ${type}>`,
    }),
  );
}

function addOperations(input: EmitterInput, file: TypeScriptFile, diagnostics: Diagnostic[]): void {
  const { operations } = serviceIndex(input.model, input.service);
  const entries = operations.map((operation): LiteralValue => {
    const { report, diagnostics: found } = chooseReport(input, operation);
    diagnostics.push(...found);
    const needs = wireNeedsOf(input.model, operation.input.id, input.options.long);
    return {
      name: nameOf(operation.shape.id),
      method: input.names.method(operation.shape.id),
      ...inputFunctions(input, file, operation),
      encode:
        operation.output.id === unitId
          ? code(file.use(runtimeValue("codec", "encodeUnit")))
          : code(file.use(input.names.encode(operation.output.id))),
      lossless: needs.lossless ? true : undefined,
      nests: needs.nests ? true : undefined,
      errors: operation.errors.map((error) =>
        code(`${localName(input, "errors")}${propertyAccess(input.names.shapeName(error.id))}`),
      ),
      validation: report,
    };
  });
  const type = `readonly ${file.use(runtimeType("server", "ServerOperation"))}[]`;
  file.add(
    constant({ name: localName(input, "operations"), exported: false, type, value: literal(entries, { column: 47 }) }),
  );
}

function inputFunctions(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo) {
  const { id } = operation.input;
  if (id === unitId) {
    return {
      decode: code(file.use(runtimeValue("codec", "decodeUnit"))),
      is: code("() => true"),
      parse: code("(value) => ({ ok: true, value })"),
    };
  }
  return {
    decode: code(file.use(input.names.decode(id))),
    is: code(file.use(input.names.is(id))),
    parse: code(file.use(input.names.parse(id))),
  };
}

/** One entry a protocol: all of them share the operations, each has its own ways of telling them apart. */
function addDefinition(input: EmitterInput, file: TypeScriptFile, protocols: readonly string[]): void {
  const service = nameOf(input.service);
  file.add(
    constant({
      name: localName(input, "definition"),
      exported: false,
      type: file.use(runtimeType("server", "ServerDefinition")),
      value: literal({
        service: input.service,
        protocols: protocols.map((name) => {
          const make = file.use(runtimeValue("protocols/aws-json", name));
          return code(
            `/* @__PURE__ */ ${make}({ service: ${stringLiteral(service)}, ${property(input, "operations")} })`,
          );
        }),
      }),
    }),
  );
}

function addCreate(input: EmitterInput, file: TypeScriptFile): void {
  const context = file.use(runtimeType("server", "ServerContext"));
  file.add(
    functionDeclaration({
      name: input.names.createServer.name,
      docs: {
        text: "Makes a server of the handlers. It answers web-standard requests with `fetch`; on Node, give it to `nodeListener` or `createNodeServer` of `@tsmith/runtime/node`.",
      },
      typeParameters: [`Context = ${context}`],
      parameters: [
        { name: "handlers", type: `${input.names.handlers.name}<Context>` },
        { name: "...[options]", type: `${file.use(runtimeType("server", "ServerArguments"))}<Context>` },
      ],
      returnType: file.use(runtimeType("server", "Server")),
      body: [
        `return ${file.use(runtimeValue("server", "createServer"))}(${localName(input, "definition")}, handlers, options);`,
      ],
    }),
  );
}

/** A name for a declaration of this file alone, which no import can have. */
function localName(input: EmitterInput, wanted: string): string {
  let name = wanted;
  while (input.names.isTaken(name)) name += "_";
  return name;
}

function property(input: EmitterInput, name: string): string {
  const local = localName(input, name);
  return local === name ? name : `${name}: ${local}`;
}

function noProtocol(input: EmitterInput): Diagnostic {
  return {
    code: "emit/no-server-protocol",
    severity: "WARNING",
    shape: input.service,
    message: `${nameOf(input.service)} has no protocol that a server can speak, so that there is no server.`,
    suggestion: `Add one of ${servedProtocols.map((protocol) => `@${protocol}`).join(", ")}.`,
  };
}
