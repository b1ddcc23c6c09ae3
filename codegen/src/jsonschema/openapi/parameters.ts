import { bindingsAt, type HttpBinding, requestBindings } from "../../knowledge/http-bindings.js";
import { httpTraitOf } from "../../knowledge/http-trait.js";
import { documentationOf } from "../../knowledge/traits.js";
import { findLabel } from "../../knowledge/label-pattern.js";
import { targetOf } from "../../shapes/model.js";
import type { Node, NodeObject } from "../../shapes/node.js";
import type { OperationShape } from "../../shapes/shape.js";
import { compact, sortedObject } from "../schema/schema.js";
import type { OpenApiContext } from "./context.js";
import { memberExamples, requestOf, type Message } from "./examples.js";
import { headerSchema, labelSchema, querySchema } from "./value-schemas.js";

/** The parameters of an operation: labels of its path, then those of the query string, then headers. */
export function parameterObjects(context: OpenApiContext, operation: OperationShape): readonly NodeObject[] {
  const bindings = requestBindings(context.model, operation);
  const message = requestOf(operation);
  const queries = [...bindingsAt(bindings, "query"), ...bindingsAt(bindings, "queryParams")];
  const headers = headersByName(context, message, bindingsAt(bindings, "header"), (name) => ({ name, in: "header" }));
  return [
    ...bindingsAt(bindings, "label").map((binding) => pathParameter(context, message, binding)),
    ...queries.map((binding) => queryParameter(context, message, binding)),
    ...Object.values(headers),
  ];
}

/** The header objects of a response, by name. */
export function headerObjects(
  context: OpenApiContext,
  message: Message,
  bindings: readonly HttpBinding[],
): Readonly<Record<string, NodeObject>> {
  return headersByName(context, message, bindingsAt(bindings, "header"), () => ({}));
}

function pathParameter(context: OpenApiContext, message: Message, binding: HttpBinding): NodeObject {
  const { member } = binding;
  const uri = httpTraitOf(message.operation)?.uri;
  const label = uri === undefined ? undefined : findLabel(uri, member.name);
  const isSuffixed = label?.kind === "greedyLabel" && !context.settings.removeGreedyParameterSuffix;
  const name = label?.content ?? member.name;
  return parameter(context, message, binding, {
    name: isSuffixed ? `${name}+` : name,
    in: "path",
    schema: labelSchema(context, member),
  });
}

function queryParameter(context: OpenApiContext, message: Message, binding: HttpBinding): NodeObject {
  const target = targetOf(context.model, binding.member);
  const repeated = target.kind === "map" ? targetOf(context.model, target.value) : target;
  const isMap = binding.location === "queryParams";
  const isRepeated = repeated.kind === "list" && (isMap || target.kind === "list");
  return parameter(context, message, binding, {
    name: binding.locationName,
    in: "query",
    style: isMap || isRepeated ? "form" : undefined,
    explode: isRepeated ? true : undefined,
    schema: querySchema(context, binding.member),
  });
}

function headersByName(
  context: OpenApiContext,
  message: Message,
  bindings: readonly HttpBinding[],
  place: (name: string) => Readonly<Record<string, Node>>,
): Readonly<Record<string, NodeObject>> {
  const headers = bindings.map((binding): readonly [string, NodeObject] => {
    const details = { ...place(binding.locationName), schema: headerSchema(context, binding.member) };
    return [binding.locationName, parameter(context, message, binding, details)];
  });
  return sortedObject(headers) as Readonly<Record<string, NodeObject>>;
}

function parameter(
  context: OpenApiContext,
  message: Message,
  binding: HttpBinding,
  details: Readonly<Record<string, Node | undefined>>,
): NodeObject {
  return compact({
    ...details,
    description: documentationOf(context.model, binding.member),
    required: binding.member.traits.has("smithy.api#required") ? true : undefined,
    examples: memberExamples(context, message, binding),
  });
}
