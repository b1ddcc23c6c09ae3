import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createSource } from "../../codegen/src/source/source.js";
import type { TestModel } from "./main.js";

/** The models of a corpus: `<name>/<name>.ast.json`; only the named ones where names are given. */
export function modelsOfFolder(folder: string): readonly TestModel[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name, `${name}.ast.json`);
    return existsSync(path) ? [{ name, sources: [createSource(`${name}.ast.json`, readFileSync(path, "utf8"))] }] : [];
  });
}

/** The model of an unpacked jar: the files that its manifest lists. */
export function modelOfArchive(folder: string): TestModel {
  const base = join(folder, "META-INF/smithy");
  const names = readFileSync(join(base, "manifest"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const sources = names.map((name) => createSource(name, readFileSync(join(base, name), "utf8")));
  return { name: basename(folder), sources };
}
