import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Node } from "../shapes/node.js";
import { namespaceOf, type ShapeId, shapeId, withMember } from "../shapes/shape-id.js";
import type { Span } from "../source/source.js";
import {
  type EnumMember,
  type InlineStructure,
  keyText,
  type ShapeIdNode,
  type ShapeMember,
  type ShapeStatement,
  spanOf,
  type Statement,
  type Trait,
} from "../syntax/tree.js";
import { startOf } from "../syntax/cursor.js";
import type { ParseResult } from "../syntax/parse.js";
import { type InlineSuffixes, inlineSuffixes, type NameScope, resolveId } from "./idl-names.js";
import { type IdlNodes, lowerNode, lowerTraitBody } from "./idl-nodes.js";
import { lowerEntity } from "./lower-entity.js";
import { preludeTrait, shapeNameConflict, undefinedUse } from "./messages.js";
import { rememberElements } from "../shapes/node-location.js";
import type { LoadOperation, LoweredSource, MemberDefinition, ShapeDefinition, ShapeProperties } from "./operations.js";

/** Everything that the lowering of one IDL file adds to. */
export interface IdlLowering extends IdlNodes {
  /** Where the parser found errors, in order. */
  readonly errors: readonly number[];
  readonly namespace: string;
  readonly suffixes: InlineSuffixes;
  readonly operations: LoadOperation[];
}

/**
 * Lowers a syntax tree (Smithy 2.0, "Smithy IDL"): names become absolute, sugar becomes traits, inline structures become
 * shapes.
 */
export function lowerIdl({ tree, diagnostics: found }: ParseResult, scope: NameScope): LoweredSource {
  const diagnostics: Diagnostic[] = [];
  const lowering: IdlLowering = {
    tree,
    scope,
    namespace: scope.namespace ?? "smithy.api",
    suffixes: inlineSuffixes(tree),
    operations: [],
    errors: found.filter(({ severity }) => severity === "ERROR").map(startOf),
    diagnostics,
  };
  for (const { key, value } of tree.metadata) {
    const node = lowerNode(lowering, value);
    rememberElements(node, (index) => spanOf(tree, value.kind === "array" ? (value.elements[index] ?? value) : value));
    lowering.operations.push({ kind: "metadata", key: keyText(key), value: node, location: spanOf(tree, value) });
  }
  for (const use of tree.uses) checkUse(lowering, use.id);
  for (const statement of tree.statements) lowerStatement(lowering, statement);
  return lowering;
}

/** "Use section" */
function checkUse(lowering: IdlLowering, id: ShapeIdNode): void {
  if (lowering.scope.isDefined(id.text)) return;
  lowering.diagnostics.push(undefinedUse.create({ location: spanOf(lowering.tree, id) }, id.text));
}

function lowerStatement(lowering: IdlLowering, statement: Statement): void {
  if (statement.kind !== "apply") {
    lowerShape(lowering, statement);
    return;
  }
  const target = resolveId(lowering.scope, statement.target.text);
  const { body } = statement;
  const traits = body.kind === "trait" ? [body] : body.traits;
  if (namespaceOf(target) === "smithy.api" && lowering.namespace !== "smithy.api") {
    reportPrelude(lowering, target, traits);
  } else lowerTraits(lowering, target, traits);
}

/** The prelude is what it is, whatever a file would add to it. */
function reportPrelude(lowering: IdlLowering, shape: ShapeId, traits: readonly Trait[]): void {
  for (const { id, start, end } of traits) {
    const location = spanOf(lowering.tree, { start, end });
    lowering.diagnostics.push(preludeTrait.create({ shape, location }, resolveId(lowering.scope, id.text)));
  }
}

function lowerShape(lowering: IdlLowering, statement: ShapeStatement): void {
  const id = shapeId(lowering.namespace, statement.name.text);
  const location = placeOfShape(lowering, statement);
  checkName(lowering, id, statement.name.text, location);
  const common = {
    id,
    fileVersion: lowering.tree.version,
    location,
    isRecovered: statement.recovered,
    mixins: resolveIds(lowering, statement.mixins?.ids ?? []),
  };
  lowerDocumentation(lowering, id, statement);
  lowerTraits(lowering, id, statement.traits);
  define(lowering, { ...common, ...lowerBody(lowering, id, statement, location) });
}

/** A shape of the file may not have a name that a `use` statement brought in ("Use section"). */
function checkName(lowering: IdlLowering, shape: ShapeId, name: string, location: Span): void {
  const imported = lowering.scope.uses.get(name);
  if (imported === undefined || imported === shape) return;
  lowering.diagnostics.push(shapeNameConflict.create({ shape, location }, name, imported));
}

/** Smithy names the word that begins the definition as a shape's place, not its traits. */
function placeOfShape(lowering: IdlLowering, statement: ShapeStatement): Span {
  return spanOf(lowering.tree, { start: statement.typeStart, end: statement.name.end });
}

type Body = Pick<ShapeDefinition, "kind" | "isSet" | "members" | "properties" | "resource">;

function lowerBody(lowering: IdlLowering, id: ShapeId, statement: ShapeStatement, location: Span): Body {
  switch (statement.kind) {
    case "simple-shape":
      return { kind: statement.type, members: [], properties: {} };
    case "enum-shape": {
      const members = statement.body.members.map((member) => lowerEnumMember(lowering, id, member));
      return { kind: statement.type, members, properties: {} };
    }
    case "aggregate-shape": {
      if (statement.type === "set") {
        applyTrait(lowering, id, "smithy.api#uniqueItems", {}, location);
      }
      const kind = statement.type === "set" ? "list" : statement.type;
      return {
        kind,
        isSet: statement.type === "set",
        members: statement.body.members.map((member) => lowerMember(lowering, id, member)),
        properties: {},
        resource: statement.forResource && resolveId(lowering.scope, statement.forResource.id.text),
      };
    }
    case "entity-shape":
      return { kind: statement.type, members: [], properties: lowerEntity(lowering, id, statement) };
    case "operation-shape":
      return { kind: "operation", members: [], properties: lowerOperation(lowering, id, statement) };
  }
}

function lowerOperation(
  lowering: IdlLowering,
  id: ShapeId,
  statement: Extract<ShapeStatement, { kind: "operation-shape" }>,
): ShapeProperties {
  let input: ShapeId | undefined;
  let output: ShapeId | undefined;
  let errors: readonly ShapeId[] | undefined;
  for (const property of statement.body.properties) {
    if (property.kind === "operation-errors") errors = resolveIds(lowering, property.ids);
    else if (property.kind === "operation-input") {
      input = lowerInputOutput(lowering, property.value, id + lowering.suffixes.input, "smithy.api#input");
    } else output = lowerInputOutput(lowering, property.value, id + lowering.suffixes.output, "smithy.api#output");
  }
  return { input, output, errors };
}

function lowerInputOutput(
  lowering: IdlLowering,
  value: ShapeIdNode | InlineStructure,
  id: ShapeId,
  marker: ShapeId,
): ShapeId {
  if (value.kind === "shape-id") return resolveId(lowering.scope, value.text);
  const location = spanOf(lowering.tree, value);
  applyTrait(lowering, id, marker, {}, location);
  lowerDocumentation(lowering, id, value);
  lowerTraits(lowering, id, value.traits);
  define(lowering, {
    id,
    kind: "structure",
    fileVersion: lowering.tree.version,
    location,
    members: value.body.members.map((member) => lowerMember(lowering, id, member)),
    mixins: resolveIds(lowering, value.mixins?.ids ?? []),
    resource: value.forResource && resolveId(lowering.scope, value.forResource.id.text),
    properties: {},
  });
  return id;
}

function lowerMember(lowering: IdlLowering, container: ShapeId, member: ShapeMember): MemberDefinition {
  const name = member.name.text;
  const id = withMember(container, name);
  // An elided member begins with its dollar sign.
  const start = member.kind === "explicit-member" ? member.name.start : member.name.start - 1;
  const location = spanOf(lowering.tree, { start, end: member.name.end });
  lowerDocumentation(lowering, id, member);
  lowerTraits(lowering, id, member.traits);
  if (member.assignment !== undefined) {
    const value = lowerNode(lowering, member.assignment.value);
    const at = spanOf(lowering.tree, member.assignment.value);
    applyTrait(lowering, id, "smithy.api#default", value, at);
  }
  if (member.kind === "explicit-member") {
    return { name, target: resolveId(lowering.scope, member.target.text), location };
  }
  return { name, target: undefined, location };
}

function lowerEnumMember(lowering: IdlLowering, container: ShapeId, member: EnumMember): MemberDefinition {
  const id = withMember(container, member.name.text);
  lowerDocumentation(lowering, id, member);
  lowerTraits(lowering, id, member.traits);
  if (member.assignment !== undefined) {
    const value = lowerNode(lowering, member.assignment.value);
    const location = spanOf(lowering.tree, member.assignment.value);
    applyTrait(lowering, id, "smithy.api#enumValue", value, location);
  }
  return { name: member.name.text, target: "smithy.api#Unit", location: spanOf(lowering.tree, member.name) };
}

/** "Documentation comment" */
function lowerDocumentation(
  lowering: IdlLowering,
  target: ShapeId,
  owner: Pick<ShapeStatement, "documentation">,
): void {
  const { documentation } = owner;
  if (documentation === undefined) return;
  const location = spanOf(lowering.tree, documentation);
  applyTrait(lowering, target, "smithy.api#documentation", documentation.value, location);
}

function lowerTraits(lowering: IdlLowering, target: ShapeId, traits: readonly Trait[]): void {
  for (const { id, body, start, end } of traits) {
    // A trait with a key that stands twice means nothing.
    if (hasErrorBetween(lowering.errors, start, end)) continue;
    const location = spanOf(lowering.tree, { start, end });
    applyTrait(lowering, target, resolveId(lowering.scope, id.text), lowerTraitBody(lowering, body), location);
  }
}

function hasErrorBetween(errors: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = errors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((errors[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  const next = errors[low];
  return next !== undefined && next < end;
}

function applyTrait(
  lowering: IdlLowering,
  target: ShapeId,
  trait: ShapeId,
  value: Node | undefined,
  location: Span,
): void {
  const fileVersion = lowering.tree.version;
  lowering.operations.push({ kind: "trait", target, trait, value, fileVersion, location });
}

function define(lowering: IdlLowering, definition: ShapeDefinition): void {
  lowering.operations.push({ kind: "shape", definition });
}

function resolveIds(lowering: IdlLowering, ids: readonly ShapeIdNode[]): readonly ShapeId[] {
  return ids.map((id) => resolveId(lowering.scope, id.text));
}
