import { awsServiceTrait } from "../../knowledge/aws-service.js";
import { cfnResources, type CfnResource } from "../../knowledge/cloudformation.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { MemberShape, ServiceShape, Shape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { addAllAtPointers } from "../json-pointer.js";
import { findExternalLink } from "../openapi/external-docs.js";
import {
  definitionsOf,
  failure,
  prepareSchemas,
  type ConvertedDocument,
  type PreparedSchemas,
} from "../schema/json-schema-document.js";
import { propertyName } from "../schema/pointers.js";
import { compact, nodeObject, sortedObject, unlessEmpty, withoutKeys, type Schema } from "../schema/schema.js";
import { shapeSchema } from "../schema/shape-schema.js";
import { readCloudFormationSettings, type CloudFormationSettings } from "../settings/cloudformation-settings.js";
import { handlersOf } from "./handlers.js";
import { propertyLists } from "./property-lists.js";
import { resourceStructure } from "./resource-shape.js";

/**
 * The CloudFormation resource schemas of a service, by type name: one for each resource with `cfnResource` ("Generating CloudFormation
 * Resource Schemas from Smithy"). What
 * `aws.api#taggable` says of a resource is not among what is written.
 *
 * @param model - a checked model: one in which every reference resolves
 * @param given - the settings of Smithy's `cloudformation` plugin, as `smithy-build.json` has them
 * @returns an object whose keys are type names such as `Example::Shop::Order`; an ERROR in its place for settings that are wrong
 */
export function cloudFormationSchemas(model: Model, given: NodeObject): ConvertedDocument {
  const { settings, problem } = readCloudFormationSettings(given);
  if (problem !== undefined) return failure(problem);
  const id = settings.service ?? "";
  const service = model.shapes.get(id);
  if (service === undefined) return failure(`Shape not found in model: ${id}`);
  if (service.kind !== "service") {
    return failure(`Expected shape \`${id}\` to be an instance of \`ServiceShape\`, but found \`${service.kind}\``);
  }
  const organization = settings.organizationName ?? (awsServiceTrait(service) === undefined ? undefined : "AWS");
  if (organization === undefined) return failure("cloudformation is missing required property, `organizationName`");
  // Names are decided over the whole model: other services may have a part in a resource.
  const prepared = prepareSchemas(
    model,
    { ...settings, service: undefined },
    {
      propertyName: (member) => cfnPropertyName(settings, member),
      refine: closeSchema,
    },
  );
  if (prepared.problem !== undefined) return failure(prepared.problem, id);
  const typePrefix = `${organization}::${serviceNameOf(settings, service)}`;
  const resources = cfnResources(model);
  const schemas: (readonly [string, NodeObject])[] = [];
  for (const { id: resourceId } of boundEntities(model, service).resources) {
    const resource = resources.get(resourceId);
    if (resource === undefined) continue;
    const schema = resourceSchema(prepared, settings, service, resource, `${typePrefix}::${resource.name}`);
    const added = addAllAtPointers(schema, objectOf(nodeMember(settings.jsonAdd, resourceId)));
    if (typeof added === "string") return failure(added, resourceId);
    schemas.push([String(schema["typeName"]), added]);
  }
  return { document: nodeObject(schemas), diagnostics: [] };
}

function serviceNameOf({ serviceName }: CloudFormationSettings, service: ServiceShape): string {
  return serviceName ?? awsServiceTrait(service)?.cloudFormationName ?? nameOf(service.id);
}

function cfnPropertyName(settings: CloudFormationSettings, member: MemberShape): string {
  const given = stringTrait(member, "aws.cloudformation#cfnName");
  if (given !== undefined) return given;
  const name = propertyName(settings, member);
  return settings.disableCapitalizedProperties ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

/** CloudFormation wants every object to have the properties that its schema names, and no others. */
function closeSchema(shape: Shape, schema: Schema): Schema {
  const close = (part: Node): Node =>
    isNodeObject(part) && part["type"] === "object" ? { ...part, additionalProperties: false } : part;
  if (shape.kind === "structure" || shape.kind === "map") return { ...schema, additionalProperties: false };
  const alternatives = schema["oneOf"];
  return shape.kind === "union" && isNodeArray(alternatives) ? { ...schema, oneOf: alternatives.map(close) } : schema;
}

function resourceSchema(
  prepared: PreparedSchemas,
  settings: CloudFormationSettings,
  service: ServiceShape,
  cfn: CfnResource,
  typeName: string,
): NodeObject {
  const { context } = prepared;
  const { model } = context;
  const structure = resourceStructure(model, cfn);
  const nameOfProperty = (name: string): string => {
    const member = structure.members.get(name);
    return member === undefined ? name : context.propertyName(member);
  };
  const pointers = (names: readonly string[]): readonly string[] =>
    names.map((name) => `/properties/${nameOfProperty(name)}`);
  const sorted = (names: readonly string[]) => unlessNone(pointers(names).toSorted());
  const lists = propertyLists(model, cfn);
  const definitions = [...definitionsOf(prepared, structure)].map(
    ([pointer, schema]) => [pointer.slice(settings.definitionPointer.length + 1), schema] as const,
  );
  const root = shapeSchema(context, structure);
  const document = compact({
    typeName,
    description: stringTrait(cfn.resource, "smithy.api#documentation") ?? `Definition of ${typeName} Resource Type`,
    sourceUrl: findExternalLink(settings.sourceDocs, cfn.resource)?.["url"],
    documentationUrl: findExternalLink(settings.externalDocs, cfn.resource)?.["url"],
    definitions: unlessEmpty(sortedObject(definitions)),
    properties: sortedObject(Object.entries(objectOf(root["properties"]))),
    required: settings.disableRequiredPropertyGeneration
      ? undefined
      : unlessNone(lists.required.map(nameOfProperty).toSorted()),
    readOnlyProperties: sorted(lists.readOnly),
    writeOnlyProperties: sorted(lists.writeOnly),
    createOnlyProperties: sorted(lists.createOnly),
    deprecatedProperties: settings.disableDeprecatedPropertyGeneration ? undefined : sorted(lists.deprecated),
    primaryIdentifier: pointers(cfn.primaryIdentifiers),
    additionalIdentifiers: unlessNone(cfn.additionalIdentifiers.map(pointers)),
    handlers: settings.disableHandlerPermissionGeneration ? undefined : handlersOf(model, service, cfn.resource),
    additionalProperties: false,
  });
  return { ...withoutKeys(document, settings.disableFeatures), ...settings.schemaDocumentExtensions };
}

function unlessNone<Item extends Node>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

function objectOf(node: Node | undefined): NodeObject {
  return isNodeObject(node) ? node : {};
}
