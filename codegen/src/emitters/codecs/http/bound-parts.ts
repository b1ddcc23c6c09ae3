import type { ParameterSpec } from "../../../emit/structures.js";
import { inParts } from "../function-parts.js";
import { typeOf, type HttpContext, type Reader } from "./context.js";

/** What of a message statements are for, as far as functions for parts of them are named after it. */
export interface BoundPart {
  /** The function of the whole message. */
  readonly of: string;
  readonly place: "Headers" | "Query";
}

/** Statements that each write or read a bound member, by effect; those of very large structures in functions of their own. */
export function boundParts(
  context: HttpContext,
  statements: readonly string[],
  { of, place }: BoundPart,
  parameters: () => readonly ParameterSpec[],
): readonly string[] {
  return inParts(context, statements, {
    name: of + place,
    parameters,
    returnType: "void",
    last: [],
    call: (call) => `${call};`,
  });
}

/** {@link boundParts} of a reader, which fills `result`. */
export function readParts(
  context: HttpContext,
  statements: readonly string[],
  reader: Reader,
  draft: string,
  part: BoundPart,
): readonly string[] {
  return boundParts(context, statements, part, () => [
    reader === "decode"
      ? { name: "request", type: typeOf(context, "server", "BoundRequest") }
      : { name: "response", type: typeOf(context, "http", "HttpResponse") },
    { name: "result", type: draft },
  ]);
}
