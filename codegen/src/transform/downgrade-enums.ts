import type { Model } from "../shapes/model.js";
import { simpleOfEnum } from "./change-shape-types.js";
import { mapShapes } from "./map-shapes.js";

/** Enums become strings with an `@enum` trait, and intEnums integers, as in version 1.0 of the language. */
export function downgradeEnums(model: Model): Model {
  return mapShapes(model, (shape) => {
    if (shape.kind === "enum") return simpleOfEnum(shape, "string");
    return shape.kind === "intEnum" ? simpleOfEnum(shape, "integer") : shape;
  });
}
