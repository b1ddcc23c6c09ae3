import type { ParameterType, RuleValue } from "@tsmith/runtime/endpoints";
import { readValue } from "@tsmith/runtime/endpoints";
import { type Model } from "../../shapes/model.js";
import { isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape, RootShape, ServiceShape, Shape } from "../../shapes/shape.js";
import { typeOfPath } from "./context-path.js";

/** A parameter of endpoint rules that a trait binds to something of the model ("Rules engine parameters"). */
export interface BoundParameter {
  readonly name: string;
  /** Undefined when what it is bound to has no type that parameters may have. */
  readonly type: ParameterType | undefined;
  /** The trait in short. */
  readonly source: "ClientContextParams" | "ContextParam" | "OperationContextParams" | "StaticContextParams";
  /** What carries the trait. */
  readonly shape: Shape;
  readonly trait: AppliedTrait;
  /** What a member with the trait `contextParam` targets. */
  readonly target?: RootShape | undefined;
}

/** "smithy.rules#clientContextParams trait" */
export function clientContextParameters(service: ServiceShape): readonly BoundParameter[] {
  return definitionsOf(service, "smithy.rules#clientContextParams", "ClientContextParams", (definition) => {
    const type = nodeMember(definition, "type");
    return type === "string" || type === "boolean" ? type : undefined;
  });
}

/** The parameters that an operation binds: to constants, to values within its input, to members of its input. */
export function operationParameters(model: Model, operation: OperationShape): readonly BoundParameter[] {
  return [
    ...definitionsOf(operation, "smithy.rules#staticContextParams", "StaticContextParams", (definition) => {
      const read = readValue(nodeMember(definition, "value") ?? null);
      return read === undefined ? undefined : parameterTypeOf(read.value);
    }),
    ...definitionsOf(operation, "smithy.rules#operationContextParams", "OperationContextParams", (definition) => {
      const path = nodeMember(definition, "path");
      return typeof path === "string" ? typeOfPath(model, operation, path) : undefined;
    }),
    ...contextParameters(model, operation),
  ];
}

function definitionsOf(
  shape: Shape,
  id: string,
  source: BoundParameter["source"],
  typeOf: (definition: Node) => ParameterType | undefined,
): readonly BoundParameter[] {
  const trait = shape.traits.get(id);
  if (trait === undefined || !isNodeObject(trait.value)) return [];
  return Object.entries(trait.value).map(([name, definition]) => ({
    name,
    type: typeOf(definition),
    source,
    shape,
    trait,
  }));
}

/** "smithy.rules#contextParam trait" */
function contextParameters(model: Model, operation: OperationShape): readonly BoundParameter[] {
  const found: BoundParameter[] = [];
  for (const member of model.shapes.get(operation.input)?.members.values() ?? []) {
    const trait = member.traits.get("smithy.rules#contextParam");
    const target = model.shapes.get(member.target);
    const name = nodeMember(trait?.value, "name");
    if (trait === undefined || target === undefined || typeof name !== "string") continue;
    found.push({ name, type: typeOfTarget(target), source: "ContextParam", shape: member, trait, target });
  }
  return found;
}

function typeOfTarget({ kind }: RootShape): ParameterType | undefined {
  if (kind === "string" || kind === "enum") return "string";
  return kind === "boolean" ? kind : undefined;
}

/** The type of a parameter that a value fits; an empty list fits lists of strings. */
export function parameterTypeOf(value: RuleValue): ParameterType | undefined {
  if (typeof value === "string" || typeof value === "boolean") return typeof value as ParameterType;
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? "stringArray" : undefined;
}
