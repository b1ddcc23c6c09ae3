import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { serializeAst } from "../../codegen/src/serialize/ast.js";
import { createSource } from "../../codegen/src/source/source.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { expectSameTree } from "./trees.js";

describe.skipIf(!hasSharedData())("Amazon ECR", () => {
  it("is the same model as IDL and as JSON AST", () => {
    const folder = sharedData("smithy/models-aws/ecr.idl");
    const idl = readdirSync(folder).map((name) => createSource(name, readFileSync(join(folder, name), "utf8")));
    const ast = createSource("ecr.json", readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8"));
    expectSameTree(serializeAst(loadModel(idl).model), serializeAst(loadModel([ast]).model));
    expect(loadModel(idl).diagnostics).toEqual([]);
  });
});
