import { nodeMember, type Node } from "../shapes/node.js";
import type { Model } from "../shapes/model.js";
import type { MemberShape, OperationShape, RootShape, ServiceShape, StructureShape } from "../shapes/shape.js";

/** How an operation hands out its result in pages. Output paths may go into structures, with dots between members. */
export interface Pagination {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly items: string | undefined;
  readonly pageSize: string | undefined;
}

/**
 * The meaning of `paginated` (Smithy 2.0, "paginated trait"): what the operation leaves out, its service says. Undefined where the
 * operation is not paginated, or names no tokens.
 */
export function paginationOf(service: ServiceShape, operation: OperationShape): Pagination | undefined {
  const own = operation.traits.get("smithy.api#paginated")?.value;
  if (own === undefined) return undefined;
  const shared = service.traits.get("smithy.api#paginated")?.value;
  const find = (name: string): string | undefined => textOf(nodeMember(own, name)) ?? textOf(nodeMember(shared, name));
  const inputToken = find("inputToken");
  const outputToken = find("outputToken");
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return { inputToken, outputToken, items: find("items"), pageSize: find("pageSize") };
}

/**
 * The members that a path such as `result.items` leads through, from a structure's own to the last; empty where it leads nowhere.
 */
export function resolveMemberPath(model: Model, structure: StructureShape, path: string): readonly MemberShape[] {
  const names = path.split(".");
  // Dots at the end mean nothing, as in Smithy's implementation.
  const count = Math.max(1, names.findLastIndex((name) => name !== "") + 1);
  const members: MemberShape[] = [];
  let container: RootShape | undefined = structure;
  for (const name of names.slice(0, count)) {
    const member: MemberShape | undefined = container?.kind === "structure" ? container.members.get(name) : undefined;
    if (member === undefined) return [];
    members.push(member);
    container = model.shapes.get(member.target);
  }
  return members;
}

function textOf(node: Node | undefined): string | undefined {
  return typeof node === "string" ? node : undefined;
}
