import { functionDeclaration, type ParameterSpec } from "../../emit/structures.js";
import type { StructureShape, UnionShape } from "../../shapes/shape.js";
import type { CodecContext, Direction } from "./context.js";

/** TypeScript gives up on the control flow of functions with many more members than this. */
export const largestFunction = 250;

interface PartSpec {
  readonly shape: StructureShape | UnionShape;
  readonly direction: Direction;
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
  const { shape, direction, returnType, last, call } = spec;
  const parameters = spec.parameters();
  const given = parameters.map(({ name }) => name).join(", ");
  return Array.from({ length: Math.ceil(statements.length / largestFunction) }, (_, part) => {
    const own = statements.slice(part * largestFunction, (part + 1) * largestFunction);
    let name = `${direction}Part${part}Of${context.names.shapeName(shape.id)}`;
    while (context.names.isTaken(name)) name += "_";
    context.file.add(functionDeclaration({ name, exported: false, parameters, returnType, body: [...own, ...last] }));
    return call(`${name}(${given})`, part);
  });
}
