import type { Source, Span } from "../source/source.js";

/**
 * The syntax tree of one file in the Smithy IDL (Smithy 2.0, "Smithy IDL"; IDL 1.0 is a subset but for `set`).
 *
 * The tree says what was written, not what it means: names are not resolved, `= x` is not yet a trait, an inline structure
 * has no name. Together with `comments` and the source text it holds all that a formatter needs; nothing but whitespace and
 * commas is left out. Offsets are UTF-16 and half-open, and a node's children lie inside it, in source order.
 *
 * A tree is made of well-formed nodes only. What did not parse is reported and left out; the statement around it and the
 * tree say so in `recovered`.
 */
export interface SyntaxTree extends SyntaxNode {
  readonly kind: "idl";
  readonly source: Source;
  /** True when something was left out, so that the tree is not the whole text. */
  readonly recovered: boolean;
  readonly controls: readonly ControlStatement[];
  readonly metadata: readonly MetadataStatement[];
  /** Of the IDL: what `$version` says, 1.0 without it. An unsupported version was reported and counts as 2.0. */
  readonly version: "1.0" | "2.0";
  /** Absent in a file without shapes; where one with shapes lacks it, that was reported. */
  readonly namespace: NamespaceStatement | undefined;
  readonly uses: readonly UseStatement[];
  readonly statements: readonly Statement[];
  /** Every comment of the file in source order, also those that became documentation. */
  readonly comments: readonly Comment[];
}

/** What every node has. */
export interface SyntaxNode {
  readonly start: number;
  readonly end: number;
}

/** The place of a node, for a diagnostic or a shape. */
export function spanOf(tree: SyntaxTree, node: SyntaxNode): Span {
  return { source: tree.source, start: node.start, end: node.end };
}

// Comments

/** `// text`. The span ends before the line break. */
export interface LineComment extends SyntaxNode {
  readonly kind: "line-comment";
}

/** `/// text`, wherever it stands. The span ends before the line break. */
export interface DocumentationComment extends SyntaxNode {
  readonly kind: "documentation-comment";
}

export type Comment = LineComment | DocumentationComment;

/** Documentation comments in front of a shape or member: the value of its `documentation` trait. */
export interface Documentation extends SyntaxNode {
  readonly kind: "documentation";
  /** The lines without slashes and one leading space each, joined by `\n`. */
  readonly value: string;
}

// Control, metadata, namespace, use

/** `$version: "2"` */
export interface ControlStatement extends SyntaxNode {
  readonly kind: "control";
  readonly key: ObjectKey;
  readonly value: NodeValue;
}

/** `metadata key = value` */
export interface MetadataStatement extends SyntaxNode {
  readonly kind: "metadata";
  readonly key: ObjectKey;
  readonly value: NodeValue;
}

/** `namespace smithy.example` */
export interface NamespaceStatement extends SyntaxNode {
  readonly kind: "namespace";
  readonly name: NamespaceName;
}

/** `use smithy.example#Foo` */
export interface UseStatement extends SyntaxNode {
  readonly kind: "use";
  /** Absolute, without a member. */
  readonly id: ShapeIdNode;
}

// Shapes

export type Statement = ShapeStatement | ApplyStatement;

export type ShapeStatement =
  SimpleShapeStatement | EnumShapeStatement | AggregateShapeStatement | EntityShapeStatement | OperationShapeStatement;

interface ShapeStatementCommon extends SyntaxNode {
  readonly documentation: Documentation | undefined;
  readonly traits: readonly Trait[];
  /** The offset of the type name. Smithy gives it as the shape's place; `start` is that of documentation and traits. */
  readonly typeStart: number;
  readonly name: Identifier;
  readonly mixins: MixinClause | undefined;
  /** True when something inside did not parse and was left out, so that what is missing is no further mistake. */
  readonly recovered: boolean;
}

export const simpleTypeNames = [
  "blob",
  "boolean",
  "document",
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
] as const;

export type SimpleTypeName = (typeof simpleTypeNames)[number];

/** `string Foo with [Bar]` */
export interface SimpleShapeStatement extends ShapeStatementCommon {
  readonly kind: "simple-shape";
  readonly type: SimpleTypeName;
}

/** `enum Suit { CLUB = "club" }` */
export interface EnumShapeStatement extends ShapeStatementCommon {
  readonly kind: "enum-shape";
  readonly type: "enum" | "intEnum";
  readonly body: EnumBody;
}

/** `structure Foo for Bar with [Baz] { … }`. A `set` is of IDL 1.0. */
export interface AggregateShapeStatement extends ShapeStatementCommon {
  readonly kind: "aggregate-shape";
  readonly type: "list" | "set" | "map" | "union" | "structure";
  readonly forResource: ForResourceClause | undefined;
  readonly body: MemberBody;
}

/** `service Foo { version: "1" }`. The properties are an object node; the loader knows their meaning. */
export interface EntityShapeStatement extends ShapeStatementCommon {
  readonly kind: "entity-shape";
  readonly type: "service" | "resource";
  readonly body: ObjectNode;
}

/** `operation Foo { input: … }` */
export interface OperationShapeStatement extends ShapeStatementCommon {
  readonly kind: "operation-shape";
  readonly type: "operation";
  readonly body: OperationBody;
}

/** `with [A, B]` */
export interface MixinClause extends SyntaxNode {
  readonly kind: "mixins";
  readonly ids: readonly ShapeIdNode[];
}

/** `for Resource` */
export interface ForResourceClause extends SyntaxNode {
  readonly kind: "for-resource";
  readonly id: ShapeIdNode;
}

/** The braces of an enum and what is in them. */
export interface EnumBody extends SyntaxNode {
  readonly kind: "enum-body";
  readonly members: readonly EnumMember[];
}

export interface EnumMember extends SyntaxNode {
  readonly kind: "enum-member";
  readonly documentation: Documentation | undefined;
  readonly traits: readonly Trait[];
  readonly name: Identifier;
  readonly assignment: ValueAssignment | undefined;
}

/** The braces of a list, set, map, structure or union and what is in them. */
export interface MemberBody extends SyntaxNode {
  readonly kind: "member-body";
  readonly members: readonly ShapeMember[];
}

export type ShapeMember = ExplicitMember | ElidedMember;

/** `name: Target = value` */
export interface ExplicitMember extends SyntaxNode {
  readonly kind: "explicit-member";
  readonly documentation: Documentation | undefined;
  readonly traits: readonly Trait[];
  readonly name: Identifier;
  readonly target: ShapeIdNode;
  readonly assignment: ValueAssignment | undefined;
}

/** `$name`: its target is that of a resource identifier, a resource property or a mixin member. */
export interface ElidedMember extends SyntaxNode {
  readonly kind: "elided-member";
  readonly documentation: Documentation | undefined;
  readonly traits: readonly Trait[];
  /** Without the dollar sign. */
  readonly name: Identifier;
  readonly assignment: ValueAssignment | undefined;
}

/** `= value`: sugar for `default` on a member, for `enumValue` in an enum. */
export interface ValueAssignment extends SyntaxNode {
  readonly kind: "value-assignment";
  readonly value: NodeValue;
}

/** The braces of an operation and what is in them. */
export interface OperationBody extends SyntaxNode {
  readonly kind: "operation-body";
  /** In source order. A name that stands twice was reported. */
  readonly properties: readonly OperationProperty[];
}

export type OperationProperty = OperationInput | OperationOutput | OperationErrors;

/** `input: Foo` or `input := { … }` */
export interface OperationInput extends SyntaxNode {
  readonly kind: "operation-input";
  readonly value: ShapeIdNode | InlineStructure;
}

/** `output: Foo` or `output := { … }` */
export interface OperationOutput extends SyntaxNode {
  readonly kind: "operation-output";
  readonly value: ShapeIdNode | InlineStructure;
}

/** `errors: [A, B]` */
export interface OperationErrors extends SyntaxNode {
  readonly kind: "operation-errors";
  readonly ids: readonly ShapeIdNode[];
}

/** What follows `:=`. Its name is the operation's and a suffix. */
export interface InlineStructure extends SyntaxNode {
  readonly kind: "inline-structure";
  readonly documentation: Documentation | undefined;
  readonly traits: readonly Trait[];
  readonly forResource: ForResourceClause | undefined;
  readonly mixins: MixinClause | undefined;
  readonly body: MemberBody;
}

// Traits

/** `@id`, `@id(value)` or `@id(key: value)`. The span begins at the at sign. */
export interface Trait extends SyntaxNode {
  readonly kind: "trait";
  readonly id: ShapeIdNode;
  /** Absent without parentheses. An absent and an empty body mean the same. */
  readonly body: TraitBody | undefined;
}

/** The parentheses of a trait and what is in them. */
export type TraitBody = EmptyTraitBody | ValueTraitBody | EntriesTraitBody;

/** `()` */
export interface EmptyTraitBody extends SyntaxNode {
  readonly kind: "empty-trait-body";
}

/** `(value)` */
export interface ValueTraitBody extends SyntaxNode {
  readonly kind: "value-trait-body";
  readonly value: NodeValue;
}

/** `(key: value, key: value)`: means the same as an object in the parentheses. Has at least one entry. */
export interface EntriesTraitBody extends SyntaxNode {
  readonly kind: "entries-trait-body";
  readonly entries: readonly ObjectEntry[];
}

/** `apply Target @trait` or `apply Target { @trait … }` */
export interface ApplyStatement extends SyntaxNode {
  readonly kind: "apply";
  /** Documentation comments mean nothing here. */
  readonly target: ShapeIdNode;
  readonly body: Trait | ApplyBlock;
}

export interface ApplyBlock extends SyntaxNode {
  readonly kind: "apply-block";
  readonly traits: readonly Trait[];
}

// Names and node values

export interface Identifier extends SyntaxNode {
  readonly kind: "identifier";
  readonly text: string;
}

export interface NamespaceName extends SyntaxNode {
  readonly kind: "namespace-name";
  readonly text: string;
}

export type NodeValue = ArrayNode | ObjectNode | NumberNode | KeywordNode | StringNode | TextBlockNode | ShapeIdNode;

export interface ArrayNode extends SyntaxNode {
  readonly kind: "array";
  readonly elements: readonly NodeValue[];
}

export interface ObjectNode extends SyntaxNode {
  readonly kind: "object";
  /** In source order. A key that stands twice was reported; so it is for a trait's entries. */
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry extends SyntaxNode {
  readonly kind: "entry";
  readonly key: ObjectKey;
  readonly value: NodeValue;
}

/** An unquoted key is an identifier and is never resolved. Read both with {@link keyText}. */
export type ObjectKey = Identifier | StringNode;

/** A number as it was written, so that no digit is lost. */
export interface NumberNode extends SyntaxNode {
  readonly kind: "number";
  readonly text: string;
}

export interface KeywordNode extends SyntaxNode {
  readonly kind: "keyword";
  readonly value: true | false | null;
}

/** `"text"`; `value` has its escapes expanded and its line breaks normalised. */
export interface StringNode extends SyntaxNode {
  readonly kind: "string";
  readonly value: string;
}

/** `"""` text `"""`; `value` has its incidental whitespace removed and its escapes expanded. */
export interface TextBlockNode extends SyntaxNode {
  readonly kind: "text-block";
  readonly value: string;
}

/** A shape ID: relative or absolute, with or without a member; as a value, a string that is resolved ("Syntactic shape IDs"). */
export interface ShapeIdNode extends SyntaxNode {
  readonly kind: "shape-id";
  readonly text: string;
}

/** The text of an object key, quoted or not. */
export function keyText(key: ObjectKey): string {
  return key.kind === "string" ? key.value : key.text;
}
