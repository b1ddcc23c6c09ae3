import { isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { OperationShape, Shape, StructureShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { HttpBinding } from "../../knowledge/http-bindings.js";
import { nodeObject, unlessEmpty } from "../schema/schema.js";
import { isError, type OpenApiContext } from "./context.js";
import { protocolValue } from "./example-values.js";

/** A message of an operation: its request, the answer on success, or an error. */
export interface Message {
  readonly operation: OperationShape;
  readonly kind: "request" | "response" | "error";
  /** The operation, or the error structure. */
  readonly shape: OperationShape | StructureShape;
}

/** The request of an operation, whose examples are wanted. */
export function requestOf(operation: OperationShape): Message {
  return { operation, kind: "request", shape: operation };
}

/** A response of an operation, or that of one of its errors, whose examples are wanted. */
export function responseOf(operation: OperationShape, shape: OperationShape | StructureShape): Message {
  return { operation, kind: isError(shape) ? "error" : "response", shape };
}

/** Example objects for one member of a message, by the name of the example; undefined when no example has the member. */
export function memberExamples(
  context: OpenApiContext,
  message: Message,
  { member }: HttpBinding,
): NodeObject | undefined {
  const isShown = (id: Node | undefined): boolean => id === message.shape.id;
  return exampleObjects(message, isShown, (content) => {
    const value = nodeMember(content, member.name);
    return value === undefined ? undefined : protocolValue(context, member, value);
  });
}

/** Example objects for the body of a message. */
export function bodyExamples(
  context: OpenApiContext,
  message: Message,
  bindings: readonly HttpBinding[],
): NodeObject | undefined {
  const { kind, shape, operation } = message;
  if (kind === "error") {
    const alternatives = errorAlternatives(context, shape);
    return exampleObjects(
      message,
      (id) => alternatives.has(id),
      (content) => protocolValue(context, shape, content),
    );
  }
  const structure = context.model.shapes.get(kind === "request" ? operation.input : operation.output) ?? operation;
  const names = new Set(bindings.map(({ member }) => member.name));
  return exampleObjects(
    message,
    () => false,
    (content) => {
      const bound = nodeObject(Object.entries(content).filter(([name]) => names.has(name)));
      return protocolValue(context, structure, bound);
    },
  );
}

/** The errors that an error structure stands for: itself, or what a union of errors with one status code holds. */
function errorAlternatives({ model }: OpenApiContext, error: Shape): ReadonlySet<Node | undefined> {
  const union = error.kind === "structure" ? error.members.get("errorUnion") : undefined;
  const target = union === undefined ? undefined : model.shapes.get(union.target);
  if (target?.kind !== "union") return new Set([error.id]);
  return new Set([...target.members.values()].map((member) => member.target));
}

function exampleObjects(
  { operation, kind }: Message,
  isShown: (error: Node | undefined) => boolean,
  valueOf: (content: NodeObject) => Node | undefined,
): NodeObject | undefined {
  const examples = operation.traits.get("smithy.api#examples")?.value;
  if (!isNodeArray(examples)) return undefined;
  const objects = examples.flatMap((example, index): readonly (readonly [string, Node])[] => {
    const content = contentOf(example, kind, isShown);
    const value = content === undefined ? undefined : valueOf(content);
    if (value === undefined) return [];
    const summary = nodeMember(example, "title") ?? "";
    const description = nodeMember(example, "documentation") ?? "";
    return [[`${nameOf(operation.id)}_example${index + 1}`, { summary, description, value }]];
  });
  return unlessEmpty(nodeObject(objects));
}

/** What an example has for a kind of message; undefined when it shows another outcome. */
function contentOf(
  example: Node,
  kind: Message["kind"],
  isShown: (error: Node | undefined) => boolean,
): NodeObject | undefined {
  const failure = nodeMember(example, "error");
  if (kind === "request") return objectMember(example, "input");
  if (kind === "response") return failure === undefined ? objectMember(example, "output") : undefined;
  return isShown(nodeMember(failure, "shapeId")) ? objectMember(failure, "content") : undefined;
}

function objectMember(node: Node | undefined, key: string): NodeObject {
  const value = nodeMember(node, key);
  return isNodeObject(value) ? value : {};
}
