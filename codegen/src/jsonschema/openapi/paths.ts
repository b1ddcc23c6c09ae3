import { stringTrait } from "../../knowledge/traits.js";
import { isNodeArray, type NodeObject } from "../../shapes/node.js";
import type { OperationShape, Shape } from "../../shapes/shape.js";
import { compact, nodeObject, sortedObject } from "../schema/schema.js";
import type { OpenApiSettings } from "../settings/open-api-settings.js";
import type { DocumentPart, NamedSchema, OpenApiContext, OpenApiMapper } from "./context.js";
import { externalDocsOf } from "./external-docs.js";
import { operationSecurity } from "./security.js";
import { specificationExtensions } from "./specification-extensions.js";

const methods = new Set(["get", "put", "delete", "post", "patch", "head", "trace", "options"]);

/** The `paths` of a document. */
export interface Paths extends DocumentPart {
  /** What no document can have, for warnings. */
  readonly omitted: readonly { readonly operation: OperationShape; readonly reason: string }[];
}

/** The paths of a document: every operation of the service where its protocol puts it. */
export function pathsObject(context: OpenApiContext, mappers: readonly OpenApiMapper[]): Paths {
  const items = new Map<string, (readonly [string, NodeObject])[]>();
  const schemas: NamedSchema[] = [];
  const omitted: { operation: OperationShape; reason: string }[] = [];
  for (const operation of context.operations) {
    const part = context.protocol.operation(context, operation);
    if (part === undefined) {
      const reason = `is not supported by the \`${context.protocol.trait}\` protocol, and was omitted`;
      omitted.push({ operation, reason: `The \`${operation.id}\` operation ${reason}` });
      continue;
    }
    schemas.push(...part.schemas);
    const item = items.get(part.uri) ?? [];
    items.set(part.uri, item);
    const method = part.method.toLowerCase();
    if (methods.has(method)) item.push([method, operationObject(context, mappers, operation, part.object)]);
    else {
      const reason = `The ${part.method} HTTP method of \`${operation.id}\` is not supported by OpenAPI`;
      omitted.push({ operation, reason });
    }
  }
  const paths = [...items].map(([path, operations]): readonly [string, NodeObject] => {
    const item = nodeObject(operations);
    return [path, mappers.reduce((known, mapper) => mapper.pathItem?.(context, path, known) ?? known, item)];
  });
  return { object: sortedObject(paths), schemas, omitted };
}

function operationObject(
  context: OpenApiContext,
  mappers: readonly OpenApiMapper[],
  operation: OperationShape,
  object: NodeObject,
): NodeObject {
  const described = {
    ...compact({
      description: stringTrait(operation, "smithy.api#documentation"),
      externalDocs: externalDocsOf(context.settings, operation),
      deprecated: operation.traits.has("smithy.api#deprecated") ? true : undefined,
      ...object,
      security: operationSecurity(context, mappers, operation),
    }),
    ...specificationExtensions(context.model, operation),
  };
  const mapped = mappers.reduce(
    (known, mapper) => mapper.operation?.(context, operation, known) ?? known,
    described as NodeObject,
  );
  const tags = supportedTags(context.settings, operation);
  const tagged: NodeObject = tags.length === 0 ? mapped : { ...mapped, tags };
  return mappers.reduce((known, mapper) => mapper.finishedOperation?.(context, operation, known) ?? known, tagged);
}

/** The tags of a shape that a document may have. */
export function supportedTags({ tags, supportedTags: supported }: OpenApiSettings, shape: Shape): readonly string[] {
  const own = tags ? shape.traits.get("smithy.api#tags")?.value : undefined;
  if (!isNodeArray(own)) return [];
  return own
    .filter((tag) => typeof tag === "string")
    .filter((tag) => supported === undefined || supported.includes(tag));
}
