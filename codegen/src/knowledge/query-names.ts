import type { ListShape, MapShape, MemberShape } from "../shapes/shape.js";
import type { Dialect } from "./protocols.js";
import { stringTrait } from "./traits.js";
import { isXmlFlattened, xmlNameOf } from "./xml-traits.js";

/** The forms of requests; keys are named by rules of their own. */
export type QueryDialect = Extract<Dialect, "query" | "ec2-query">;

/**
 * The segment of a form's key for a member of a structure or union: in awsQuery its `xmlName` or name, in ec2Query its `ec2QueryName`, or
 * else the same with an upper-case letter in front (Smithy 2.0, "Query key resolution").
 */
export function queryNameOf(dialect: QueryDialect, member: MemberShape): string {
  if (dialect === "query") return xmlNameOf(member);
  const name = xmlNameOf(member);
  return stringTrait(member, "aws.protocols#ec2QueryName") ?? name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The segments between the key of a list and the numbers of its items: `member`, its `xmlName`, or nothing. */
export function queryListInfix(dialect: QueryDialect, list: ListShape, member: MemberShape | undefined): string {
  const isFlat = dialect === "ec2-query" || (member !== undefined && isXmlFlattened(member));
  return isFlat ? "" : xmlNameOf(list.member);
}

/** What stands in the keys of a map's entries. ec2Query says nothing of maps, so that they are written as in awsQuery. */
export function queryMapNames(map: MapShape, member: MemberShape | undefined) {
  const isFlat = member !== undefined && isXmlFlattened(member);
  return { infix: isFlat ? "" : "entry", key: xmlNameOf(map.key), value: xmlNameOf(map.value) };
}

/** Whether a list or map without items leaves no trace in a form. */
export function vanishesEmpty(dialect: QueryDialect, kind: "list" | "map"): boolean {
  return kind === "map" || dialect === "ec2-query";
}
