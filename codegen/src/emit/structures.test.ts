import { IndentationText, Project, StructureKind, VariableDeclarationKind } from "ts-morph";
import { expect, test } from "vitest";
import type { StatementStructures } from "ts-morph";
import {
  classDeclaration,
  constant,
  functionDeclaration,
  interfaceDeclaration,
  structureKinds,
  typeAlias,
} from "./structures.js";

test("kinds are ts-morph's own", () => {
  const want = new Map(Object.entries(StructureKind).map(([name, kind]) => [name.toLowerCase(), kind]));
  for (const [name, kind] of Object.entries(structureKinds)) {
    expect([name, kind]).toEqual([name, want.get(name.toLowerCase())]);
  }
  expect(VariableDeclarationKind.Const).toBe("const");
});

const cases: readonly { name: string; given: StatementStructures; want: string }[] = [
  {
    name: "interface",
    given: interfaceDeclaration({
      name: "Layer",
      docs: "A layer.",
      properties: [
        { name: "layerDigest", type: "string | undefined", optional: true, docs: "Its digest." },
        { name: "a-b", type: "number", readonly: false },
        { name: "__proto__", type: "string" },
      ],
      methods: [{ name: "get", parameters: [{ name: "key", type: "string" }], returnType: "string" }],
    }),
    want: `/** A layer. */
export interface Layer {
  /** Its digest. */
  readonly layerDigest?: string | undefined;
  "a-b": number;
  readonly ["__proto__"]: string;
  get(key: string): string;
}
`,
  },
  {
    name: "type alias",
    given: typeAlias({ name: "Pair", typeParameters: ["T"], type: "readonly [T, T]", exported: false }),
    want: `type Pair<T> = readonly [T, T];\n`,
  },
  {
    name: "constant",
    given: constant({ name: "sizes", type: "readonly number[]", value: "[1, 2]" }),
    want: `export const sizes: readonly number[] = [1, 2];\n`,
  },
  {
    name: "function",
    given: functionDeclaration({
      name: "double",
      parameters: [
        { name: "value", type: "number" },
        { name: "times", initializer: "2" },
      ],
      returnType: "Promise<number>",
      async: true,
      body: ["const result = value * times;", "return result;"],
    }),
    want: `export async function double(value: number, times = 2): Promise<number> {
  const result = value * times;
  return result;
}
`,
  },
  {
    name: "class",
    given: classDeclaration({
      name: "Oops",
      extends: "Error",
      docs: { text: "It failed.", tags: [{ name: "deprecated", text: "Use `Other`." }] },
      properties: [
        { name: "shape", type: "", static: true, override: true, initializer: '"a#Oops"' },
        { name: "code", type: "number", declare: true },
      ],
      constructorMethod: {
        parameters: [{ name: "message", type: "string", optional: true }],
        body: ["super(message);"],
      },
      methods: [{ name: "text", returnType: "string", body: ["return this.message;"], docs: "As text." }],
    }),
    want: `/**
 * It failed.
 *
 * @deprecated Use \`Other\`.
 */
export class Oops extends Error {
  static override readonly shape = "a#Oops";
  declare readonly code: number;

  constructor(message?: string) {
    super(message);
  }

  /** As text. */
  text(): string {
    return this.message;
  }
}
`,
  },
];

test.each(cases)("ts-morph prints the $name", ({ given, want }) => {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const file = project.createSourceFile("file.ts", { kind: structureKinds.sourceFile, statements: [given] });
  expect(file.getFullText()).toBe(want);
});
