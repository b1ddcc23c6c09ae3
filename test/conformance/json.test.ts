import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "../../codegen/src/loader/json-text.js";
import { createSource } from "../../codegen/src/source/source.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

describe.skipIf(!hasSharedData())("JSONTestSuite", () => {
  if (!hasSharedData()) return;
  const folder = sharedData("JSONTestSuite/test_parsing/");
  const names = readdirSync(folder).filter((name) => /^[yni]_.*\.json$/.test(name));
  const texts = names.map((name): readonly [string, Buffer] => [name, readFileSync(folder + name)]);

  it.each(texts)("%s", (name, bytes) => {
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // What is no UTF-8 never becomes a source.
      expect(name).not.toMatch(/^y_/);
      return;
    }
    const { value, diagnostics } = parseJsonText(createSource(name, text));
    const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
    expect(errors.length > 0).toBe(value === undefined);
    if (name.startsWith("y_")) expect(errors).toEqual([]);
    if (name.startsWith("n_")) expect(errors).toHaveLength(1);
  });
});
