import type { Model } from "../../shapes/model.js";
import { nodeMember, type NodeObject } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import { nodeObject } from "../schema/schema.js";

const extensionTrait = "smithy.openapi#specificationExtension";

/** The traits of a shape whose definitions say that OpenAPI has them as extensions (Smithy 2.0, "specificationExtension trait"). */
export function specificationExtensions(model: Model, shape: Shape): NodeObject {
  return nodeObject(
    [...shape.traits.values()].flatMap(({ id, value }): readonly (readonly [string, typeof value])[] => {
      const extension = model.shapes.get(id)?.traits.get(extensionTrait);
      if (extension === undefined) return [];
      const name = nodeMember(extension.value, "as");
      return [[typeof name === "string" ? name : `x-${id.replace(/[.#]/g, "-")}`, value]];
    }),
  );
}
