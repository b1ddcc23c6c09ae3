import { functionDeclaration, type ParameterSpec } from "../../emit/structures.js";
import { pascal, type Unit, type ValidatorContext } from "./context.js";

/** TypeScript gives up on the control flow of functions that test many more members than this. */
export const largestFunction = 250;

export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / largestFunction) }, (_, index) =>
    items.slice(index * largestFunction, (index + 1) * largestFunction),
  );
}

/** Adds a function for a part of the members of a very large shape; the call of it, as code. */
export function addPart(
  context: ValidatorContext,
  unit: Unit,
  purpose: string,
  parameters: readonly ParameterSpec[],
  returnType: string,
  body: readonly string[],
): string {
  const [verb = ""] = purpose.split(" ");
  const stem = pascal((verb === "test" ? unit.test : unit.check).replace(/^(is|test|check)/, ""));
  const name = context.local(`${purpose} of ${unit.shape.id}`, `${verb}PartOf${stem}`);
  const all: readonly ParameterSpec[] = [
    { name: "value", type: "Readonly<Record<string, unknown>>" },
    ...parameters,
    ...(unit.group === undefined ? [] : [{ name: "depth", type: "number" }]),
  ];
  context.file.add(functionDeclaration({ name, exported: false, parameters: all, returnType, body }));
  return `${name}(${all.map((parameter) => parameter.name).join(", ")})`;
}
