import { describe, expect, it } from "vitest";
import { serializeAst } from "../serialize/ast.js";
import { nodeToJson } from "../shapes/node-json.js";
import type { Model } from "../shapes/model.js";
import { namespaceOf } from "../shapes/shape-id.js";
import { validate } from "../validate/validate.js";
import { type BundledShapes, bundledNamespaces, bundledShapes, isPublicPrelude, loadModuleTexts } from "./bundled.js";
import { preludeNamespace } from "./bundled/modules.js";

const prelude = bundledShapes([]);
const everything = bundledShapes(bundledNamespaces);

/** A model in which the shapes of one namespace are not bundled, so that they are serialised and validated. */
function modelOf(namespace: string, shapes: BundledShapes): Model {
  const others = [...shapes.keys()].filter((id) => namespaceOf(id) !== namespace);
  return { shapes, metadata: {}, bundled: new Set(others) };
}

describe.each([preludeNamespace, ...bundledNamespaces])("the bundled module %s", (namespace) => {
  const model = modelOf(namespace, everything);

  it("is valid by its own rules", () => {
    expect(validate(model).filter(({ severity }) => severity !== "WARNING")).toEqual([]);
  });

  it("is the same module as a JSON AST", () => {
    const base: BundledShapes = namespace === preludeNamespace ? new Map() : prelude;
    const ast = nodeToJson(serializeAst(model));
    const again = loadModuleTexts(namespace, [ast], base);
    expect(nodeToJson(serializeAst(modelOf(namespace, new Map([...base, ...again]))))).toBe(ast);
    expect([...again.keys()].toSorted()).toEqual(
      [...everything.keys()].filter((id) => namespaceOf(id) === namespace).toSorted(),
    );
  });
});

describe("bundledShapes", () => {
  it("parses a module once", () => {
    expect(bundledShapes(["aws.api"])).toBe(bundledShapes(["aws.api"]));
    expect(bundledShapes(["aws.auth", "aws.api"])).toBe(bundledShapes(["aws.api", "aws.auth", "aws.api"]));
    expect(bundledShapes(["aws.auth"]).get("smithy.api#String")).toBe(prelude.get("smithy.api#String"));
  });

  it("knows which shapes of the prelude have public names", () => {
    expect(isPublicPrelude(prelude, "smithy.api#String")).toBe(true);
    expect(isPublicPrelude(prelude, "smithy.api#NonEmptyString")).toBe(false);
    expect(isPublicPrelude(everything, "aws.api#arn")).toBe(false);
  });

  it("says loudly when a text is broken", () => {
    expect(() => loadModuleTexts("x", ["namespace x string S"], prelude)).toThrow("The bundled module x is broken");
  });
});
