import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("tsmith does its work and tells how it went when nobody reads what it says", async () => {
  const child = spawn(process.execPath, ["codegen/bin/tsmith.js", "generate", "--check", "--verbose"], { cwd: root });
  let error = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (error += text));
  child.stdout.destroy();
  await once(child, "close");
  expect(error).not.toContain("EPIPE");
  expect(child.exitCode).toBe(0);
});
