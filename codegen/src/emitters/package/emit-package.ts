import type { EmitterInput, EmitterOutput } from "../../emit/emitter.js";
import type { FilePlan } from "../../emit/file-plan.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import { plainText } from "../../emit/doc-rst.js";
import { structureKinds } from "../../emit/structures.js";
import { tsmithVersion } from "../../emit/version.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { stringTrait } from "../../knowledge/traits.js";
import { contentsOf, packageReadme } from "./package-readme.js";

/** The modules that a package may offer, each by a path of its own. */
const modules = ["types", "validators", "operations", "client", "server", "cli"];

/**
 * `package.json`, `tsconfig.json`, `README.md` and `src/index.ts`: what makes the generated files a package.
 *
 * @param paths - every other file of the package: a service without a protocol that we speak has no client, say
 */
export function emitPackage(input: EmitterInput, paths: ReadonlySet<string>): EmitterOutput {
  const files: readonly FilePlan[] = [
    { kind: "json", path: "package.json", value: packageJson(input, paths) },
    { kind: "text", path: "tsconfig.json", text: tsconfig(input) },
    { kind: "text", path: "README.md", text: packageReadme(input, serviceTitle(input), paths) },
    {
      kind: "typescript",
      path: "src/index.ts",
      structure: { kind: structureKinds.sourceFile, statements: indexStatements(paths) },
    },
  ];
  return { files, diagnostics: [] };
}

/** What `import … from "<package>"` gives: the client's side. Server, validators and command line have paths of their own. */
function indexStatements(paths: ReadonlySet<string>): string[] {
  return ["types", "errors", "operations", "client"]
    .filter((module) => paths.has(`src/${module}.ts`))
    .map((module) => `export * from "./${module}.js";`);
}

function packageJson(input: EmitterInput, paths: ReadonlySet<string>): unknown {
  const { names, options } = input;
  const program = `tsmith-${names.serviceSlug}`;
  return {
    name: options.packageName,
    version: options.packageVersion,
    description: `${serviceTitle(input)}: ${contentsOf(paths)}, generated from its Smithy model.`,
    ...(options.license === undefined ? {} : { license: options.license }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    ...(paths.has(`bin/${program}.js`) ? { bin: { [program]: `bin/${program}.js` } } : {}),
    files: ["bin", "dist", "!dist/**/*.tsbuildinfo", "docs", "openapi.json"],
    exports: {
      ".": moduleExport("index"),
      ...Object.fromEntries(
        modules.filter((name) => paths.has(`src/${name}.ts`)).map((name) => [`./${name}`, moduleExport(name)]),
      ),
      ...(paths.has("openapi.json") ? { "./openapi.json": "./openapi.json" } : {}),
      "./package.json": "./package.json",
    },
    scripts: { build: "tsc -b" },
    dependencies: { "@tsmith/runtime": tsmithVersion },
  };
}

function moduleExport(name: string): unknown {
  return { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
}

/** The `title` trait, else the name of the service, as one line. */
function serviceTitle(input: EmitterInput): string {
  const { service } = serviceIndex(input.model, input.service);
  const title = stringTrait(service, "smithy.api#title");
  if (title === undefined) return input.names.shapeName(input.service);
  return parseDocumentation(title)
    .map((block) => ("content" in block && block.kind === "paragraph" ? plainText(block.content) : ""))
    .join(" ")
    .trim();
}

/** Strict settings of its own, so that the package builds wherever it is put. */
function tsconfig(input: EmitterInput): string {
  const references = input.options.projectReferences.map((path) => `{ "path": ${JSON.stringify(path)} }`);
  const lines = [
    "{",
    '  "compilerOptions": {',
    '    "target": "es2023",',
    '    "lib": ["es2023", "dom", "dom.iterable", "dom.asynciterable"],',
    '    "module": "nodenext",',
    '    "moduleDetection": "force",',
    '    "types": [],',
    '    "strict": true,',
    '    "exactOptionalPropertyTypes": true,',
    '    "noUncheckedIndexedAccess": true,',
    '    "verbatimModuleSyntax": true,',
    '    "isolatedModules": true,',
    '    "skipLibCheck": true,',
    '    "declaration": true,',
    '    "declarationMap": true,',
    '    "sourceMap": true,',
    '    "composite": true,',
    '    "rootDir": "src",',
    '    "outDir": "dist",',
    '    "tsBuildInfoFile": "dist/.tsbuildinfo"',
    "  },",
    `  "include": ["src"]${references.length === 0 ? "" : ","}`,
    ...(references.length === 0 ? [] : [`  "references": [${references.join(", ")}]`]),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}
