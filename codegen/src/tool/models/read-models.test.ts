import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgramFolder, type ProgramFolder } from "../testing/program-folder.js";
import { readModels } from "./read-models.js";

const text = '$version: "2"\nnamespace a\n';
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

let folder: ProgramFolder;
beforeAll(() => {
  folder = createProgramFolder();
  folder.put("model/a.smithy", text);
  folder.put("model/deep/b.json", "{}");
  folder.put("model/notes.txt", "");
  folder.put("empty/notes.txt", "");
  folder.put("linked/a.smithy", text);
  symlinkSync("round.smithy", join(folder.path, "linked/round.smithy"));
  symlinkSync("nothing.smithy", join(folder.path, "linked/dangling.smithy"));
  folder.put("latin.smithy", Uint8Array.of(0xe9));
  folder.put("marked.smithy", `\ufeff${text}`);
  const manifest = "a.smithy\n\n# the rest\nmore/b.json\r\n";
  const inside = { "META-INF/smithy/manifest": bytes(manifest), "META-INF/smithy/a.smithy": bytes(text) };
  folder.put("whole.jar", zipSync({ ...inside, "META-INF/smithy/more/b.json": bytes("{}"), "x.class": bytes("x") }));
  folder.put("torn.zip", zipSync(inside));
  folder.put("other.zip", zipSync({ "a.smithy": bytes(text) }));
  folder.put("broken.jar", "no archive");
  folder.put("node_modules/@s/manifest/package.json", "{}");
  folder.put("node_modules/@s/manifest/META-INF/smithy/manifest", "m.smithy");
  folder.put("node_modules/@s/manifest/META-INF/smithy/m.smithy", text);
  folder.put("node_modules/configured/package.json", "{}");
  folder.put("node_modules/configured/smithy-build.json", '{"version": "1.0", "sources": ["smithy"]}');
  folder.put("node_modules/configured/smithy/c.smithy", text);
  folder.put("node_modules/plain/package.json", "{}");
  folder.put("node_modules/plain/model/p.smithy", text);
  folder.put("node_modules/nothing/package.json", "{}");
  folder.put("node_modules/nothing/smithy-build.json", "{");
});
afterAll(() => folder.remove());

function read(...paths: readonly string[]): ReturnType<typeof readModels> {
  return readModels(paths, { folder: folder.path, workingFolder: folder.path, readInput: () => text });
}

describe("readModels", () => {
  it.each([
    [["model/a.smithy"], ["model/a.smithy"]],
    [["model"], ["model/a.smithy", "model/deep/b.json"]],
    [
      ["model", "model/a.smithy"],
      ["model/a.smithy", "model/deep/b.json"],
    ],
    [["linked"], ["linked/a.smithy"]],
    [["model/**/*.json"], ["model/deep/b.json"]],
    [["model/{a,z}.smithy"], ["model/a.smithy"]],
    [
      ["-", "model/a.smithy", "-"],
      ["<stdin>", "model/a.smithy"],
    ],
    [["whole.jar"], ["whole.jar!/META-INF/smithy/a.smithy", "whole.jar!/META-INF/smithy/more/b.json"]],
    [["@s/manifest"], ["node_modules/@s/manifest/META-INF/smithy/m.smithy"]],
    [["configured"], ["node_modules/configured/smithy/c.smithy"]],
    [["plain"], ["node_modules/plain/model/p.smithy"]],
    [["plain/model/p.smithy"], ["node_modules/plain/model/p.smithy"]],
  ])("reads %j", (paths, names) => {
    const { sources, diagnostics } = read(...paths);
    expect(diagnostics).toEqual([]);
    expect(sources.map(({ name }) => name)).toEqual(names);
  });

  it("takes the byte order mark for what it is", () => {
    expect(read("marked.smithy").sources[0]?.text).toBe(text);
  });

  it.each([
    ["modle", "There is no model file or folder modle.", 'Did you mean "model"?'],
    ["model/b.smithy", "There is no model file or folder model/b.smithy.", 'Did you mean "a.smithy"?'],
    ["@s/none", "There is no model file or folder @s/none.", "A package has to be installed: npm install @s/none"],
    ["empty", "The folder empty has no model files: none ends in .smithy or .json.", undefined],
    ["model/*.xml", "No file matches model/*.xml.", undefined],
    ["latin.smithy", "latin.smithy is not UTF-8 text, as models are.", "Save it as UTF-8."],
    ["broken.jar", "broken.jar cannot be read as an archive: invalid zip data.", undefined],
    ["other.zip", "other.zip has no META-INF/smithy/manifest, which lists the models of an archive.", undefined],
    ["torn.zip", "torn.zip has no META-INF/smithy/more/b.json, which its manifest lists.", undefined],
    [
      "nothing",
      "The package nothing has no models: neither META-INF/smithy/manifest, nor a smithy-build.json with sources, nor a folder model.",
      undefined,
    ],
  ])("says why %s cannot be read", (path, message, suggestion) => {
    const found = read(path).diagnostics.map((entry) => [entry.message, entry.suggestion]);
    expect(found).toEqual([[message, suggestion]]);
  });
});
