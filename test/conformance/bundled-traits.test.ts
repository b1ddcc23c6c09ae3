import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundledNamespaces, bundledShapes } from "../../codegen/src/loader/bundled.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";

describe.skipIf(!hasSharedData())("bundled traits", () => {
  if (!hasSharedData()) return;
  const shapes = bundledShapes(bundledNamespaces);
  const rows = readFileSync(sharedData("smithy/traits.tsv"), "utf8").trim().split("\n");
  const listed = rows.filter((row) => !row.startsWith("total")).map((row) => row.split("\t"));

  it.each(listed.map(([namespace = "", , names = ""]) => [namespace, names.split(" ")] as const))(
    "has every trait of %s",
    (namespace, names) => {
      const ids = names.map((name) => `${namespace}#${name}`);
      expect(ids.filter((id) => shapes.get(id)?.traits.has("smithy.api#trait") !== true)).toEqual([]);
    },
  );
});
