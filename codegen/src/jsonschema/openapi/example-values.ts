import { targetOf } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, type NodeObject } from "../../shapes/node.js";
import type { RootShape, Shape } from "../../shapes/shape.js";
import { nodeObject } from "../schema/schema.js";
import type { OpenApiContext } from "./context.js";

/** A value of an example as the protocol writes it: members have the names of their properties. */
export function protocolValue(context: OpenApiContext, shape: Shape, value: Node): Node {
  const actual = shape.kind === "member" ? targetOf(context.model, shape) : shape;
  if (actual.kind === "document") return value;
  if (isNodeArray(value)) {
    if (actual.kind !== "list") return value;
    const target = targetOf(context.model, actual.member);
    return value.map((item) => protocolValue(context, target, item));
  }
  if (!isNodeObject(value)) return value;
  if (shape.kind === "map") {
    const target = targetOf(context.model, shape.value);
    return nodeObject(Object.entries(value).map(([key, item]) => [key, protocolValue(context, target, item)]));
  }
  return structuredValue(context, actual, value);
}

function structuredValue(context: OpenApiContext, shape: RootShape, value: NodeObject): Node {
  return nodeObject(
    Object.entries(value).map(([key, item]) => {
      const member = shape.members.get(key);
      if (member === undefined) return [key, item];
      return [context.schemas.propertyName(member), protocolValue(context, targetOf(context.model, member), item)];
    }),
  );
}
