// An esbuild plugin that takes the runtime from its sources, so that what is bundled needs no build before.
import { readFileSync } from "node:fs";

export function fromSources(root) {
  const { exports } = JSON.parse(readFileSync(`${root}runtime/package.json`, "utf8"));
  return {
    name: "from-sources",
    setup({ onResolve }) {
      onResolve({ filter: /^@tsmith\/runtime\// }, ({ path }) => {
        const target = exports[path.replace("@tsmith/runtime", ".")];
        if (target === undefined) return undefined;
        return { path: `${root}runtime/${target.default.replace("./dist/", "src/").replace(/\.js$/, ".ts")}` };
      });
    },
  };
}
