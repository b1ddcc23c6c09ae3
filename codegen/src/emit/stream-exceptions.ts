import { errorEvents } from "../knowledge/events.js";
import type { Model } from "../shapes/model.js";
import type { UnionShape } from "../shapes/shape.js";
import { propertyKey } from "./escape.js";
import type { Names } from "./names.js";
import type { EmitSymbol } from "./symbol.js";

/** What code about the errors of a stream refers to. */
export interface StreamExceptionContext {
  readonly model: Model;
  readonly names: Names;
  use(symbol: EmitSymbol): string;
}

/**
 * The function, as code, that gives the message of an error of the stream, and undefined for any other error.
 *
 * @param encode the local name of the function that writes events of the union
 */
export function streamExceptions(
  { model, names, use }: StreamExceptionContext,
  union: UnionShape,
  encode: string,
): string {
  const cases = errorEvents(model, union).map(({ name, target }) => {
    const members = `error as ${use(names.type(target))}`;
    return `error instanceof ${use(names.errorClass(target))} ? ${encode}({ ${propertyKey(name)}: ${members} }) : `;
  });
  return `${cases.length === 0 ? "()" : "(error)"} => ${cases.join("")}undefined`;
}
