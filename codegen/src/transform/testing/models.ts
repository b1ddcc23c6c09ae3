import { loadModel } from "../../loader/load-model.js";
import { serializeAst } from "../../serialize/ast.js";
import type { Model } from "../../shapes/model.js";
import { nodeMember, type Node } from "../../shapes/node.js";
import { createSource } from "../../source/source.js";

/** The model of a text, which must load; a semicolon stands for a line break. */
export function modelOf(text: string): Model {
  const { model, diagnostics } = loadModel([
    createSource("model.smithy", `$version: "2"\n${text.replaceAll("; ", "\n")}`),
  ]);
  const broken = diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);
  if (broken.length > 0) throw new Error(`The model does not load: ${broken.join("; ")}`);
  return model;
}

/** The shapes of a model as its JSON AST has them. */
export function shapesOf(model: Model): Node {
  return plain(nodeMember(serializeAst(model), "shapes") ?? null);
}

/** The metadata of a model; an empty object where there is none. */
export function metadataOf(model: Model): Node {
  return plain(nodeMember(serializeAst(model), "metadata") ?? {});
}

function plain(node: Node): Node {
  return JSON.parse(JSON.stringify(node)) as Node;
}
