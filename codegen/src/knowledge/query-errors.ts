import { isNodeNumber, nodeMember } from "../shapes/node.js";
import type { StructureShape } from "../shapes/shape.js";
import { nameOf } from "../shapes/shape-id.js";
import { errorInfo } from "./errors.js";
import type { Protocol } from "./protocols.js";

/** What an answer of a query protocol says of an error. */
export interface QueryErrorInfo {
  readonly code: string;
  readonly statusCode: number;
  readonly type: "Sender" | "Receiver";
}

/**
 * Code and status of an error: in awsQuery those of `awsQueryError`, else the shape's name and 400 or 500, whatever the traits of HTTP say
 * (Smithy 2.0, "Error Code resolution", "Error HTTP response status code resolution").
 */
export function queryErrorInfo({ request }: Pick<Protocol, "request">, shape: StructureShape): QueryErrorInfo {
  const trait = request === "query" ? shape.traits.get("aws.protocols#awsQueryError")?.value : undefined;
  const code = nodeMember(trait, "code");
  const status = nodeMember(trait, "httpResponseCode");
  const isClients = errorInfo(shape).fault === "client";
  return {
    code: typeof code === "string" ? code : nameOf(shape.id),
    statusCode: isNodeNumber(status) ? Number(String(status)) : isClients ? 400 : 500,
    type: isClients ? "Sender" : "Receiver",
  };
}
