import { expectShape, targetOf, type Model } from "../../shapes/model.js";
import type { RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { text, type Inline } from "./page.js";

/** What links a structure or union to its page. */
export type TypeLink = (id: ShapeId) => Inline;

/**
 * How the reference page names the type of a member: `String`, `Array of strings`, `Array of [Layer] objects`, `String to string
 * map`.
 */
export function typeLabel(model: Model, id: ShapeId, link: TypeLink): readonly Inline[] {
  const [first, ...rest] = label(model, expectShape(model, id), link, false);
  if (first === undefined || first.kind !== "text") return [...(first === undefined ? [] : [first]), ...rest];
  return [text(first.text.charAt(0).toUpperCase() + first.text.slice(1)), ...rest];
}

function label(model: Model, shape: RootShape, link: TypeLink, plural: boolean): readonly Inline[] {
  const s = plural ? "s" : "";
  switch (shape.kind) {
    case "list":
      return [text(`array${s} of `), ...label(model, targetOf(model, shape.member), link, true)];
    case "map":
      return [
        ...label(model, targetOf(model, shape.key), link, false),
        text(" to "),
        ...label(model, targetOf(model, shape.value), link, false),
        text(` map${s}`),
      ];
    case "structure":
    case "union":
      if (shape.id === "smithy.api#Unit") return [text(`empty object${s}`)];
      return [link(shape.id), text(` object${s}`)];
    case "blob":
      return [text(`Base64-encoded binary data object${s}`)];
    case "document":
      return [text(`JSON value${s}`)];
    case "enum":
      return [text(`string${s}`)];
    case "intEnum":
      return [text(`integer${s}`)];
    default:
      return [text(`${shape.kind}${s}`)];
  }
}
