import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { code, literal, type LiteralValue } from "../../emit/literal.js";
import { constant, functionDeclaration, interfaceDeclaration, type MethodSpec } from "../../emit/structures.js";
import { runtimeType, runtimeValue, type EmitSymbol } from "../../emit/symbol.js";
import { typeExpression } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { awsServiceInfo } from "../../knowledge/aws-service.js";
import { eventMemberOf } from "../../knowledge/event-streams.js";
import { isStreaming } from "../../knowledge/traits.js";
import { hasEventStreams, protocolList, protocolsOf, type Protocol } from "../../knowledge/protocols.js";
import { serviceIndex, unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { targetOf } from "../../shapes/model.js";
import { nameOf } from "../../shapes/shape-id.js";
import { errorEntry } from "./error-table.js";
import { serverSteps } from "./server-steps.js";
import { checkValidationException, chooseReport } from "./validation-report.js";
import { wireTableOf, type WireTable } from "./wire-tables.js";

/**
 * `src/server.ts`: the interface of the handlers, the table of the operations, for each wire form the table of their functions, and the
 * function that makes a server of them.
 */
export const emitServer: Emitter = (input) => {
  const index = serviceIndex(input.model, input.service);
  const protocols = protocolsOf(index.service);
  if (protocols.length === 0) return { files: [], diagnostics: [noProtocol(input)] };
  const file = createTypeScriptFile("src/server.ts", input.names);
  const diagnostics: Diagnostic[] = [...checkValidationException(input)];
  addHandlers(input, file);
  addErrors(input, file);
  addOperations(input, file, diagnostics);
  for (const table of new Set(protocols.map(wireTableOf))) addWireTable(input, file, table);
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
  const entries = errors.map((error) => [input.names.shapeName(error.id), errorEntry(input, error)] as const);
  const type = file.use(runtimeType("server", "ServerError"));
  file.add(
    constant({
      name: localName(input, "errors"),
      exported: false,
      value: `${literal(Object.fromEntries(entries), { column: 15 })} satisfies Record<string, ${type}>`,
    }),
  );
}

/** What is known of each operation whatever the protocol. */
function addOperations(input: EmitterInput, file: TypeScriptFile, diagnostics: Diagnostic[]): void {
  const { operations } = serviceIndex(input.model, input.service);
  const entries = operations.map((operation): readonly [string, LiteralValue] => {
    const { report, diagnostics: found } = chooseReport(input, operation);
    diagnostics.push(...found);
    const entry = {
      name: nameOf(operation.shape.id),
      method: input.names.method(operation.shape.id),
      steps: serverSteps(input.model, file, operation),
      ...validators(input, file, operation),
      events: eventCheck(input, file, operation),
      errors: operation.errors.map((error) =>
        code(`${localName(input, "errors")}${propertyAccess(input.names.shapeName(error.id))}`),
      ),
      validation: report,
    };
    return [input.names.shapeName(operation.shape.id), entry];
  });
  const type = file.use(runtimeType("server", "ServerOperation"));
  file.add(
    constant({
      name: localName(input, "operations"),
      exported: false,
      value: `${literal(Object.fromEntries(entries), { column: 19 })} satisfies Record<string, ${type}>`,
    }),
  );
}

/** What checks each event of an input, as it comes in. */
function eventCheck({ model, names }: EmitterInput, file: TypeScriptFile, { input }: OperationInfo) {
  const stream = eventMemberOf(model, input);
  if (stream === undefined) return undefined;
  const { name, target } = stream;
  return { member: name, is: code(file.use(names.is(target))), parse: code(file.use(names.parse(target))) };
}

function validators(input: EmitterInput, file: TypeScriptFile, operation: OperationInfo) {
  const { id } = operation.input;
  if (id === unitId) return { is: code("() => true"), parse: code("(value) => ({ ok: true, value })") };
  return { is: code(file.use(input.names.is(id))), parse: code(file.use(input.names.parse(id))) };
}

/** The functions that read inputs, write outputs and write errors in one wire form. */
function addWireTable(input: EmitterInput, file: TypeScriptFile, table: WireTable): void {
  const { operations, errors } = serviceIndex(input.model, input.service);
  const known = localName(input, "operations");
  const value = {
    ...table.service?.(input, file),
    operations: operations.map((operation) => ({
      operation: code(`${known}${propertyAccess(input.names.shapeName(operation.shape.id))}`),
      ...table.operation(input, file, operation),
    })),
    errors: Object.fromEntries(errors.map((error) => [error.id, table.error(input, file, error)])),
  };
  const name = localName(input, table.name);
  const type = file.use(table.type);
  file.add(constant({ name, exported: false, type, value: literal(value) }));
}

/** One entry a protocol: all of them share the operations, each has its own ways of telling them apart. */
function addDefinition(input: EmitterInput, file: TypeScriptFile, protocols: readonly Protocol[]): void {
  const streams = takesStreams(input, protocols);
  const readdress = readdressing(input);
  const made = protocols.map((protocol) => {
    const make = file.use(runtimeValue(`protocols/${protocol.room}/server`, `${protocol.name}Server`));
    return code(
      `/* @__PURE__ */ ${make}(${serviceOnWire(input, protocol)}, ${localName(input, wireTableOf(protocol).name)})`,
    );
  });
  file.add(
    constant({
      name: localName(input, "definition"),
      exported: false,
      type: file.use(runtimeType("server", "ServerDefinition")),
      value: literal({
        service: input.service,
        streams: streams ? true : undefined,
        readdress: readdress && code(file.use(readdress)),
        protocols: made,
      }),
    }),
  );
}

/** Smithy 2.0, "Amazon S3 Customizations": clients put buckets into host names. */
function readdressing({ model, service }: EmitterInput): EmitSymbol | undefined {
  const isS3 = awsServiceInfo(serviceIndex(model, service).service).sdkId === "S3";
  return isS3 ? runtimeValue("aws/customisations", "s3VirtualHosts") : undefined;
}

/** Whether requests of some operation are not read whole, in some protocol. */
function takesStreams({ model, service }: EmitterInput, protocols: readonly Protocol[]): boolean {
  const kinds = new Set(
    serviceIndex(model, service)
      .operations.flatMap(({ input }) => [...input.members.values()])
      .filter((member) => isStreaming(model, member))
      .map((member) => targetOf(model, member).kind),
  );
  const hasHttp = protocols.some(({ binding }) => binding === "http");
  return (kinds.has("blob") && hasHttp) || (kinds.has("union") && protocols.some(hasEventStreams));
}

/** What tells a protocol what requests call the service: the name alone, or the shape ID where a path may have that as well. */
function serviceOnWire({ service }: EmitterInput, protocol: Protocol): string {
  return stringLiteral(protocol.room === "rpc-v2" ? service : nameOf(service));
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

function noProtocol(input: EmitterInput): Diagnostic {
  return {
    code: "emit/no-server-protocol",
    severity: "WARNING",
    shape: input.service,
    message: `${nameOf(input.service)} has no protocol that a server can speak, so that there is no server.`,
    suggestion: `Add one of ${protocolList()}.`,
  };
}
