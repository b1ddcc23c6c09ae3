// `npm start`: builds, regenerates the package of the reference model, and starts the reference service with a demonstration.
// Arguments go to the demonstration: `--once`, `--port N`, `--root DIR`.
import { spawn, spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

function run(title, command, args) {
  const started = performance.now();
  console.log(`\n${title}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  console.log(`  took ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const tsc = ["node_modules/typescript/bin/tsc", "-b"];
run("Build the generator, the runtime, the generated package and the service (tsc -b)", process.execPath, tsc);
run("Bundle the tsmith command", process.execPath, ["scripts/bundle.mjs"]);
run("Regenerate generated/ecr from model/ecr.smithy (tsmith generate)", process.execPath, [
  "codegen/bin/tsmith.js",
  "generate",
]);
run("Build what was regenerated", process.execPath, tsc);

const demonstration = spawn(process.execPath, ["service/dist/demo.js", ...process.argv.slice(2)], { stdio: "inherit" });
// Ctrl-C reaches the child through the terminal's process group; a signal sent to this process alone is passed on.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => demonstration.kill(signal));
demonstration.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0);
});
