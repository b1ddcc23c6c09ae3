import { nodeMember } from "../shapes/node.js";
import type { MemberShape, RootShape, Shape } from "../shapes/shape.js";
import { stringTrait } from "./traits.js";

/** The name of a member's element or attribute (Smithy 2.0, "xmlName trait"): `member`, `key` and `value` in lists and maps. */
export function xmlNameOf(member: MemberShape): string {
  return stringTrait(member, "smithy.api#xmlName") ?? member.name;
}

/**
 * The names of the element of a structure's member, that which is written first. The text of an error is in an element `Message`, the only one in which
 * AWS's clients look for it (Smithy 2.0, "Operation error serialization" of the XML and query protocols), also where the member is called `message`;
 * and services write either, whatever their model says.
 */
export function xmlElementNamesOf(
  shape: RootShape,
  member: MemberShape,
): readonly [written: string, ...others: string[]] {
  const name = xmlNameOf(member);
  if (!shape.traits.has("smithy.api#error") || !/^message$/i.test(name)) return [name];
  const other = name === "message" ? "Message" : "message";
  const isTaken = [...shape.members.values()].some((sibling) => sibling !== member && xmlNameOf(sibling) === other);
  if (isTaken) return [name];
  return name === "message" && !member.traits.has("smithy.api#xmlName") ? [other, name] : [name, other];
}

/** Whether a member is an attribute of its structure's element (Smithy 2.0, "xmlAttribute trait"). */
export function isXmlAttribute(member: MemberShape): boolean {
  return member.traits.has("smithy.api#xmlAttribute");
}

/** Whether the items or entries of a member stand in its structure's element themselves (Smithy 2.0, "xmlFlattened trait"). */
export function isXmlFlattened(member: MemberShape): boolean {
  return member.traits.has("smithy.api#xmlFlattened");
}

/**
 * The declaration of a namespace in a start tag, with the blank before it: ` xmlns:prefix="uri"` (Smithy 2.0, "xmlNamespace
 * trait"). The first shape that declares one counts. What a shape says of itself counts for root elements alone, as its `xmlName` does: the
 * element of a member has what the member says.
 */
export function xmlNamespaceOf(...shapes: readonly (Shape | undefined)[]): string {
  for (const shape of shapes) {
    const trait = shape?.traits.get("smithy.api#xmlNamespace")?.value;
    const uri = nodeMember(trait, "uri");
    const prefix = nodeMember(trait, "prefix");
    if (typeof uri === "string") return ` xmlns${typeof prefix === "string" ? `:${prefix}` : ""}="${escapeUri(uri)}"`;
  }
  return "";
}

/** The name and namespace of an element. */
export interface XmlElement {
  readonly name: string;
  /** As {@link xmlNamespaceOf} has it. */
  readonly namespace: string;
}

/** The element of a member; that of the list or map itself, where it has one around its items. */
export function xmlElementOf(member: MemberShape): XmlElement {
  return { name: xmlNameOf(member), namespace: xmlNamespaceOf(member) };
}

/**
 * The element of an item of a list, or of an entry of a map, in a member that is flattened: it has the member's name, and the
 * namespace of the member, or else that of the list's own member.
 */
export function xmlFlattenedElementOf(member: MemberShape, target: RootShape): XmlElement {
  const item = target.kind === "list" ? target.member : undefined;
  return { name: xmlNameOf(member), namespace: xmlNamespaceOf(member, item) };
}

function escapeUri(uri: string): string {
  const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return uri.replace(/[&<>"]/g, (character) => references[character] ?? character);
}
