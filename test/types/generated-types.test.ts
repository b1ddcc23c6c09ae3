import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import { generate, PackageFolder, type compilers } from "../support/generated-package.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

const both: readonly (keyof typeof compilers)[] = ["TypeScript 7", "TypeScript 5.9"];

const model = `$version: "2.0"
namespace example
service Shapes { version: "1", operations: [Draw] }
operation Draw {
  input := { @required shape: Shape, kind: Kind, size: Size, sparse: Sparse, notes: Document }
  output := { shape: Shape, kind: Kind, size: Size, plain: Plain }
  errors: [Refused]
}
union Shape { circle: Double, square: Square, unit: Unit }
structure Square { @required side: Double, fill: Kind }
structure Plain { name: String }
enum Kind {
  SOLID = "solid"
  DASHED = "dashed"
}
intEnum Size {
  SMALL = 1
  LARGE = 2
}
@sparse
list Sparse { member: String }
@error("client")
structure Refused { message: String, kind: Kind }
`;

/** Must compile. Lines after `@ts-expect-error` must not. */
const uses = `
import type { StandardSchemaV1 } from "@tsmith/runtime/validate";
import { Refused } from "./src/errors.js";
import { Kind, Size } from "./src/types.js";
import type { DrawInput, DrawOutput, DrawOutputReceived, KindReceived, Plain, PlainReceived, Shape, ShapeReceived } from "./src/types.js";
import { DrawInputSchema, isShape } from "./src/validators.js";

export function area(shape: Shape): number {
  if (shape.circle !== undefined) return shape.circle * 2;
  if (shape.square !== undefined) return shape.square.side ** 2;
  const unit: Record<string, never> = shape.unit;
  return Object.keys(unit).length;
}
export function describe(shape: ShapeReceived): string {
  if (shape.circle !== undefined) return shape.circle.toFixed();
  if (shape.square !== undefined) return String(shape.square.fill);
  if (shape.unit !== undefined) return "unit";
  return shape.$unknown[0];
}
export const written: DrawInput = { shape: { circle: 1 }, kind: Kind.SOLID, size: Size.LARGE, sparse: [null, "a"], notes: undefined };
export const literal: DrawInput = { shape: { square: { side: 1 } }, kind: "dashed", size: 1 };
export const unknownKind: KindReceived = "dotted";
export const received: DrawOutputReceived = { kind: "dotted", size: 7, shape: { $unknown: ["triangle", {}] } };
export const subtype: DrawOutputReceived = {} as DrawOutput;
export const same: Plain = {} as PlainReceived;
export const error: KindReceived | undefined = new Refused({ kind: "dotted" }).kind;
export const schema: StandardSchemaV1<unknown, DrawInput> = DrawInputSchema;
export function guard(value: unknown): Shape | undefined { return isShape(value) ? value : undefined; }
// @ts-expect-error two members
export const two: Shape = { circle: 1, square: { side: 1 } };
// @ts-expect-error no member
export const none: Shape = {};
// @ts-expect-error a required member is missing
export const missing: DrawInput = {};
// @ts-expect-error an enum is closed where it is written
export const closed: DrawInput = { shape: { circle: 1 }, kind: "dotted" };
// @ts-expect-error received data may hold more than can be written
export const narrowed: DrawOutput = received;
`;

describe("generated types", () => {
  const folder = new PackageFolder();
  beforeAll(() => {
    folder.writeAll(generate(model, [emitTypes, emitErrors, emitValidators]).files);
    folder.write("uses.ts", uses);
  });
  afterAll(() => folder.remove());

  it.each(both.flatMap((compiler) => [true, false].map((exact) => ({ compiler, exact }))))(
    "narrow, open and close as documented: $compiler, exactOptionalPropertyTypes $exact",
    ({ compiler, exact }) => {
      expect(folder.check(compiler, { exactOptionalPropertyTypes: exact, skipLibCheck: true })).toBe("");
    },
  );
});

describe.runIf(hasSharedData())("the whole of Amazon ECR", () => {
  const folder = new PackageFolder();
  afterAll(() => folder.remove());

  it.each(both)("compiles with %s", (compiler) => {
    const text = readFileSync(sharedData("smithy/models-aws/ecr.json"), "utf8");
    folder.writeAll(generate(text, [emitTypes, emitErrors, emitValidators]).files);
    expect(folder.check(compiler)).toBe("");
  });
});
