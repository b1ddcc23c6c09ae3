import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "../../codegen/src/loader/json-text.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import { serializeAst } from "../../codegen/src/serialize/ast.js";
import { nodeToJson } from "../../codegen/src/serialize/json-text.js";
import type { Node } from "../../codegen/src/shapes/node.js";
import { equalNodes } from "../../codegen/src/shapes/node-equality.js";
import { createSource, type Source } from "../../codegen/src/source/source.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { type ConformanceCase, describeSuite, readSuiteFile } from "./suite.js";

function sourcesOf(suite: string, files: readonly string[]): readonly Source[] {
  return files.map((file) => createSource(file, readSuiteFile(suite, file)));
}

function loadAst(sources: readonly Source[]): Node {
  return serializeAst(loadModel(sources).model);
}

/** Objects are compared without regard to order, numbers by value. */
function expectSameAst(actual: Node, expected: Node): void {
  if (equalNodes(actual, expected)) return;
  const sorted = { indent: 1, sortKeys: true };
  expect(nodeToJson(actual, sorted)).toBe(nodeToJson(expected, sorted));
  throw new Error("The syntax trees differ only in how numbers are written");
}

function readAst(suite: string, file: unknown): Node {
  const { value } = parseJsonText(createSource(String(file), readSuiteFile(suite, String(file))));
  if (value === undefined) throw new Error(`${String(file)} is no JSON`);
  return value;
}

describeSuite("idl-valid", ({ files, expect: expected }) => {
  expectSameAst(loadAst(sourcesOf("idl-valid", files)), readAst("idl-valid", expected["ast"]));
});

describeSuite("ast-serialize", ({ files, expect: expected }) => {
  expectSameAst(loadAst(sourcesOf("ast-serialize", files)), readAst("ast-serialize", expected["ast20"]));
});

describeSuite("upgrade", ({ files, expect: expected }) => {
  expectSameAst(loadAst(sourcesOf("upgrade", files)), readAst("upgrade", expected["ast"]));
});

for (const suite of ["models", "validation"]) {
  const compare = ({ files, expect: expected }: ConformanceCase) => {
    // Models that Smithy cannot assemble have no syntax tree.
    if (expected["ast"] === undefined) return;
    expectSameAst(loadAst(sourcesOf(suite, files)), readAst(suite, expected["ast"]));
  };
  describeSuite(suite, compare, `${suite}-ast`);
}

describeSuite("models-aws", ({ files, expect: expected }) => {
  const text = nodeToJson(loadAst(sourcesOf("models-aws", files)), { indent: 0, sortKeys: true });
  expect(createHash("sha256").update(text).digest("hex")).toBe(expected["astSha256"]);
});

describe.skipIf(!hasSharedData())("Amazon ECR", () => {
  it("is the same model as IDL and as JSON AST", () => {
    const folder = sharedData("smithy/models-aws/ecr.idl");
    const idl = readdirSync(folder).map((name) => createSource(name, readFileSync(join(folder, name), "utf8")));
    const ast = createSource("ecr.json", readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8"));
    expectSameAst(loadAst(idl), loadAst([ast]));
    expect(loadModel(idl).diagnostics).toEqual([]);
  });
});
