import type { EmitterInput } from "../../emit/emitter.js";
import type { LiteralValue } from "../../emit/literal.js";
import { errorMessageMember } from "../../knowledge/error-properties.js";
import { errorInfo } from "../../knowledge/errors.js";
import { nodeMember } from "../../shapes/node.js";
import { expectKind } from "../../shapes/model.js";
import type { StructureShape } from "../../shapes/shape.js";

/** What a server's table says of an error: a `ServerError` of `@tsmith/runtime/server`. */
export function errorEntry(input: EmitterInput, shape: StructureShape): LiteralValue {
  const { fault, statusCode, retryable } = errorInfo(shape);
  // A failure that no one expected is not one that goes away by itself, nor one with a status that says what it is.
  const saysMore = fault === "server" && (retryable || statusCode !== 500);
  return {
    ...errorHead(input, shape),
    fault,
    messageMember: saysMore ? undefined : loneMessageMember(input, shape),
  };
}

/** Shape, status and, for clients that came from the query protocol, its code (aws.protocols, "awsQueryCompatible trait"). */
export function errorHead(
  input: EmitterInput,
  shape: StructureShape,
): { readonly [key: string]: LiteralValue | undefined } {
  const { fault, statusCode } = errorInfo(shape);
  const service = expectKind(input.model, input.service, "service");
  const queryCode = nodeMember(shape.traits.get("aws.protocols#awsQueryError")?.value, "code");
  const isQueryCompatible = service.traits.has("aws.protocols#awsQueryCompatible");
  const name = typeof queryCode === "string" ? queryCode : input.names.shapeName(shape.id);
  return {
    shape: shape.id,
    statusCode,
    queryError: isQueryCompatible ? `${name};${fault === "client" ? "Sender" : "Receiver"}` : undefined,
  };
}

/** The member for an error's text, when nothing else of it is required. */
export function loneMessageMember(input: EmitterInput, shape: StructureShape): string | undefined {
  const message = errorMessageMember(input.model, shape);
  const others = [...shape.members.values()].filter((member) => member.name !== message);
  return others.some((member) => member.traits.has("smithy.api#required")) ? undefined : message;
}
