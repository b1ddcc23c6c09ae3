// Accepts what the emitters make now as golden output. Read the diff before you commit it.
import { spawnSync } from "node:child_process";

const run = spawnSync("npx", ["vitest", "run", "test/golden/golden.test.ts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, GOLDEN_ACCEPT: "1" },
});
process.exitCode = run.status ?? 1;
