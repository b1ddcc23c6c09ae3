import type { Model } from "../../shapes/model.js";
import { isNodeArray, type NodeObject } from "../../shapes/node.js";
import type { OperationShape, ServiceShape, Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { nodeObject } from "../schema/schema.js";
import type { OpenApiContext, OpenApiMapper, SecurityScheme } from "./context.js";

/** The authentication traits on a service. */
function authTraits(model: Model, service: ServiceShape): readonly ShapeId[] {
  return [...service.traits.keys()].filter(
    (trait) => model.shapes.get(trait)?.traits.has("smithy.api#authDefinition") === true,
  );
}

/** The schemes that a service names with its traits, of those that a document can have. */
export function schemesOf(
  model: Model,
  service: ServiceShape,
  known: readonly SecurityScheme[],
): readonly SecurityScheme[] {
  const traits = authTraits(model, service);
  return known.filter(({ trait }) => traits.includes(trait));
}

/**
 * The traits that callers may choose from: those that `auth` lists and the service has, else all that the service has. What
 * `optionalAuth` says has no place in Smithy's conversion.
 */
export function effectiveTraits(model: Model, service: ServiceShape, shape: Shape): ReadonlySet<ShapeId> {
  const listed = (shape.traits.get("smithy.api#auth") ?? service.traits.get("smithy.api#auth"))?.value;
  if (!isNodeArray(listed)) return new Set(authTraits(model, service));
  return new Set(listed.filter((trait) => typeof trait === "string" && service.traits.has(trait)) as readonly string[]);
}

/** The name of a scheme in the components: `#` may not be in one. */
export function schemeName(trait: ShapeId): string {
  return trait.replace("#", ".");
}

/** The security scheme objects of a document by name. */
export function schemeObjects({ securitySchemes, service }: OpenApiContext): NodeObject {
  return nodeObject(
    securitySchemes.map(({ trait, scheme }) => [schemeName(trait), scheme(service.traits.get(trait)?.value ?? null)]),
  );
}

/** The requirements of the service: any one of them lets callers in. */
export function serviceSecurity(context: OpenApiContext, mappers: readonly OpenApiMapper[]): readonly NodeObject[] {
  const { model, service } = context;
  return requirements(context, mappers, service, effectiveTraits(model, service, service));
}

/** The requirements of an operation where they are others than the service's. None where `auth` lists none. */
export function operationSecurity(
  context: OpenApiContext,
  mappers: readonly OpenApiMapper[],
  operation: OperationShape,
): readonly NodeObject[] | undefined {
  const { model, service } = context;
  const listed = operation.traits.get("smithy.api#auth")?.value;
  if (isNodeArray(listed) && listed.length === 0) return [];
  const ofService = effectiveTraits(model, service, service);
  const ofOperation = effectiveTraits(model, service, operation);
  if (ofService.size === ofOperation.size && [...ofService].every((trait) => ofOperation.has(trait))) return undefined;
  const required = requirements(context, mappers, operation, ofOperation);
  return required.length === 0 ? undefined : required;
}

function requirements(
  context: OpenApiContext,
  mappers: readonly OpenApiMapper[],
  shape: Shape,
  traits: ReadonlySet<ShapeId>,
): readonly NodeObject[] {
  const schemes = context.securitySchemes.filter(({ trait }) => traits.has(trait));
  return schemes.map(({ trait }) => {
    const name = mappers.reduce(
      (known, mapper) => mapper.security?.(context, shape, known) ?? known,
      schemeName(trait),
    );
    return nodeObject([[name, []]]);
  });
}
