import { functionDeclaration, type ParameterSpec } from "../../emit/structures.js";
import { pascal, type Unit, type ValidatorContext } from "./context.js";

/** TypeScript gives up on the control flow of functions that test many more members than this. */
export const largestFunction = 250;

/** Members of a part. The compiler looks back over all that stand before a use, so that smaller parts are checked sooner. */
const largestPart = 50;

export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / largestPart) }, (_, index) =>
    items.slice(index * largestPart, (index + 1) * largestPart),
  );
}

/**
 * Adds a function for a part of the members of a very large shape; the call of it, as code.
 *
 * @param purpose `test` or `check`, and the number of the part
 */
export function addPart(
  context: ValidatorContext,
  unit: Unit,
  purpose: string,
  parameters: readonly ParameterSpec[],
  returnType: string,
  body: readonly string[],
): string {
  const [verb = "", part = ""] = purpose.split(" ");
  const stem = pascal((verb === "test" ? unit.test : unit.check).replace(/^(is|test|check)/, ""));
  const name = context.local(`${purpose} of ${unit.shape.id}`, `${verb}Part${part}Of${stem}`);
  const all: readonly ParameterSpec[] = [
    { name: "value", type: "Readonly<Record<string, unknown>>" },
    ...parameters,
    ...(unit.group === undefined ? [] : [{ name: "depth", type: "number" }]),
  ];
  context.file.add(functionDeclaration({ name, exported: false, parameters: all, returnType, body }));
  return `${name}(${all.map((parameter) => parameter.name).join(", ")})`;
}
