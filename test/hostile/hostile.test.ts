import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { print } from "../../codegen/src/emit/print/print.js";
import { emitters } from "../../codegen/src/tool/emitters.js";
import type { ParseResult } from "../../runtime/src/validate/index.js";
import { generate, PackageFolder, type compilers, type Generated } from "../support/generated-package.js";
import { hostileModel, hugeModel, memberNames } from "./hostile-model.js";

async function write(folder: PackageFolder, text: string): Promise<Generated> {
  const generated = generate(text, Object.values(emitters));
  for (const { path, text: printed } of await print(generated.files, { header: "Generated." })) {
    // The package's own manifest and compiler options would win over those of the folder.
    if (path !== "package.json" && path !== "tsconfig.json") folder.write(path, printed);
  }
  return generated;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The generated package has no such export");
  return value;
}

type Parse = (value: unknown) => ParseResult<unknown>;
type Is = (value: unknown) => boolean;

describe("a hostile model", () => {
  const folder = new PackageFolder();
  let generated: Generated;
  let validators: Readonly<Record<string, Parse & Is>>;
  let errors: Readonly<Record<string, new (members: object) => Readonly<Record<string, unknown>>>>;

  beforeAll(async () => {
    generated = await write(folder, hostileModel());
  });
  afterAll(() => folder.remove());

  it.each<keyof typeof compilers>(["TypeScript 7", "TypeScript 5.9"])("compiles with %s", (compiler) => {
    expect(folder.check(compiler, { skipLibCheck: true })).toBe("");
  });

  it("warns of the patterns that it cannot match as they are", () => {
    const codes = generated.diagnostics
      .filter(({ code }) => code.startsWith("emit/pattern"))
      .map(({ code, shape }) => `${code} ${shape}`);
    expect(codes.toSorted()).toEqual([
      "emit/pattern-backtracks hostile#Evil",
      "emit/pattern-backtracks hostile#Looking",
      "emit/pattern-not-ecma hostile#NotEcma",
    ]);
  });

  // Some shapes are named as functions for others would be, which then have other names.
  const is = (shape: string): Is => known(validators[generated.names.is(`hostile#${shape}`).name]);
  const parse = (shape: string): Parse => known(validators[generated.names.parse(`hostile#${shape}`).name]);

  describe("at run time", () => {
    beforeAll(async () => {
      validators = (await folder.load("src/validators.js")) as typeof validators;
      errors = (await folder.load("src/errors.js")) as typeof errors;
    });

    it("reads members of any name", () => {
      const words = JSON.parse(`{${memberNames.map((name) => `${JSON.stringify(name)}:"x"`).join()}}`) as unknown;
      expect(is("Words")(words)).toBe(true);
      const result = parse("Words")(words);
      expect(result.ok === true && result.value).toBe(words);
    });

    it("does not take what every object inherits for a member", () => {
      expect(is("Words")({})).toBe(false);
      expect(parse("Words")({})).toMatchObject({
        failures: [{ path: "/constructor", constraint: "required" }],
      });
      expect(is("ProtoChoice")({})).toBe(false);
    });

    it("drops unknown members without writing to a prototype", () => {
      const text = '{"constructor":"x","__proto__":"y","__unknown":1}';
      const result = parse("Words")(JSON.parse(text));
      expect(JSON.stringify(result.ok === true ? result.value : undefined)).toBe('{"constructor":"x","__proto__":"y"}');
      const unknown = parse("Node")(JSON.parse('{"__proto__":{"child":5},"byName":{"__proto__":{"x":1}}}'));
      expect(JSON.stringify(unknown.ok === true ? unknown.value : undefined)).toBe('{"byName":{"__proto__":{}}}');
      expect(({} as Record<string, unknown>)["child"]).toBeUndefined();
    });

    it("finds the one member of a union by its own name", () => {
      expect(is("ProtoChoice")(JSON.parse('{"__proto__":"x"}'))).toBe(true);
      expect(is("ProtoChoice")(JSON.parse('{"__proto__":"x","constructor":1}'))).toBe(false);
    });

    it("ends on values that are too deep or hold themselves", () => {
      let deep: object = {};
      for (let level = 0; level < 100_000; level += 1) deep = { child: deep };
      const loop: { children: object[]; child?: object } = { children: [] };
      loop.child = loop;
      loop.children.push(loop, loop);
      for (const value of [deep, loop]) {
        expect(is("Node")(value)).toBe(false);
        const result = parse("Node")(value);
        expect(result.ok === false && result.failures.map(({ constraint }) => constraint)).toEqual(["depth"]);
      }
    });

    it("matches patterns as they are meant", () => {
      expect(is("Slashes")("/\"'`\\*/\u2028")).toBe(true);
      expect(is("Units")("-__")).toBe(true);
      expect(is("Evil")("0".repeat(50_000))).toBe(true);
      expect(is("Evil")(`${"0".repeat(50_000)}!`)).toBe(false);
      expect(is("Looking")("aaa")).toBe(true);
    });

    it("never shows a sensitive value", () => {
      const result = parse("Secret")("PASSWORD1");
      expect(JSON.stringify(result)).not.toContain("PASSWORD1");
      const error = new (known(errors["Numbered"]))({ Message: "m", secret: "password" });
      expect(JSON.stringify(error)).not.toContain("password");
      expect(error).toMatchObject({ name: "Numbered", message: "m" });
      expect(error["secret"]).toBe("password");
    });

    it("keeps what every error has apart from its members", () => {
      const error = new (known(errors["Broken"]))({ name_: "n", statusCode__: "s", statusCode_: "t", stack_: "k" });
      expect(error).toMatchObject({
        name: "Broken",
        fault: "client",
        statusCode: 418,
        retryable: true,
        throttling: true,
        name_: "n",
        statusCode__: "s",
        statusCode_: "t",
        stack_: "k",
      });
      expect(String(error)).toBe("Broken");
    });
  });
});

describe("a huge model", () => {
  const folder = new PackageFolder();
  afterAll(() => folder.remove());

  // Once for all of it: to print and to compile 20 MB takes most of a minute.
  it("generates, compiles and runs as a whole package with 10,000 members", async () => {
    const { files } = await write(folder, hugeModel(10_000));
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["src/cli.ts", "src/client.ts", "src/server.ts"]),
    );
    const validators = (await folder.load("src/validators.js", { skipLibCheck: true })) as Readonly<Record<string, Is>>;
    const input = {
      wide: { member9999: 1 },
      texts: "member5000",
      choice: { member1: "x" },
      chain: { next: { next: {} } },
    };
    expect(validators["isRunInput"]?.(input)).toBe(true);
    expect(validators["isRunInput"]?.({ ...input, wide: { member9999: "1" } })).toBe(false);
    expect(validators["isRunInput"]?.({ ...input, choice: { member1: "x", member2: "y" } })).toBe(false);

    const codecs = (await folder.compiled("src/codecs.js")) as Readonly<{
      encodeRunInput: (value: unknown) => string;
      decodeRunInput: (value: unknown, path: string) => unknown;
    }>;
    const text =
      '{"chain":{"next":{"next":{}}},"choice":{"member9999":"x"},"texts":"member5000","wide":{"member0":1,"member300":2,"member9999":3}}';
    const wide = { member9999: 3, member300: 2, member0: 1, other: 4 };
    expect(codecs.encodeRunInput({ ...input, wide, choice: { member9999: "x" } })).toBe(text);
    expect(codecs.decodeRunInput(JSON.parse(text), "")).toEqual(JSON.parse(text));
    expect(() => codecs.encodeRunInput({ choice: {} })).toThrow("no member that the model knows");
    expect(() => codecs.decodeRunInput({ wide: { member9999: "3" } }, "")).toThrow(
      expect.objectContaining({ path: "/wide/member9999" }),
    );
  }, 240_000);
});
