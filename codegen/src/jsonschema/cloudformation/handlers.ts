import { awsServiceTrait } from "../../knowledge/aws-service.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import { nodeMember, stringItems, stringMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { OperationShape, ResourceShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { compact, unlessEmpty } from "../schema/schema.js";

/** What CloudFormation must be allowed to do when it makes, reads, changes, removes or lists resources. */
export function handlersOf(model: Model, service: ServiceShape, resource: ResourceShape): NodeObject | undefined {
  const handler = (...operations: readonly (ShapeId | undefined)[]): Node | undefined => {
    const permissions = operations.flatMap((id) => permissionsOf(model, service, id));
    return permissions.length === 0 ? undefined : { permissions: [...new Set(permissions)].toSorted() };
  };
  // Who puts a resource that is there replaces it, which some resources do not allow.
  const replace = resource.traits.has("smithy.api#noReplace") ? undefined : resource.put;
  return unlessEmpty(
    compact({
      create: handler(resource.create, resource.put),
      read: handler(resource.read),
      update: handler(resource.update, replace),
      delete: handler(resource.delete),
      list: handler(resource.list),
    }),
  );
}

function permissionsOf(model: Model, service: ServiceShape, id: ShapeId | undefined): readonly string[] {
  const operation = id === undefined ? undefined : model.shapes.get(id);
  if (operation?.kind !== "operation") return [];
  const prefix = awsServiceTrait(service)?.arnNamespace ?? nameOf(service.id).toLowerCase();
  return [`${prefix}:${actionName(operation)}`, ...requiredActions(operation)];
}

function actionName(operation: OperationShape): string {
  const action = operation.traits.get("aws.iam#iamAction")?.value;
  const name = action === undefined ? undefined : stringMember(action, "name");
  return name ?? stringTrait(operation, "aws.iam#actionName") ?? nameOf(operation.id);
}

function requiredActions(operation: OperationShape): readonly string[] {
  const action = operation.traits.get("aws.iam#iamAction")?.value;
  const listed = nodeMember(action, "requiredActions") ?? operation.traits.get("aws.iam#requiredActions")?.value;
  return stringItems(listed);
}
