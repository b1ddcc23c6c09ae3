// Bundles the runtime's entries for the condition `node` into few files: Node takes about as long to open one as to run the code of
// ten. Other conditions get the files that the compiler wrote, which bundlers shake better.
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const compiled = new URL("../runtime/dist/", import.meta.url);
const { exports, imports } = JSON.parse(readFileSync(new URL("../package.json", compiled), "utf8"));

/** What every client on Node loads, whatever its protocol, with the protocol that most of them speak. */
const clientEntries = ["client/index", "aws/sigv4", "protocols/aws-json/client", "codec/index", "errors/index"];
/** What every server loads. */
const serverEntries = ["server/index", "protocols/aws-json/server"];

const cliEntry = pathOf("cli/index");

/** The runtime's own `#` imports: each is in a client's chunk, and an entry too for who runs the compiler's files on Node. */
const own = new Map(Object.entries(imports).map(([specifier, target]) => [specifier, pathOf(nameOf(target))]));
const names = [...Object.values(exports), ...Object.values(imports)]
  .filter((target) => target.node !== undefined)
  .map(nameOf);

function nameOf(target) {
  return target.node.replace("./dist/bundle/", "").replace(/\.js$/, "");
}

function pathOf(name) {
  return fileURLToPath(new URL(`${name}.js`, compiled));
}

/** Every module that is loaded with these, without those that they import when called. */
function reach(moduleOf, entries) {
  const reached = new Set(entries);
  for (const id of reached) for (const imported of moduleOf(id)?.importedIds ?? []) reached.add(imported);
  return reached;
}

/**
 * The chunk of each module that a client or a server always loads. What both load is a chunk of its own, as is what only one side loads, so that no client loads
 * a server's code, and each module exists once: `instanceof` holds across entries. All other modules go by the entries that load them.
 */
function assignChunks(moduleOf) {
  const isServer = (name) => /(^|\/)server(\/index)?$|^node\/index$/.test(name);
  const servers = reach(moduleOf, names.filter(isServer).map(pathOf));
  const others = reach(moduleOf, names.filter((name) => !isServer(name)).map(pathOf));
  const client = reach(moduleOf, [...clientEntries.map(pathOf), ...own.values()]);
  const server = reach(moduleOf, serverEntries.map(pathOf));
  const cli = reach(moduleOf, [cliEntry]);
  return (id) => {
    if (client.has(id)) return servers.has(id) ? "shared" : "client";
    if (server.has(id) && !others.has(id)) return "server";
    // The command line's own modules, which it and what it loads when asked share.
    return cli.has(id) && !servers.has(id) && id !== cliEntry ? "cli" : undefined;
  };
}

export async function bundleRuntime() {
  const dir = fileURLToPath(new URL("bundle/", compiled));
  rmSync(dir, { recursive: true, force: true });
  let chunkOf;
  const bundle = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, pathOf(name)])),
    platform: "node",
    external: /^(node:|[^./#])/,
    // Needed for chunks that do not draw in what their modules import; without merging no entry exports what it should not.
    preserveEntrySignatures: "allow-extension",
    experimental: { chunkOptimization: { mergeCommonChunks: false } },
    plugins: [
      {
        name: "compiled-runtime",
        resolveId: (specifier) => own.get(specifier),
        load: (id) => ({ code: readFileSync(id, "utf8"), map: readFileSync(`${id}.map`, "utf8") }),
      },
    ],
  });
  await bundle.write({
    dir,
    format: "esm",
    sourcemap: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    comments: { legal: false, annotation: true, jsdoc: false },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          debugName: "sides",
          name(id, context) {
            chunkOf ??= assignChunks((module) => context.getModuleInfo(module));
            return chunkOf(id);
          },
        },
      ],
    },
  });
  await bundle.close();
}
