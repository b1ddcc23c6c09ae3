import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyChanges } from "./apply-changes.js";
import { compareFolder, type Changes } from "./changes.js";
import { contentHash, hashOf } from "./hash.js";
import { formatManifest, isSafePath, parseManifest, type ManifestEntry } from "./manifest.js";
import { isUntouched, readRecords } from "./package-folder.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

function compare(files: Files, force = false): Changes {
  const wanted = Object.entries(files).map(([path, text]) => ({
    path,
    planHash: hashOf(text),
    text,
    executable: path.startsWith("bin/"),
  }));
  return compareFolder(folder, readRecords(folder), wanted, force, (path) => path);
}

function entriesOf(files: Files): readonly ManifestEntry[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    planHash: hashOf(text),
    contentHash: contentHash(text),
  }));
}

function generate(files: Files, force = false): Changes {
  const result = compare(files, force);
  if (result.obstacles.length === 0) {
    expect(applyChanges(folder, result.changes, entriesOf(files), { build: "b", key: "k" })).toEqual([]);
  }
  return result;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every file below the folder, the generator's records aside. */
function onDisk(below = ""): Files {
  return Object.fromEntries(
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): [string, string][] => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (path === ".tsmith") return [];
      if (entry.isSymbolicLink()) return [[path, "a link"]];
      return entry.isDirectory() ? Object.entries(onDisk(path)) : [[path, readFileSync(join(folder, path), "utf8")]];
    }),
  );
}

const first: Files = { "src/a.ts": "a1\n", "src/deep/b.ts": "b1\n", "bin/run.js": "run\n" };
const second: Files = { "src/a.ts": "a2\n", "bin/run.js": "run\n", "src/c.ts": "c1\n" };

test("files are written, replaced and deleted as the plans change, and folders that this empties go", () => {
  generate(first);
  expect(onDisk()).toEqual(first);
  expect(statSync(join(folder, "bin/run.js")).mode & 0o111).toBe(0o111);
  const { changes, unchanged } = generate(second);
  expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
    ["src/a.ts", "a1\n", "a2\n"],
    ["src/c.ts", undefined, "c1\n"],
    ["src/deep/b.ts", "b1\n", undefined],
  ]);
  expect(unchanged).toEqual(["bin/run.js"]);
  expect(onDisk()).toEqual(second);
  expect(existsSync(join(folder, "src/deep"))).toBe(false);
  expect(readdirSync(join(folder, ".tsmith")).toSorted()).toEqual([".gitignore", "manifest", "run"]);
  expect(isUntouched(folder, readRecords(folder).manifest)).toBe(true);
});

test("a checkout with other line ends is no edit", () => {
  generate(first);
  put("src/a.ts", "a1\r\n");
  expect(compare(first)).toMatchObject({ changes: [], obstacles: [] });
  expect(generate(second).obstacles).toEqual([]);
});

describe("what is not the generator's stops it, and nothing is touched", () => {
  const cases: readonly { name: string; spoil: () => void; code: string; forced: boolean }[] = [
    {
      name: "an edited file",
      spoil: () => put("src/a.ts", "mine\n"),
      code: "generate/edited-file",
      forced: true,
    },
    {
      name: "an edited file that is no longer wanted",
      spoil: () => put("src/deep/b.ts", "mine\n"),
      code: "generate/edited-stale-file",
      forced: true,
    },
    {
      name: "a foreign file in the way",
      spoil: () => put("src/c.ts", "mine\n"),
      code: "generate/foreign-file",
      forced: true,
    },
    {
      name: "a folder in the way",
      spoil: () => put("src/c.ts/x", "mine\n"),
      code: "generate/not-a-file",
      forced: false,
    },
    {
      name: "a link in the way",
      spoil: () => {
        put("elsewhere", "mine\n");
        symlinkSync(join(folder, "elsewhere"), join(folder, "src/c.ts"));
      },
      code: "generate/symbolic-link",
      forced: false,
    },
    {
      name: "a folder that leads elsewhere",
      spoil: () => {
        rmSync(join(folder, "src"), { recursive: true });
        mkdirSync(join(folder, "elsewhere"));
        symlinkSync(join(folder, "elsewhere"), join(folder, "src"));
      },
      code: "generate/symbolic-link",
      forced: false,
    },
    {
      name: "a manifest with conflicts",
      spoil: () => put(".tsmith/manifest", "<<<<<<< ours\n"),
      code: "generate/unreadable-manifest",
      forced: true,
    },
  ];
  test.each(cases)("$name", ({ spoil, code, forced }) => {
    generate(first);
    spoil();
    const before = onDisk();
    const { obstacles } = generate(second);
    expect(obstacles.map((obstacle) => obstacle.code)).toContain(code);
    expect(onDisk()).toEqual(before);
    const again = generate(second, true);
    expect(again.obstacles.length === 0).toBe(forced);
    if (forced) expect(onDisk()).toMatchObject(second);
    else expect(onDisk()).toEqual(before);
  });
});

test("a foreign file with the very text that would be written is taken over", () => {
  put("src/a.ts", "a1\n");
  expect(generate(first).obstacles).toEqual([]);
  expect(generate(second).obstacles).toEqual([]);
  expect(onDisk()).toEqual(second);
});

test("a run that was interrupted half way is finished by the next", () => {
  generate(first);
  // As a process leaves it that dies between two renames: the note of what is to come, one file new, one still old.
  put(".tsmith/manifest.next", formatManifest(entriesOf(second)));
  put(".tsmith/next-999999999/0", "left over");
  put("src/a.ts", "a2\n");
  expect(generate(second).obstacles).toEqual([]);
  expect(onDisk()).toEqual(second);
  expect(readdirSync(join(folder, ".tsmith")).toSorted()).toEqual([".gitignore", "manifest", "run"]);
});

test("an interrupted run gives no right to what was edited since", () => {
  generate(first);
  put(".tsmith/manifest.next", formatManifest(entriesOf(second)));
  put("src/a.ts", "mine\n");
  expect(generate(second).obstacles).toMatchObject([{ code: "generate/edited-file" }]);
});

test("two processes do not write one package at once", () => {
  generate(first);
  mkdirSync(join(folder, `.tsmith/next-${process.ppid}`));
  const { changes } = compare(second);
  const failures = applyChanges(folder, changes, entriesOf(second), { build: "b", key: "k" });
  expect(failures).toMatchObject([{ code: "generate/busy" }]);
  expect(onDisk()).toEqual(first);
});

test("a manifest is one sorted line a file, and read back", () => {
  const entries = entriesOf(first);
  const text = formatManifest(entries);
  const lines = text.trimEnd().split("\n").slice(1);
  expect(lines.map((line) => line.slice(66))).toEqual(["bin/run.js", "src/a.ts", "src/deep/b.ts"]);
  expect(parseManifest(text.replaceAll("\n", "\r\n"))).toEqual(new Map(entries.map((entry) => [entry.path, entry])));
});

test.each(["../x", "/x", "a//b", "a/./b", "C:/x", "a\\b", ".tsmith/manifest", "a\nb", ""])(
  "a manifest cannot name %j",
  (path) => {
    expect(isSafePath(path)).toBe(false);
    const hash = hashOf("x");
    expect(parseManifest(`${hash} ${hash} ${path}\n`)?.has(path) ?? false).toBe(false);
  },
);
