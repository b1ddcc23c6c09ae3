// Bundles a program of the tests, which are TypeScript, so that a command can run it. The runtime is taken from its sources: nothing
// needs a build before.
import { build } from "esbuild";
import { readFileSync } from "node:fs";

/** @returns the path of the bundle, in the cache below `root` */
export async function bundleFromSources(root, entryPoint, outfile) {
  const path = `${root}.cache/${outfile}`;
  await build({
    entryPoints: [`${root}${entryPoint}`],
    outfile: path,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    plugins: [runtimeSources(root)],
    logLevel: "warning",
  });
  return path;
}

function runtimeSources(root) {
  const { exports } = JSON.parse(readFileSync(`${root}runtime/package.json`, "utf8"));
  return {
    name: "runtime-sources",
    setup({ onResolve }) {
      onResolve({ filter: /^@tsmith\/runtime\// }, ({ path }) => {
        const target = exports[path.replace("@tsmith/runtime", ".")];
        if (target === undefined) return undefined;
        return { path: `${root}runtime/${target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts")}` };
      });
    },
  };
}
