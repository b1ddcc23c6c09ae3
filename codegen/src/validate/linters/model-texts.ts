import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, isNodeObject, type Node } from "../../shapes/node.js";
import type { AppliedTrait, RootShape, Shape } from "../../shapes/shape.js";
import { memberNameOf, nameOf, namespaceOf } from "../../shapes/shape-id.js";

/** A text that people wrote into a model, and where. */
export type ModelText =
  | { readonly kind: "namespace"; readonly text: string }
  | { readonly kind: "shape"; readonly text: string; readonly shape: Shape }
  | {
      readonly kind: "trait";
      readonly text: string;
      readonly shape: Shape;
      readonly trait: AppliedTrait;
      /** From the trait's value to the text; `key` at its end for a key of an object that the trait's shape does not define. */
      readonly path: readonly string[];
    };

/** The names and texts of a model: of its namespaces, of shapes and members, and in the values of their traits. */
export function* textsOf(model: Model): Iterable<ModelText> {
  const namespaces = new Set<string>();
  for (const shape of modelIndex(model).shapes) {
    const namespace = namespaceOf(shape.id);
    if (!namespaces.has(namespace)) {
      namespaces.add(namespace);
      yield { kind: "namespace", text: namespace };
    }
    yield { kind: "shape", text: memberNameOf(shape.id) ?? nameOf(shape.id), shape };
    for (const trait of shape.traits.values()) {
      const definition = model.shapes.get(trait.id);
      // References name other shapes, whose names are looked at there.
      if (definition === undefined || trait.id === "smithy.api#references") continue;
      for (const { text, path } of textsIn(model, trait.value, definition, [])) {
        yield { kind: "trait", text, shape, trait, path };
      }
    }
  }
}

interface PlacedText {
  readonly text: string;
  readonly path: readonly string[];
}

/** Nodes nest as deep as their file was allowed to. */
function* textsIn(
  model: Model,
  node: Node,
  shape: RootShape | undefined,
  path: readonly string[],
): Iterable<PlacedText> {
  if (typeof node === "string") yield { text: node, path };
  else if (isNodeArray(node)) {
    // As in Smithy, what stands in a list has no shape from here on.
    for (const [index, item] of node.entries()) yield* textsIn(model, item, undefined, [...path, String(index)]);
  } else if (isNodeObject(node)) {
    for (const [key, value] of Object.entries(node)) {
      const member = shape?.members.get(key);
      const target = member === undefined ? undefined : model.shapes.get(member.target);
      if (target === undefined) yield { text: key, path: [...path, key, "key"] };
      yield* textsIn(model, value, target, [...path, key]);
    }
  }
}
