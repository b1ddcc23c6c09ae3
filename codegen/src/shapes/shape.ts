import type { Location } from "../source/source.js";
import type { Node } from "./node.js";
import type { ShapeId } from "./shape-id.js";

/**
 * A trait as it was applied, with the value as the file has it (Smithy 2.0, "Applying traits"). Its meaning is computed in `knowledge/`, never by
 * whoever reads this value.
 */
export interface AppliedTrait {
  readonly id: ShapeId;
  readonly value: Node;
  readonly location?: Location | undefined;
}

/** Traits by ID, in the order they were applied. */
export type Traits = ReadonlyMap<ShapeId, AppliedTrait>;

interface ShapeCommon {
  readonly id: ShapeId;
  readonly traits: Traits;
  readonly location?: Location | undefined;
}

/** A member of another shape, with the traits of mixins (Smithy 2.0, "Member shapes"). Its ID is that of the container, `$`, and its name. */
export interface MemberShape extends ShapeCommon {
  readonly kind: "member";
  readonly name: string;
  readonly container: ShapeId;
  readonly target: ShapeId;
  /** Mixin members that this one copies or refines, in order of precedence: the last is the strongest. */
  readonly mixins: readonly ShapeId[];
  /** Traits applied to this member itself, without those that mixins brought. */
  readonly introducedTraits: Traits;
}

/** Members by name, in model order. */
export type Members = ReadonlyMap<string, MemberShape>;

interface NamedShape extends ShapeCommon {
  /** Mixins as written, in order. Their members and traits are already part of this shape. */
  readonly mixins: readonly ShapeId[];
  /**
   * Traits applied to this shape itself, without those that mixins brought. Equal to `traits` when there are no mixins;
   * only serialisation needs the difference.
   */
  readonly introducedTraits: Traits;
  /** In model order, those of mixins first. Empty for shapes without members. */
  readonly members: Members;
}

/** The types of shapes that have no members, enums apart (Smithy 2.0, "Simple types"). */
export const simpleKinds = [
  "blob",
  "boolean",
  "string",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "timestamp",
  "document",
] as const;

/** One of {@link simpleKinds}. */
export type SimpleKind = (typeof simpleKinds)[number];

/** A shape without members, of one of the {@link simpleKinds}. */
export interface SimpleShape extends NamedShape {
  readonly kind: SimpleKind;
}

/** An enum or intEnum: each member carries `smithy.api#enumValue`. */
export interface EnumShape extends NamedShape {
  readonly kind: "enum" | "intEnum";
}

/** A list, whose items are what its member targets ("List"). */
export interface ListShape extends NamedShape {
  readonly kind: "list";
  /** True where a file of version 1.0 calls it a set. */
  readonly isSet?: true | undefined;
  readonly member: MemberShape;
}

/** A map; the key targets a string ("Map"). */
export interface MapShape extends NamedShape {
  readonly kind: "map";
  readonly key: MemberShape;
  readonly value: MemberShape;
}

/** A structure, an error or input among others where its traits say so ("Structure"). */
export interface StructureShape extends NamedShape {
  readonly kind: "structure";
}

/** A union: values have exactly one of the members ("Union"). */
export interface UnionShape extends NamedShape {
  readonly kind: "union";
}

/** What is bound to a service, what mixins brought included ("Service"). The whole closure is what `serviceIndex` finds. */
export interface ServiceShape extends NamedShape {
  readonly kind: "service";
  /** Empty when the model has none. */
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  /** Shape ID to the name it has in this service. */
  readonly rename: ReadonlyMap<ShapeId, string>;
  /** With mixins: what the shape says itself, without what they brought. Only serialisation needs the difference. */
  readonly introduced?:
    Partial<Pick<ServiceShape, "version" | "operations" | "resources" | "errors" | "rename">> | undefined;
}

/** An operation ("Operation"). Errors of its services are not repeated here. */
export interface OperationShape extends NamedShape {
  readonly kind: "operation";
  /** `smithy.api#Unit` when the model names none. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
  /** As for {@link ServiceShape}. */
  readonly introduced?: Partial<Pick<OperationShape, "errors">> | undefined;
}

/** A resource with its identifiers, properties, lifecycle operations and what else is bound to it ("Resource"). */
export interface ResourceShape extends NamedShape {
  readonly kind: "resource";
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly create?: ShapeId | undefined;
  readonly put?: ShapeId | undefined;
  readonly read?: ShapeId | undefined;
  readonly update?: ShapeId | undefined;
  readonly delete?: ShapeId | undefined;
  readonly list?: ShapeId | undefined;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

/** Any shape but a member (Smithy 2.0, "Shape types"). Sets of version 1.0 are lists with `smithy.api#uniqueItems`. */
export type RootShape =
  | SimpleShape
  | EnumShape
  | ListShape
  | MapShape
  | StructureShape
  | UnionShape
  | ServiceShape
  | OperationShape
  | ResourceShape;

/** A root shape or a member; `kind` tells which. */
export type Shape = RootShape | MemberShape;

/** The types of shapes in Smithy's words (Smithy 2.0, "Shape types"). There is no `set`: sets of version 1.0 are lists. */
export type ShapeKind = Shape["kind"];

/** The shapes that can be of a kind. Several kinds share an interface, so that `Extract` would find none for `string` or `enum`. */
export type ShapeOfKind<Kind extends ShapeKind, Of extends Shape = Shape> = Of extends Shape
  ? Kind extends Of["kind"]
    ? Of
    : never
  : never;

/** Whether values are strings: an enum is a string too. */
export function isStringShape(shape: Shape | undefined): boolean {
  return shape?.kind === "string" || shape?.kind === "enum";
}
