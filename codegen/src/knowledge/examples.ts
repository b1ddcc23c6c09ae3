import { targetOf, type Model } from "../shapes/model.js";
import { createNodeObject, isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../shapes/node.js";
import type { MemberShape, RootShape, StructureShape } from "../shapes/shape.js";
import type { OperationInfo } from "./service-index.js";
import { stringTrait } from "./traits.js";

/** One documented call of an operation (Smithy 2.0, "examples trait"). */
export interface OperationExample {
  readonly title: string;
  /** CommonMark. */
  readonly documentation: string | undefined;
  readonly input: NodeObject;
  /** What the call answers, or the error it ends with. */
  readonly result:
    | { readonly kind: "output"; readonly output: NodeObject }
    | { readonly kind: "error"; readonly shape: StructureShape; readonly content: NodeObject };
  /** Whether the input breaks constraints on purpose. */
  readonly allowsConstraintErrors: boolean;
}

/** The examples of an operation in model order. One whose error is not among the operation's is left out. */
export function examplesOf(operation: OperationInfo): readonly OperationExample[] {
  const examples = operation.shape.traits.get("smithy.api#examples")?.value;
  if (!isNodeArray(examples)) return [];
  return examples.flatMap((example): readonly OperationExample[] => {
    const result = resultOf(operation, example);
    if (result === undefined) return [];
    const title = nodeMember(example, "title");
    const documentation = nodeMember(example, "documentation");
    return [
      {
        title: typeof title === "string" ? title : "",
        documentation: typeof documentation === "string" ? documentation : undefined,
        input: objectMember(example, "input"),
        result,
        allowsConstraintErrors: nodeMember(example, "allowConstraintErrors") === true,
      },
    ];
  });
}

function resultOf(operation: OperationInfo, example: Node): OperationExample["result"] | undefined {
  const failure = nodeMember(example, "error");
  if (failure === undefined) return { kind: "output", output: objectMember(example, "output") };
  const id = nodeMember(failure, "shapeId");
  const shape = operation.errors.find((error) => error.id === id);
  return shape === undefined ? undefined : { kind: "error", shape, content: objectMember(failure, "content") };
}

function objectMember(node: Node, key: string): NodeObject {
  const value = nodeMember(node, key);
  return isNodeObject(value) ? value : createNodeObject();
}

/**
 * A value of an example as its JSON body has it: structure members in name order, maps as they are, timestamps as epoch seconds
 * unless `timestampFormat` says otherwise.
 */
export function jsonBody(model: Model, shape: RootShape, value: Node): Node {
  if (isNodeArray(value)) {
    return shape.kind === "list" ? value.map((item) => memberBody(model, shape.member, item)) : value;
  }
  if (isNodeObject(value)) {
    if (shape.kind === "document") return value;
    const isStructure = shape.kind === "structure" || shape.kind === "union";
    const keys = isStructure ? Object.keys(value).toSorted() : Object.keys(value);
    const body = createNodeObject();
    for (const key of keys) {
      const member = isStructure ? shape.members.get(key) : shape.kind === "map" ? shape.value : undefined;
      const item = nodeMember(value, key) ?? null;
      body[key] = member === undefined ? item : memberBody(model, member, item);
    }
    return body;
  }
  return value;
}

function memberBody(model: Model, member: MemberShape, value: Node): Node {
  const target = targetOf(model, member);
  if (target.kind !== "timestamp" || typeof value !== "string") return jsonBody(model, target, value);
  const format = stringTrait(member, "smithy.api#timestampFormat") ?? stringTrait(target, "smithy.api#timestampFormat");
  if (format !== undefined && format !== "epoch-seconds") return value;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? value : milliseconds / 1000;
}
