import type { Model } from "../shapes/model.js";
import type { RootShape } from "../shapes/shape.js";
import { replaceShapes } from "./replace-shapes.js";

/** The model with each root shape edited. Those that the function returns as they are stay the same objects. */
export function mapShapes(model: Model, edit: (shape: RootShape) => RootShape): Model {
  const changed: RootShape[] = [];
  for (const shape of model.shapes.values()) {
    const edited = edit(shape);
    if (edited !== shape) changed.push(edited);
  }
  return replaceShapes(model, changed);
}
