import { isFailure } from "../diagnostics/diagnostic.js";
import type { FilePlan } from "../emit/file-plan.js";
import { apiGatewayExtension } from "../jsonschema/apigateway/api-gateway-extension.js";
import { cloudFormationSchemas } from "../jsonschema/cloudformation/resource-schemas.js";
import { openApiServiceDocument } from "../jsonschema/openapi/open-api-document.js";
import { jsonSchemaDocument, type ConvertedDocument } from "../jsonschema/schema/json-schema-document.js";
import { serviceIndex } from "../knowledge/service-index.js";
import { modelIndex } from "../shapes/model-index.js";
import { nodeToJson } from "../shapes/node-json.js";
import { nodeMember, type Node, type NodeObject } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import { nameOf } from "../shapes/shape-id.js";
import type { Source } from "../source/source.js";
import type { DocumentPlugin } from "./config/document-plugin.js";
import type { ProjectionTransforms } from "./config/projection-transforms.js";
import { loadProjection } from "./load-projection.js";
import { headerOf, type PlannedSources, suggestService } from "./plan-sources.js";

const convert: Readonly<Record<DocumentPlugin["name"], (model: Model, plugin: DocumentPlugin) => ConvertedDocument>> = {
  openapi: (model, { settings }) =>
    openApiServiceDocument(model, settings, isForApiGateway(settings) ? apiGatewayExtension : undefined),
  jsonschema: (model, { settings }) => jsonSchemaDocument(model, settings),
  cloudformation: (model, { settings }) => cloudFormationSchemas(model, settings),
};

/** Smithy's plugin extends documents for Amazon API Gateway when a dependency is there; tsmith when the settings name a type of API. */
function isForApiGateway(settings: NodeObject): boolean {
  return nodeMember(settings, "apiGatewayType") !== undefined;
}

/**
 * From texts to the files that a document plugin writes, named as Smithy's plugins name them: `Name.openapi.json` after the service,
 * or one file a resource.
 */
export function planDocument(
  sources: readonly Source[],
  plugin: DocumentPlugin,
  transforms?: ProjectionTransforms,
): PlannedSources {
  const loaded = loadProjection(sources, transforms);
  if (loaded.diagnostics.some(isFailure)) return { package: undefined, diagnostics: loaded.diagnostics };
  const { document, diagnostics: found } = convert[plugin.name](loaded.model, plugin);
  const service = nodeMember(plugin.settings, "service");
  if (document === undefined) {
    const suggestion = typeof service === "string" ? suggestOther(loaded.model, service) : undefined;
    const explained = found.map((finding) => ({ ...finding, suggestion: finding.suggestion ?? suggestion }));
    return { package: undefined, diagnostics: [...loaded.diagnostics, ...explained] };
  }
  const diagnostics = [...loaded.diagnostics, ...found];
  const id = typeof service === "string" ? service : "";
  const name = id === "" ? "model" : nameOf(id);
  return {
    package: {
      files: filesOf(plugin, `${name}.${plugin.name}.json`, document),
      service: id,
      packageName: `${name}.${plugin.name}.json`,
      slug: name,
      operations: id === "" ? 0 : serviceIndex(loaded.model, id).operations.length,
      header: headerOf(id),
    },
    diagnostics,
  };
}

/** For a service that is not there. */
function suggestOther(model: Model, wanted: string): string | undefined {
  const services = [...modelIndex(model).ofKind("service")].map(({ id }) => id);
  return services.includes(wanted) ? undefined : suggestService(wanted, services);
}

function filesOf({ name }: DocumentPlugin, path: string, document: NodeObject): readonly FilePlan[] {
  if (name !== "cloudformation") return [textFile(path, document)];
  return Object.entries(document).map(([type, schema]) =>
    textFile(`${type.toLowerCase().replaceAll("::", "-")}.json`, schema),
  );
}

function textFile(path: string, value: Node): FilePlan {
  return { kind: "text", path, text: `${nodeToJson(value)}\n` };
}
