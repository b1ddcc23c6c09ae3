import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "./make-folder.js";

const folder = mkdtempSync(join(tmpdir(), "tsmith-folder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("makes the folders on the way, and lets be what is there", () => {
  const deep = join(folder, "a/b/c");
  makeFolder(deep);
  makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test("refuses a place that a file has, or that is below one", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => makeFolder(file)).toThrow("EEXIST");
  expect(() => makeFolder(join(file, "below"))).toThrow("ENOTDIR");
});

test.skipIf(!existsSync("/proc/self"))("comes back where a folder takes no other", () => {
  expect(() => makeFolder("/proc/tsmith/below")).toThrow("ENOENT");
});
