import type { Model } from "../../shapes/model.js";
import type { Node, NodeObject } from "../../shapes/node.js";
import type { MemberShape, OperationShape, ServiceShape, Shape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import type { Schema } from "../schema/schema.js";
import { shapeSchema, type SchemaContext } from "../schema/shape-schema.js";
import type { OpenApiSettings } from "../settings/open-api-settings.js";

/** What every part of one OpenAPI document is made from. */
export interface OpenApiContext {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly settings: OpenApiSettings;
  readonly schemas: SchemaContext;
  readonly protocol: OpenApiProtocol;
  /** The security schemes that the service names, and that a document can have. */
  readonly securitySchemes: readonly SecurityScheme[];
  /** The operations of the service, by ID. */
  readonly operations: readonly OperationShape[];
}

/** Schemas that exist for the document alone, by name, with the part of the document that refers to them. */
export interface DocumentPart {
  readonly object: NodeObject;
  readonly schemas: readonly NamedSchema[];
}

/** A schema of the components, under its name. */
export type NamedSchema = readonly [name: string, schema: Schema];

/** An operation as a protocol sends it. */
export interface OperationPart extends DocumentPart {
  readonly method: string;
  readonly uri: string;
}

/** A protocol that OpenAPI can describe. */
export interface OpenApiProtocol {
  readonly trait: ShapeId;
  /** What Smithy calls the trait's class, for messages. */
  readonly className: string;
  /** What the protocol decides whatever was set. */
  readonly settings: Partial<OpenApiSettings>;
  /** Undefined for an operation that the protocol cannot send. */
  operation(context: OpenApiContext, operation: OperationShape): OperationPart | undefined;
  /** Headers that requests may have beside those of the model. */
  requestHeaders(context: OpenApiContext, operation: OperationShape): readonly string[];
  responseHeaders(context: OpenApiContext, operation: OperationShape): readonly string[];
}

/** A scheme of authentication that OpenAPI can describe ("Security Scheme Object"). */
export interface SecurityScheme {
  readonly trait: ShapeId;
  /** The security scheme object for the value of the trait. */
  scheme(value: Node): NodeObject;
  requestHeaders(value: Node): readonly string[];
}

/** What an extension of the conversion changes. Every part is optional; a part that is absent changes nothing. */
export interface OpenApiMapper {
  settings?(settings: OpenApiSettings): OpenApiSettings;
  /** Why the service cannot be converted. */
  problem?(context: OpenApiContext): string | undefined;
  /** An operation before its tags are added. */
  operation?(context: OpenApiContext, operation: OperationShape, object: NodeObject): NodeObject;
  /** An operation when all else is done. */
  finishedOperation?(context: OpenApiContext, operation: OperationShape, object: NodeObject): NodeObject;
  pathItem?(context: OpenApiContext, path: string, item: NodeObject): NodeObject;
  /** The name of the security scheme that an operation or the service requires. */
  security?(context: OpenApiContext, shape: Shape, name: string): string;
  /** The document, before unused components are removed. */
  document?(context: OpenApiContext, document: NodeObject): NodeObject;
  /** The document when all else is done. */
  finishedDocument?(context: OpenApiContext, document: NodeObject): NodeObject;
}

/** The name of a shape in the service. */
export function contextualName({ service }: OpenApiContext, id: ShapeId): string {
  return service.rename.get(id) ?? nameOf(id);
}

/** {@link contextualName} with letters and digits only, where the settings want that. */
export function documentName(context: OpenApiContext, id: ShapeId): string {
  const name = contextualName(context, id);
  return context.settings.alphanumericOnlyRefs ? name.replace(/[^A-Za-z0-9]/g, "") : name;
}

/** A reference to a schema of the document's own. */
export function schemaReference({ settings }: OpenApiContext, name: string): Schema {
  return { $ref: `${settings.definitionPointer}/${name}` };
}

/** The schema of a member where it stands alone: that of an inlined target, else a bare reference. */
export function inlineOrReference({ model, schemas }: OpenApiContext, member: MemberShape): Schema {
  const target = model.shapes.get(member.target);
  if (target !== undefined && schemas.pointers.isInlined(target)) return shapeSchema(schemas, member);
  return { $ref: schemas.pointers.pointerOf(`${member.container}$${member.name}`) };
}

/** True for a structure with the `error` trait. */
export function isError(shape: Shape): boolean {
  return shape.traits.has("smithy.api#error");
}
