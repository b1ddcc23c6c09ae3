import type { Model } from "../../shapes/model.js";
import { isNodeObject, type NodeObject } from "../../shapes/node.js";
import type { Source } from "../../source/source.js";
import { parse } from "../../syntax/parse.js";
import { parseJsonText } from "../json-text.js";
import { isJson } from "../load-model.js";
import { upgradeAst } from "./upgrade-ast.js";
import { upgradeIdl } from "./upgrade-idl.js";

/** An IDL file's new text, or a JSON AST's new tree. What could not be parsed is undefined: the loader said why. */
export type UpgradedSource =
  { readonly kind: "idl"; readonly text: string } | { readonly kind: "ast"; readonly tree: NodeObject | undefined };

/**
 * Rewrites one file of version 1.0 in version 2.0 ("Updating models from 1.0 to 2.0"), as {@link upgradeIdl} says. Loading what
 * comes out gives the same model, but for strings that became enums.
 *
 * @param source - the file: JSON AST or IDL, as `loadModel` tells them apart
 * @param model - what the file was loaded into, without errors, together with all that it refers to
 * @returns an IDL file of version 2.0, or with syntax errors, as it was; no tree for a JSON AST that cannot be parsed
 */
export function upgradeSource(source: Source, model: Model): UpgradedSource {
  if (!isJson(source)) return { kind: "idl", text: upgradeIdl(model, parse(source).tree) };
  const { value } = parseJsonText(source);
  return { kind: "ast", tree: isNodeObject(value) ? upgradeAst(model, value) : undefined };
}
