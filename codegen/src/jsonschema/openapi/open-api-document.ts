import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import { isNodeObject, type NodeObject } from "../../shapes/node.js";
import type { OperationShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { addAllAtPointers } from "../json-pointer.js";
import { definitionsOf, failure, prepareSchemas, type ConvertedDocument } from "../schema/json-schema-document.js";
import { compact, nodeObject, sortedObject, unlessEmpty, withoutKeys, type Schema } from "../schema/schema.js";
import { readOpenApiSettings, type OpenApiSettings } from "../settings/open-api-settings.js";
import type { NamedSchema, OpenApiContext, OpenApiMapper, OpenApiProtocol, SecurityScheme } from "./context.js";
import { externalDocsOf } from "./external-docs.js";
import { pathsObject, supportedTags } from "./paths.js";
import { greedyLabelFindings, prefixHeaderFindings, unsupportedTraitFindings, type Finding } from "./problems.js";
import { chooseProtocol } from "./protocols.js";
import { refineSchema } from "./refine-schema.js";
import { schemeObjects, schemesOf, serviceSecurity } from "./security.js";
import { securitySchemes } from "./security-schemes.js";
import { withServiceErrors, withSharedStatusCodes } from "./shared-status-codes.js";
import { specificationExtensions } from "./specification-extensions.js";
import { substitute } from "./substitutions.js";
import { objectMember, removeUnusedComponents } from "./unused-components.js";

/** What an extension such as that for Amazon API Gateway adds to the conversion. */
export interface OpenApiExtension {
  readonly mappers: readonly OpenApiMapper[];
  readonly securitySchemes: readonly SecurityScheme[];
}

/** An extension for these settings; in a text, what is wrong with them. */
export type ExtensionReader = (settings: NodeObject) => OpenApiExtension | string;

const warning = defineDiagnostic("openapi/unsupported", "WARNING", (message: string) => message);

/**
 * The OpenAPI document of a service, as Smithy's `openapi` plugin makes it ("Converting Smithy to OpenAPI").
 *
 * @param model - a checked model: one in which every reference resolves
 * @param given - the plugin's settings, as `smithy-build.json` has them; `service` names the service
 * @param readExtension - reads from the same settings what an extension of the conversion adds, such as API Gateway's; none by default
 * @returns the document; an ERROR in its place for settings that are wrong, and for what OpenAPI cannot say of the service
 */
export function openApiServiceDocument(
  model: Model,
  given: NodeObject,
  readExtension: ExtensionReader = () => ({ mappers: [], securitySchemes: [] }),
): ConvertedDocument {
  const { settings, extensions, warnings, problem } = readOpenApiSettings(given);
  if (problem !== undefined || settings.service === undefined) return failure(problem ?? "");
  const service = model.shapes.get(settings.service);
  if (service === undefined) return failure(`Shape \`${settings.service}\` not found in model`);
  if (service.kind !== "service") return failure(`Shape \`${settings.service}\` is not a service shape`);
  const protocol = chooseProtocol(model, service, settings.protocol);
  if (typeof protocol === "string") return failure(protocol, service.id);
  const extension = readExtension(extensions);
  if (typeof extension === "string") return failure(extension);
  const context = createContext(model, service, protocol, settings, extension);
  if (typeof context === "string") return failure(context, service.id);
  const { document, diagnostics } = convert(context, extension.mappers);
  return { document, diagnostics: [...warnings.map((message) => warning.create({}, message)), ...diagnostics] };
}

interface PreparedContext extends OpenApiContext {
  readonly definitions: ReadonlyMap<string, Schema>;
}

function createContext(
  given: Model,
  service: ServiceShape,
  protocol: OpenApiProtocol,
  read: OpenApiSettings,
  extension: OpenApiExtension,
): PreparedContext | string {
  const extended = extension.mappers.reduce((known, mapper) => mapper.settings?.(known) ?? known, read);
  const settings = { ...extended, ...protocol.settings };
  const { model, problem } = prepareModel(given, service, settings);
  if (problem !== undefined) return problem;
  const prepared = prepareSchemas(model, settings, {
    refine: (shape, schema) => refineSchema(model, settings, shape, schema),
    // An extension of the schema in OpenAPI, which no setting disables.
    lasting: ["deprecated"],
  });
  if (prepared.problem !== undefined) return prepared.problem;
  return {
    model,
    service,
    settings,
    schemas: prepared.context,
    protocol,
    securitySchemes: schemesOf(model, service, [...securitySchemes, ...extension.securitySchemes]),
    operations: operationsById(model, service.id),
    definitions: definitionsOf(prepared, service),
  };
}

function prepareModel(
  given: Model,
  service: ServiceShape,
  settings: OpenApiSettings,
): { readonly model: Model; readonly problem: string | undefined } {
  const model = withServiceErrors(given, operationsById(given, service.id), service.errors);
  if (settings.onErrorStatusConflict !== "oneOf") return { model, problem: undefined };
  return withSharedStatusCodes(model, operationsById(model, service.id), service.id);
}

function operationsById(model: Model, service: ShapeId): readonly OperationShape[] {
  const shape = model.shapes.get(service);
  const operations = shape?.kind === "service" ? boundEntities(model, shape).operations : [];
  const key = ({ id }: OperationShape): string => id.toLowerCase();
  return operations.toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}

function convert(context: PreparedContext, mappers: readonly OpenApiMapper[]): ConvertedDocument {
  const before = [...prefixHeaderFindings(context), ...unsupportedTraitFindings(context)];
  const blocking = before.find(({ isFailure }) => isFailure);
  if (blocking !== undefined) return failure(blocking.message, blocking.shape);
  for (const mapper of mappers) {
    const problem = mapper.problem?.(context);
    if (problem !== undefined) return failure(problem, context.service.id);
  }
  const paths = pathsObject(context, mappers);
  const greedy = greedyLabelFindings(context, Object.keys(paths.object));
  const forbidden = greedy.find(({ isFailure }) => isFailure);
  if (forbidden !== undefined) return failure(forbidden.message, context.service.id);
  const complete = completeDocument(context, mappers, paths.object, paths.schemas);
  if (typeof complete === "string") return failure(complete, context.service.id);
  const omitted = paths.omitted.map(({ operation, reason }) => warning.create({ shape: operation.id }, reason));
  return { document: complete, diagnostics: [...warningsOf([...before, ...greedy]), ...omitted] };
}

function warningsOf(findings: readonly Finding[]): readonly Diagnostic[] {
  return findings.map(({ message, shape }) => warning.create({ shape }, message));
}

function completeDocument(
  context: PreparedContext,
  mappers: readonly OpenApiMapper[],
  paths: NodeObject,
  synthesized: readonly NamedSchema[],
): NodeObject | string {
  const { model, service, settings } = context;
  const document = mappers.reduce(
    (known, mapper) => mapper.document?.(context, known) ?? known,
    documentObject(context, mappers, paths, synthesized),
  );
  const extended = { ...document, ...specificationExtensions(model, service) };
  const used = settings.keepUnusedComponents ? extended : removeUnusedComponents(extended, settings.definitionPointer);
  const substituted = substitute(withoutEmptyComponents(used), settings.substitutions);
  const added = addAllAtPointers(substituted, settings.jsonAdd);
  if (typeof added === "string") return added;
  return mappers.reduce((known, mapper) => mapper.finishedDocument?.(context, known) ?? known, added);
}

function documentObject(
  context: PreparedContext,
  mappers: readonly OpenApiMapper[],
  paths: NodeObject,
  synthesized: readonly NamedSchema[],
): NodeObject {
  const { service, settings, definitions } = context;
  const security = serviceSecurity(context, mappers);
  const tags = supportedTags(settings, service).map((name) => ({ name }));
  const defined = [...definitions].map(([pointer, schema]): NamedSchema => [
    pointer.replace(`${settings.definitionPointer}/`, ""),
    schema,
  ]);
  return {
    ...compact({
      openapi: settings.version,
      info: infoObject(service),
      // The key that Smithy's conversion writes, though OpenAPI calls it externalDocs.
      externalDocumentation: externalDocsOf(settings, service),
      paths: unlessEmpty(paths),
      components: {
        schemas: sortedObject([...defined, ...synthesized]),
        securitySchemes: schemeObjects(context),
      },
      security: security.length === 0 ? undefined : security,
      tags: tags.length === 0 ? undefined : tags,
    }),
    ...settings.schemaDocumentExtensions,
  };
}

function infoObject(service: ServiceShape): NodeObject {
  return compact({
    title: stringTrait(service, "smithy.api#title") ?? nameOf(service.id),
    version: service.version,
    description: stringTrait(service, "smithy.api#documentation"),
  });
}

function withoutEmptyComponents(document: NodeObject): NodeObject {
  const filled = Object.entries(objectMember(document, "components")).filter(
    ([, component]) => !isNodeObject(component) || Object.keys(component).length > 0,
  );
  return filled.length === 0 ? withoutKeys(document, ["components"]) : { ...document, components: nodeObject(filled) };
}
