import { build, type Plugin } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { Project } from "ts-morph";
import { defaultGenerateOptions } from "../../codegen/src/emit/emitter.js";
import { createNames, type Names } from "../../codegen/src/emit/names.js";
import { serviceIndex, type ServiceIndex } from "../../codegen/src/knowledge/service-index.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import type { ShapeId } from "../../codegen/src/shapes/shape-id.js";
import { emitters } from "../../codegen/src/tool/emitters.js";
import type * as Client from "../../runtime/src/client/index.js";
import type * as Http from "../../runtime/src/http/index.js";
import type * as Node from "../../runtime/src/node/index.js";
import type { Server, ServerOptions } from "../../runtime/src/server/index.js";

/** What of a package tests do not call. */
const unused = new Set(["client", "cli", "docs", "openapi", "tests"]);

type ErrorClass = new (members: unknown, options?: object) => Error;

/** A service's generated code, and the runtime that it was bundled with. */
export interface GeneratedService {
  readonly model: Model;
  readonly index: ServiceIndex;
  readonly names: Names;
  readonly operations: Readonly<Record<string, Client.Operation<object, unknown>>>;
  readonly errors: Readonly<Record<string, ErrorClass>>;
  readonly createServer: (handlers: object, options: ServerOptions<unknown>) => Server;
  readonly runtime: Pick<typeof Client, "createClient"> &
    Pick<typeof Http, "fetchTransport"> &
    Pick<typeof Node, "createNodeServer" | "httpTransport" | "socketTransport">;
}

/** Each bundle is a module of its own, also where services have one name. */
let bundles = 0;

/** Plans a service's package in memory, bundles it with the runtime's sources and imports it. */
export async function generateService(root: string, model: Model, service: ShapeId): Promise<GeneratedService> {
  const names = createNames(model, service);
  const index = serviceIndex(model, service);
  // Longs of tests are beyond the safe integers.
  const options = { ...defaultGenerateOptions, packageName: "@example/generated", long: "bigint" } as const;
  const plans = Object.entries(emitters)
    .filter(([name]) => !unused.has(name))
    .flatMap(([, emit]) => emit({ model, service, names, options }).files);
  const files = new Map(
    plans.flatMap((plan) => (plan.kind === "typescript" ? [[plan.path, printed(plan.structure)] as const] : [])),
  );
  files.set("src/entry.ts", entry(files));
  const outfile = join(
    root,
    ".cache/protocol-tests",
    `${service.replaceAll(/[^\w]+/g, "-")}-${process.pid}-${bundles++}.mjs`,
  );
  await bundle(root, files, outfile);
  const module = (await import(pathToFileURL(outfile).href)) as {
    readonly operations: GeneratedService["operations"];
    readonly errors: GeneratedService["errors"];
    readonly server: Readonly<Record<string, unknown>>;
  } & GeneratedService["runtime"];
  const createServer = module.server[names.createServer.name] as GeneratedService["createServer"];
  return { model, index, names, operations: module.operations, errors: module.errors, createServer, runtime: module };
}

function printed(structure: Parameters<Project["createSourceFile"]>[1]): string {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return project.createSourceFile("file.ts", structure).getFullText();
}

function entry(files: ReadonlyMap<string, string>): string {
  const parts = ["operations", "errors", "server"].map((name) =>
    files.has(`src/${name}.ts`) ? `export * as ${name} from "./${name}.js";` : `export const ${name} = {};`,
  );
  return [
    ...parts,
    'export { createClient } from "@tsmith/runtime/client";',
    'export { fetchTransport } from "@tsmith/runtime/http";',
    'export { createNodeServer, httpTransport, socketTransport } from "@tsmith/runtime/node";',
  ].join("\n");
}

async function bundle(root: string, files: ReadonlyMap<string, string>, outfile: string): Promise<void> {
  const result = await build({
    entryPoints: ["src/entry.ts"],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    plugins: [inMemory(root, files), runtimeSources(root)],
    logLevel: "error",
  });
  mkdirSync(join(outfile, ".."), { recursive: true });
  writeFileSync(outfile, result.outputFiles[0]?.text ?? "");
}

/** Takes the package's own modules from memory. */
function inMemory(root: string, files: ReadonlyMap<string, string>): Plugin {
  return {
    name: "in-memory",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^src\/entry\.ts$/ }, ({ path }) => ({ path, namespace: "generated" }));
      onResolve({ filter: /^\./, namespace: "generated" }, ({ path, importer }) => ({
        path: posix.join(posix.dirname(importer), path).replace(/\.js$/, ".ts"),
        namespace: "generated",
      }));
      onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => {
        const contents = files.get(path);
        if (contents === undefined) return { errors: [{ text: `The package has no file ${path}` }] };
        return { contents, loader: "ts", resolveDir: root };
      });
    },
  };
}

/** Takes the runtime from its sources, its inner names included. */
function runtimeSources(root: string): Plugin {
  const { exports, imports } = JSON.parse(readFileSync(join(root, "runtime/package.json"), "utf8")) as {
    readonly [kind: string]: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  };
  const source = (target: string): string =>
    join(root, "runtime", target.replace("./dist/", "src/").replace(/(\.d)?\.[jt]s$/, ".ts"));
  return {
    name: "runtime-sources",
    setup({ onResolve }) {
      onResolve({ filter: /^@tsmith\/runtime\// }, ({ path }) => {
        const target = exports?.[path.replace("@tsmith/runtime", ".")];
        return target === undefined ? undefined : { path: source(target.default) };
      });
      onResolve({ filter: /^#/ }, ({ path }) => {
        const target = imports?.[path];
        return target === undefined ? undefined : { path: source(target.types) };
      });
    },
  };
}
