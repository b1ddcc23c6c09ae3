import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
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

test.runIf(process.platform === "linux")("tsmith says that its report cannot be written, and fails", () => {
  const full = openSync("/dev/full", "w");
  const given = ["codegen/bin/tsmith.js", "select", "service", "model"];
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, stdio: ["ignore", full, "pipe"] });
  closeSync(full);
  expect([status, String(stderr).trimEnd()]).toEqual([
    1,
    "ERROR tool/file-system  Standard output cannot be written: the disk is full.",
  ]);
});

test.skipIf(process.platform === "win32")("tsmith says that standard input cannot be read, and fails", () => {
  const folder = openSync(root, "r");
  const given = ["codegen/bin/tsmith.js", "validate", "-"];
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, stdio: [folder, "pipe", "pipe"] });
  closeSync(folder);
  expect([status, String(stderr).trimEnd()]).toEqual([
    1,
    "ERROR tool/file-system  Standard input cannot be read: it is a folder.",
  ]);
});
