import { lifecycles } from "../shapes/lifecycles.js";
import { isNodeNumber, type Node } from "../shapes/node.js";
import type {
  MemberShape,
  OperationShape,
  ResourceShape,
  RootShape,
  ServiceShape,
  StructureShape,
  Traits,
} from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { compareIds, compareTexts } from "./idl-order.js";
import { numberText } from "./idl-number.js";
import { deeper, quoted } from "./idl-text.js";
import { traitLines, type TraitWriter } from "./idl-traits.js";
import { jsonText } from "../shapes/node-text.js";
import { nameOf } from "../shapes/shape-id.js";

/** What shapes are written with. */
export interface ShapeWriter extends TraitWriter {
  /** Structures that are written in their operation. */
  readonly inline: ReadonlySet<ShapeId>;
}

const step = deeper("");

/** One shape statement, and the apply statements for traits on what mixins brought. Ends with a line break. */
export function shapeText(writer: ShapeWriter, shape: RootShape): string {
  const head = `${traitLines(writer, shape.introducedTraits, "")}${shape.kind} ${nameOf(shape.id)}${mixinsText(writer, shape.mixins, "")}`;
  switch (shape.kind) {
    case "service":
      return `${head} {\n${serviceLines(writer, shape)}}\n`;
    case "resource":
      return `${head} {\n${resourceLines(writer, shape)}}\n`;
    case "operation":
      return operationText(writer, shape, head);
    case "list":
    case "map":
    case "structure":
    case "union":
      return `${head} ${membersText(writer, shape, "", memberText)}\n${applyText(writer, shape)}`;
    case "enum":
    case "intEnum":
      return `${head} ${membersText(writer, shape, "", enumMemberText)}\n${applyText(writer, shape)}`;
    default:
      return `${head}\n`;
  }
}

/** `Mixins`: one stays in the line. */
function mixinsText({ write }: ShapeWriter, mixins: readonly ShapeId[], indentation: string): string {
  const [first] = mixins;
  if (first === undefined) return "";
  if (mixins.length === 1) return ` with [${write(first)}]`;
  const lines = mixins.map((id) => `${deeper(indentation)}${write(id)}\n`);
  return ` with [\n${lines.join("")}${indentation}]`;
}

type WriteMember = (writer: ShapeWriter, member: MemberShape, indentation: string) => string;

function membersText(writer: ShapeWriter, shape: RootShape, indentation: string, writeMember: WriteMember): string {
  const own = [...shape.members.values()].filter((member) => member.mixins.length === 0);
  if (own.length === 0) return "{}";
  const inner = deeper(indentation);
  return `{\n${own.map((member) => writeMember(writer, member, inner)).join("")}${indentation}}`;
}

function memberText(writer: ShapeWriter, member: MemberShape, indentation: string): string {
  const traits = traitLines(writer, member.traits, indentation, { isMember: true });
  const target = writer.write(member.target);
  return `${traits}${indentation}${member.name}: ${target}${assignment(member.traits.get("smithy.api#default")?.value)}\n`;
}

function enumMemberText(writer: ShapeWriter, member: MemberShape, indentation: string): string {
  const value = member.traits.get("smithy.api#enumValue")?.value;
  const traits = traitLines(writer, member.traits, indentation);
  return `${traits}${indentation}${member.name}${value === member.name ? "" : assignment(value)}\n`;
}

/** `ValueAssignment` */
function assignment(value: Node | undefined): string {
  if (value === undefined) return "";
  return ` = ${isNodeNumber(value) ? numberText(value) : jsonText(value)}`;
}

/** `ApplyStatement`s for the traits of members that mixins brought: a block where there are several. */
function applyText(writer: ShapeWriter, shape: RootShape): string {
  return [...shape.members.values()]
    .filter((member) => member.mixins.length > 0)
    .map((member) => applyMember(writer, member))
    .join("");
}

function applyMember(writer: ShapeWriter, { id, introducedTraits }: MemberShape): string {
  const traits: Traits = new Map([...introducedTraits].filter(([trait]) => trait !== "smithy.api#enumValue"));
  if (traits.size === 0) return "";
  const target = writer.write(id);
  if (traits.size === 1) return `\napply ${target} ${traitLines(writer, traits, "", { isApplied: true })}`;
  return `\napply ${target} {\n${traitLines(writer, traits, step, { isApplied: true })}}\n`;
}

function serviceLines(writer: ShapeWriter, shape: ServiceShape): string {
  const {
    version = "",
    operations = [],
    resources = [],
    errors = [],
    rename = new Map<ShapeId, string>(),
  } = shape.introduced ?? shape;
  const renames = [...rename].map(([id, name]) => `${deeper(step)}${quoted(id)}: ${quoted(name)}\n`);
  return [
    version.trim() === "" ? "" : `${step}version: ${quoted(version)}\n`,
    idList(writer, "operations", operations),
    idList(writer, "resources", resources),
    idList(writer, "errors", errors),
    renames.length === 0 ? "" : `${step}rename: {\n${renames.join("")}${step}}\n`,
  ].join("");
}

function resourceLines(writer: ShapeWriter, shape: ResourceShape): string {
  const identifiers = [...shape.identifiers].toSorted(([left], [right]) => compareTexts(left, right));
  return [
    idMap(writer, "identifiers", identifiers),
    idMap(writer, "properties", [...shape.properties]),
    ...lifecycles.map((name) => {
      const target = shape[name];
      return target === undefined ? "" : `${step}${name}: ${writer.write(target)}\n`;
    }),
    idList(writer, "operations", shape.operations),
    idList(writer, "collectionOperations", shape.collectionOperations),
    idList(writer, "resources", shape.resources),
  ].join("");
}

function idList({ write }: ShapeWriter, name: string, ids: readonly ShapeId[]): string {
  if (ids.length === 0) return "";
  const lines = ids.toSorted(compareIds).map((id) => `${deeper(step)}${write(id)}\n`);
  return `${step}${name}: [\n${lines.join("")}${step}]\n`;
}

function idMap({ write }: ShapeWriter, name: string, entries: readonly (readonly [string, ShapeId])[]): string {
  if (entries.length === 0) return "";
  const lines = entries.map(([key, id]) => `${deeper(step)}${key}: ${write(id)}\n`);
  return `${step}${name}: {\n${lines.join("")}${step}}\n`;
}

function operationText(writer: ShapeWriter, shape: OperationShape, head: string): string {
  const { errors = [] } = shape.introduced ?? shape;
  const input = propertyText(writer, "input", shape.input);
  const output = propertyText(writer, "output", shape.output);
  const body = `${input}${output}${idList(writer, "errors", errors)}`;
  const applied = [shape.input, shape.output].flatMap((id) => {
    const structure = inlineStructure(writer, id);
    return structure === undefined ? [] : [applyText(writer, structure)];
  });
  return `${head} {\n${body}}\n${applied.join("")}`;
}

function inlineStructure({ model, inline }: ShapeWriter, id: ShapeId): StructureShape | undefined {
  const shape = inline.has(id) ? model.shapes.get(id) : undefined;
  return shape?.kind === "structure" ? shape : undefined;
}

/** `OperationInput` or `OperationOutput`. An inline structure with traits of its own begins on the next line. */
function propertyText(writer: ShapeWriter, name: "input" | "output", id: ShapeId): string {
  const shape = inlineStructure(writer, id);
  if (shape === undefined) return `${step}${name}: ${writer.write(id)}\n`;
  const traits: Traits = new Map([...shape.traits].filter(([trait]) => trait !== `smithy.api#${name}`));
  if (traits.size === 0) {
    const mixins = mixinsText(writer, shape.mixins, step);
    return `${step}${name} :=${mixins} ${membersText(writer, shape, step, memberText)}\n`;
  }
  const inner = deeper(step);
  const lines = traitLines(writer, traits, inner);
  const clauses = `${mixinsText(writer, shape.mixins, inner)} `.trimStart();
  return `${step}${name} :=\n${lines}${inner}${clauses}${membersText(writer, shape, inner, memberText)}\n`;
}
