import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitErrors } from "../../codegen/src/emitters/errors/emit-errors.js";
import { emitTypes } from "../../codegen/src/emitters/types/emit-types.js";
import { emitValidators } from "../../codegen/src/emitters/validators/emit-validators.js";
import type { ParseResult } from "../../runtime/src/validate/index.js";
import { generate, PackageFolder } from "../support/generated-package.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

interface MalformedRequestTest {
  readonly id: string;
  readonly request: { readonly body?: string; readonly queryParams?: readonly string[]; readonly headers?: object };
  readonly response: { readonly body?: { readonly assertion?: { readonly contents?: string } } };
  readonly testParameters?: Readonly<Record<string, readonly string[]>>;
}

interface Case {
  readonly name: string;
  readonly input: string;
  readonly body: string;
  readonly fieldList: readonly { readonly message: string; readonly path: string }[];
}

const path = "smithy/protocol-tests/restJson1/restJson1.ast.json";
const prefix = "aws.protocoltests.restjson.validation#";

/** The model with no service but the one of constraint tests. */
function validationModel(): string {
  const model = JSON.parse(readFileSync(sharedData(path), "utf8")) as {
    shapes: Record<string, { type: string; traits?: Record<string, unknown>; input?: { target: string } }>;
  };
  for (const [id, shape] of Object.entries(model.shapes)) {
    if (shape.type === "service" && id !== `${prefix}RestJsonValidation`) delete model.shapes[id];
  }
  return JSON.stringify(model);
}

/** Body texts in which blobs and timestamps are as a decoder would have made them. */
function decoded(operation: string, text: string): unknown {
  const bytes = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, "base64"));
  return JSON.parse(text, (key: string, value: unknown) => {
    if (key === "blob" && typeof value === "string") return bytes(value);
    if (key === "blobList" && Array.isArray(value)) return value.map((item) => bytes(String(item)));
    if (/^(timestamp|dateTime|httpDate)List$/.test(key) && Array.isArray(value)) {
      return value.map((item) => new Date(typeof item === "number" ? item * 1000 : String(item)));
    }
    return value;
  }) as unknown;
}

/** The protocol tests whose constraints are on the body, with their parameters filled in (`$name:S` is a JSON string, `$name:L` plain). */
function cases(): readonly Case[] {
  const { shapes } = JSON.parse(validationModel()) as {
    shapes: Record<string, { traits?: Record<string, unknown>; input?: { target: string } }>;
  };
  return Object.entries(shapes).flatMap(([id, shape]) => {
    const tests = (shape.traits?.["smithy.test#httpMalformedRequestTests"] ?? []) as readonly MalformedRequestTest[];
    if (!id.startsWith(prefix)) return [];
    return tests.flatMap((test) => {
      const contents = test.response.body?.assertion?.contents;
      if (contents === undefined || test.request.body === undefined || test.request.queryParams !== undefined)
        return [];
      const parameters = test.testParameters ?? {};
      const rows = Math.max(1, ...Object.values(parameters).map((values) => values.length));
      return Array.from({ length: rows }, (_, row): Case => {
        const fill = (text: string): string =>
          text.replace(/\$(\w+):([SL])|\$\$/g, (whole, name: string | undefined, form: string) => {
            if (name === undefined) return "$";
            const value = parameters[name]?.[row] ?? "";
            return form === "S" ? JSON.stringify(value) : value;
          });
        return {
          name: `${test.id} ${row}`,
          input: shape.input?.target.slice(prefix.length) ?? "",
          body: fill(test.request.body ?? ""),
          fieldList: (JSON.parse(fill(contents)) as Pick<Case, "fieldList">).fieldList,
        };
      });
    });
  });
}

describe.runIf(hasSharedData())("the malformed requests of restJson1", () => {
  const folder = new PackageFolder();
  let validators: Readonly<Record<string, unknown>> = {};

  beforeAll(async () => {
    folder.writeAll(generate(validationModel(), [emitTypes, emitErrors, emitValidators]).files);
    validators = await folder.load("src/validators.js");
  });
  afterAll(() => folder.remove());

  const all = hasSharedData() ? cases() : [];
  it("are found", () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it.each(all)("$name", ({ input, body, fieldList }) => {
    const parse = validators[`parse${input}`] as (value: unknown) => ParseResult<unknown>;
    const is = validators[`is${input}`] as (value: unknown) => boolean;
    const value = decoded(input, body);
    const result = parse(value);
    expect(is(value)).toBe(false);
    expect(result.ok ? [] : result.failures.map(({ message, path: at }) => ({ message, path: at }))).toEqual(fieldList);
  });
});
