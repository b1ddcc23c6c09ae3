import { functionDeclaration, type ParameterSpec } from "../../emit/structures.js";
import type { CodecContext } from "./context.js";

/** TypeScript gives up on the control flow of functions with many more members than this. */
export const largestFunction = 250;

/** Statements of a part. The compiler looks back over all that stand before a use, so that smaller parts are checked sooner. */
const largestPart = 50;

interface PartSpec {
  /** The name of the function that is made of parts. */
  readonly name: string;
  /** What the statements use: asked for only where there are parts, so that no import is in vain. */
  readonly parameters: () => readonly ParameterSpec[];
  readonly returnType: string;
  /** What a part ends with. */
  readonly last: readonly string[];
  /** The statements that stand for a part. */
  readonly call: (call: string, part: number) => string;
}

/**
 * The statements, one for each member; those of very large shapes in functions of their own, and the calls of these.
 */
export function inParts(context: CodecContext, statements: readonly string[], spec: PartSpec): readonly string[] {
  if (statements.length <= largestFunction) return statements;
  const { returnType, last, call } = spec;
  const parameters = spec.parameters();
  const given = parameters.map(({ name }) => name).join(", ");
  return Array.from({ length: Math.ceil(statements.length / largestPart) }, (_, part) => {
    const own = statements.slice(part * largestPart, (part + 1) * largestPart);
    let name = partName(spec.name, part);
    while (context.names.isTaken(name)) name += "_";
    context.file.add(functionDeclaration({ name, exported: false, parameters, returnType, body: [...own, ...last] }));
    return call(`${name}(${given})`, part);
  });
}

/** `encodePart0OfLayer` of `encodeLayer`. */
function partName(whole: string, part: number): string {
  return whole.replace(/^[a-z]+/, (verb) => `${verb}Part${part}Of`);
}
