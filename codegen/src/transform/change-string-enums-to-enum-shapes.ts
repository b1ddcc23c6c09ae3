import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import { enumOfString } from "./enum-of-string.js";
import { mapShapes } from "./map-shapes.js";

/** Which strings have enough to become enums. */
export interface EnumNameOptions {
  /** Make names of values where a definition has none, if the value allows it. */
  readonly synthesizeNames?: boolean | undefined;
}

/** Strings with an `@enum` trait become enums, where every definition has a name or can get one. Others stay as they are. */
export function changeStringEnumsToEnumShapes(model: Model, options: EnumNameOptions = {}): Model {
  return mapShapes(model, (shape): RootShape => {
    if (shape.kind !== "string") return shape;
    return enumOfString(shape, options.synthesizeNames === true) ?? shape;
  });
}
