import { docCommentOf, docCommentText } from "../../emit/doc-comment.js";
import { propertyKey, stringLiteral } from "../../emit/escape.js";
import type { Names } from "../../emit/names.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import type { Model } from "../../shapes/model.js";
import type { ShapeId } from "../../shapes/shape-id.js";

/** What a file of handlers must have. */
export interface HandlersSpec {
  /** The generated package. */
  readonly packageName: string;
  /** The interface of the handlers: `EcrHandlers`. */
  readonly interfaceName: string;
  /** The function that makes a server of handlers: `createEcrServer`. */
  readonly createServerName: string;
  readonly handlers: readonly HandlerSpec[];
}

export interface HandlerSpec {
  /** `batchCheckLayerAvailability`. */
  readonly name: string;
  /** The lines of its comment, with the marks of a comment. */
  readonly comment: readonly string[];
}

export function handlersSpec(model: Model, service: ShapeId, names: Names, packageName: string): HandlersSpec {
  return {
    packageName,
    interfaceName: names.handlers.name,
    createServerName: names.createServer.name,
    handlers: serviceIndex(model, service).operations.map(({ shape }) => ({
      name: names.method(shape.id),
      comment: commentLines(docCommentText(docCommentOf(model, shape), 2)),
    })),
  };
}

function commentLines(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  if (!text.startsWith("\n")) return [`/** ${text} */`];
  return [
    "/**",
    ...text
      .slice(1)
      .split("\n")
      .map((line) => ` * ${line}`.trimEnd()),
    " */",
  ];
}

/** A new file: every handler documented, each failing until somebody writes it. */
export function newHandlersFile(spec: HandlersSpec): string {
  const handlers = spec.handlers.flatMap((handler) => objectHandler(handler, "  "));
  return [
    `import type { ${spec.interfaceName} } from ${stringLiteral(`${spec.packageName}/server`)};`,
    "",
    "/** What answers each operation. */",
    ...(handlers.length === 0
      ? [`export const handlers: ${spec.interfaceName} = {};`]
      : [`export const handlers: ${spec.interfaceName} = {`, ...handlers, "};"]),
    "",
  ].join("\n");
}

/** A handler of an object literal, with a comma behind. Its types come from the object's. */
export function objectHandler(handler: HandlerSpec, unit: string): readonly string[] {
  return [
    ...handler.comment.map((line) => unit + line),
    `${unit}async ${propertyKey(handler.name)}(_input, _context) {`,
    `${unit}${unit}${missingError(handler)}`,
    `${unit}},`,
  ];
}

/** A handler of a class. `handlersType` is what the class implements, such as `EcrHandlers<Session>`. */
export function classHandler(handler: HandlerSpec, unit: string, handlersType: string): readonly string[] {
  const own = `${handlersType}[${stringLiteral(handler.name)}]`;
  return [
    ...handler.comment.map((line) => unit + line),
    `${unit}${propertyKey(handler.name)}(..._parameters: Parameters<${own}>): ReturnType<${own}> {`,
    `${unit}${unit}${missingError(handler)}`,
    `${unit}}`,
  ];
}

function missingError(handler: HandlerSpec): string {
  return `throw new Error(${stringLiteral(`The handler ${handler.name} has not been written.`)});`;
}
