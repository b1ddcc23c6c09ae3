// The prelude and the trait modules as JSON ASTs: the command reads them faster than the Smithy text that they come from.
import { bundledNamespaces, bundledShapes } from "../codegen/dist/loader/bundled.js";
import { preludeNamespace } from "../codegen/dist/loader/bundled/modules.js";
import { serializeAst } from "../codegen/dist/serialize/ast.js";
import { nodeToJson } from "../codegen/dist/shapes/node-json.js";
import { namespaceOf } from "../codegen/dist/shapes/shape-id.js";

/** What takes the place of `loader/bundled/modules.js` in the bundle. */
export function compileModules() {
  const texts = [preludeNamespace, ...bundledNamespaces].map((namespace) => [namespace, [compileModule(namespace)]]);
  return [
    `export const preludeNamespace = ${JSON.stringify(preludeNamespace)};`,
    `export const moduleTexts = new Map(${JSON.stringify(texts)});`,
  ].join("\n");
}

function compileModule(namespace) {
  const shapes = bundledShapes(namespace === preludeNamespace ? [] : [namespace]);
  const others = [...shapes.keys()].filter((id) => namespaceOf(id) !== namespace);
  return nodeToJson(serializeAst({ shapes, metadata: {}, bundled: new Set(others) }), { indent: 0 });
}
