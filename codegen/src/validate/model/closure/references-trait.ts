import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { ResourceShape, Shape, StructureShape } from "../../../shapes/shape.js";
import { jsonText } from "../../../shapes/node-text.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

/** `ReferencesTrait`: a reference names a resource, and members for all of its identifiers ("references trait"). */
export function* referencesTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait("smithy.api#references")) {
    const trait = shape.traits.get("smithy.api#references");
    if (!isNodeArray(trait?.value)) continue;
    for (const reference of trait.value.flatMap((node) => readReference(node) ?? [])) {
      for (const message of problemsOf(model, shape, reference)) {
        yield shapeFinding("ERROR", "ReferencesTrait", shape, message, trait);
      }
    }
  }
}

interface Reference {
  readonly resource: string;
  /** Members by the names of the identifiers that they stand for. Empty: those of the same names. */
  readonly ids: ReadonlyMap<string, string>;
  /** As messages show it. */
  readonly text: string;
}

function readReference(node: Node): Reference | undefined {
  const resource = nodeMember(node, "resource");
  if (typeof resource !== "string") return undefined;
  const listed = nodeMember(node, "ids");
  const entries = isNodeObject(listed) ? Object.entries(listed) : [];
  const named = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const ids = named.toSorted(([left], [right]) => (left < right ? -1 : 1));
  const shown: [string, Node][] = [["resource", resource]];
  if (ids.length > 0) shown.push(["ids", Object.fromEntries(ids)]);
  for (const key of ["service", "rel"]) {
    const value = nodeMember(node, key);
    if (typeof value === "string") shown.push([key, value]);
  }
  return { resource, ids: new Map(ids), text: `Reference${jsonText(Object.fromEntries(shown))}` };
}

function* problemsOf(model: Model, shape: Shape, reference: Reference): Iterable<string> {
  const isText = shape.kind === "string" || shape.kind === "enum";
  if (isText && reference.ids.size > 0) {
    yield `References applied to string shapes cannot contain 'ids': ${reference.text}`;
  }
  const target = model.shapes.get(reference.resource);
  if (target === undefined) return;
  if (target.kind !== "resource") {
    yield `\`references\` trait reference targets a ${target.kind} shape not a resource: ${reference.text}`;
  } else if (shape.kind === "structure") {
    yield* problemsOfStructure(model, shape, reference, target);
  } else if (isText && target.identifiers.size !== 1) {
    yield `This string shape contains an invalid reference to ${target.id}: ${reference.text}. References on a string shape can only refer to resource shapes with exactly one entry in its identifiers property, but this shape has the following identifiers: [${tickedList(target.identifiers.keys())}]`;
  }
}

function* problemsOfStructure(
  model: Model,
  structure: StructureShape,
  reference: Reference,
  target: ResourceShape,
): Iterable<string> {
  const isImplicit = reference.ids.size === 0;
  if (!isImplicit) yield* problemsOfNames(reference, target);
  const names = new Set(isImplicit ? target.identifiers.keys() : reference.ids.values());
  const reasons = [...names].flatMap((name) => problemOfMember(model, structure, name, isImplicit) ?? []);
  if (reasons.length === 0) return;
  yield `\`references\` trait ${reference.text} is invalid for the following reasons: ${reasons.toSorted().join("; ")}`;
}

function* problemsOfNames({ text, ids, resource }: Reference, { identifiers }: ResourceShape): Iterable<string> {
  const expected = tickedList(identifiers.keys());
  if (ids.size !== identifiers.size) {
    const amount = identifiers.size < ids.size ? "Too many identifiers" : "Not enough identifiers";
    yield `${amount} were provided in the \`ids\` properties of ${text}. Expected ${identifiers.size} identifiers(s), but found ${ids.size}. This resource requires bindings for the following identifiers: [${expected}].`;
  }
  const foreign = [...ids.keys()].filter((name) => !identifiers.has(name));
  if (foreign.length === 0) return;
  yield `\`references\` trait ${text} contains extraneous resource identifier bindings, [${tickedList(foreign)}], that are not actually identifier names of the resource, \`${resource}\`. This resource has the following identifier names: [${expected}]`;
}

function problemOfMember(
  model: Model,
  structure: StructureShape,
  name: string,
  isImplicit: boolean,
): string | undefined {
  const member = structure.members.get(name);
  if (member === undefined) {
    return isImplicit
      ? `implicit binding of \`${name}\` is not part of the structure (set "rel" to "collection" to create a collection binding)`
      : `\`${name}\` refers to a member that is not part of the structure`;
  }
  const target = model.shapes.get(member.target)?.kind;
  if (target === "string" || target === "enum") return undefined;
  return `\`${name}\` refers to a member that does not target a string shape`;
}
