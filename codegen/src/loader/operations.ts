import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Node } from "../shapes/node.js";
import type { RootShape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { Location } from "../source/source.js";

/**
 * What loading a file amounts to. Both formats are lowered to this one stream, which {@link mergeOperations} turns into
 * shapes; nothing after it knows which format a shape came from.
 */
export type LoadOperation = PutMetadata | ApplyTrait | DefineShape;

/** A key of the metadata is set; arrays under one key are joined ("Merging model files"). */
export interface PutMetadata {
  readonly kind: "metadata";
  readonly key: string;
  readonly value: Node;
  readonly location: Location;
}

/** A trait is applied, at the definition of a shape or by `apply` ("Applying traits"). */
export interface ApplyTrait {
  readonly kind: "trait";
  /** A shape or a member. */
  readonly target: ShapeId;
  readonly trait: ShapeId;
  /** Undefined for `@trait` without a value, whose node depends on the trait's shape. */
  readonly value: Node | undefined;
  readonly fileVersion: ModelVersion;
  readonly location: Location;
}

/** A file defines a shape, which others may define again as long as they agree ("Merging model files"). */
export interface DefineShape {
  readonly kind: "shape";
  readonly definition: ShapeDefinition;
}

/** The version of the file that defines a shape: IDL 1.0 shapes are upgraded to 2.0. */
export type ModelVersion = "1.0" | "2.0";

/** The kinds of shapes that files define; a set is a list by then. */
export type RootKind = RootShape["kind"];

/** A member as a file writes it. */
export interface MemberDefinition {
  readonly name: string;
  /** Undefined for an elided member (`$name`), which takes its target from a mixin or from the bound resource. */
  readonly target: ShapeId | undefined;
  readonly location: Location | undefined;
}

/** What makes one kind of shape differ from another; everything that is not members, mixins or traits. */
export interface ShapeProperties {
  readonly version?: string | undefined;
  readonly operations?: readonly ShapeId[] | undefined;
  readonly resources?: readonly ShapeId[] | undefined;
  readonly errors?: readonly ShapeId[] | undefined;
  readonly collectionOperations?: readonly ShapeId[] | undefined;
  readonly rename?: ReadonlyMap<ShapeId, string> | undefined;
  readonly identifiers?: ReadonlyMap<string, ShapeId> | undefined;
  readonly properties?: ReadonlyMap<string, ShapeId> | undefined;
  readonly input?: ShapeId | undefined;
  readonly output?: ShapeId | undefined;
  readonly create?: ShapeId | undefined;
  readonly put?: ShapeId | undefined;
  readonly read?: ShapeId | undefined;
  readonly update?: ShapeId | undefined;
  readonly delete?: ShapeId | undefined;
  readonly list?: ShapeId | undefined;
}

/** A shape as a file writes it: names are absolute, mixins are not applied. Its traits are operations of their own. */
export interface ShapeDefinition {
  readonly id: ShapeId;
  readonly kind: RootKind;
  readonly fileVersion: ModelVersion;
  readonly location: Location;
  /** True where the parser found a mistake inside, so that something may be lacking. */
  readonly isRecovered?: boolean | undefined;
  /** True for a list that was written as a set. */
  readonly isSet?: boolean | undefined;
  readonly members: readonly MemberDefinition[];
  readonly mixins: readonly ShapeId[];
  /** The resource that a structure is bound to with `for`. */
  readonly resource?: ShapeId | undefined;
  readonly properties: ShapeProperties;
}

/** What one file was lowered to. */
export interface LoweredSource {
  readonly operations: readonly LoadOperation[];
  readonly diagnostics: readonly Diagnostic[];
}
