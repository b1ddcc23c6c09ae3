import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Project } from "ts-morph";
import type { Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import { defaultGenerateOptions, type Emitter, type GenerateOptions } from "../../codegen/src/emit/emitter.js";
import type { FilePlan } from "../../codegen/src/emit/file-plan.js";
import { createNames, type Names } from "../../codegen/src/emit/names.js";
import { loadModel } from "../../codegen/src/loader/load-model.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import { createSource } from "../../codegen/src/source/source.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The two compilers that generated code must satisfy. */
export const compilers = {
  "TypeScript 7": join(root, "node_modules/typescript/bin/tsc"),
  "TypeScript 5.9": createRequire(join(root, "codegen/package.json")).resolve("typescript/bin/tsc"),
} as const;

export const defaultOptions: GenerateOptions = {
  ...defaultGenerateOptions,
  packageName: "@example/generated",
  packageVersion: "1.0.0",
};

export interface Generated {
  readonly model: Model;
  readonly names: Names;
  readonly service: string;
  readonly files: readonly FilePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads a model (IDL or JSON AST), which must be sound, and runs emitters for its only service. */
export function generate(
  text: string,
  emitters: readonly Emitter[],
  options: Partial<GenerateOptions> = {},
): Generated {
  const { model, diagnostics: problems } = loadModel([createSource("model", text)]);
  const failures = problems.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || failures.length > 0) {
    throw new Error(`The model does not load: ${failures.map(({ message }) => message).join("; ")}`);
  }
  const service = [...model.shapes.values()].find((shape) => shape.kind === "service")?.id;
  if (service === undefined) throw new Error("The model has no service");
  const names = createNames(model, service);
  const outputs = emitters.map((emit) => emit({ model, service, names, options: { ...defaultOptions, ...options } }));
  return {
    model,
    names,
    service,
    files: outputs.flatMap(({ files }) => files),
    diagnostics: outputs.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The text of a planned TypeScript file, as ts-morph prints it. */
export function printPlain(plan: FilePlan): string {
  if (plan.kind === "text") return plan.text;
  if (plan.kind !== "typescript") return JSON.stringify(plan.kind === "json" ? plan.value : plan.document);
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: "  " as never },
  });
  return project.createSourceFile("file.ts", plan.structure).getFullText();
}

/** A folder with a generated package in it, in which the packages of this workspace can be imported. */
export class PackageFolder {
  readonly path: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), "tsmith-generated-"));
    symlinkSync(join(root, "node_modules"), join(this.path, "node_modules"), "dir");
    this.write("package.json", JSON.stringify({ type: "module", private: true }));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  writeAll(files: readonly FilePlan[]): void {
    for (const file of files) this.write(file.path, printPlain(file));
  }

  /** Type-checks everything in the folder; the compiler's messages, empty when there are none. */
  check(compiler: keyof typeof compilers, options: Readonly<Record<string, unknown>> = {}): string {
    return this.#compile(compiler, { noEmit: true, ...options });
  }

  /** Compiles to `dist`, then imports a module of it, such as `src/validators.js`. */
  async load(
    module: string,
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const messages = this.#compile("TypeScript 7", { outDir: "dist", rootDir: ".", ...options });
    if (messages !== "") throw new Error(messages);
    return this.compiled(module);
  }

  /** Imports another module of what `load` compiled. */
  async compiled(module: string): Promise<Readonly<Record<string, unknown>>> {
    return (await import(pathToFileURL(join(this.path, "dist", module)).href)) as Readonly<Record<string, unknown>>;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #compile(compiler: keyof typeof compilers, options: Readonly<Record<string, unknown>>): string {
    this.write(
      "tsconfig.json",
      JSON.stringify({
        compilerOptions: {
          target: "es2023",
          lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
          module: "nodenext",
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          noImplicitOverride: true,
          noImplicitReturns: true,
          verbatimModuleSyntax: true,
          isolatedModules: true,
          types: [],
          ...options,
        },
        include: ["**/*.ts"],
        exclude: ["node_modules", "dist"],
      }),
    );
    const run = spawnSync(process.execPath, [compilers[compiler], "-p", "tsconfig.json"], {
      cwd: this.path,
      encoding: "utf8",
    });
    return run.status === 0 ? "" : run.stdout + run.stderr;
  }
}
