import { loadModel } from "../../loader/load-model.js";
import type { Model } from "../../shapes/model.js";
import { createSource } from "../../source/source.js";
import { diffModels } from "../diff-models.js";

/** What a change of a model of the namespace `a` amounts to: `ERROR Code shape: message`. Both models must load. */
export function changesBetween(before: string, after: string): readonly string[] {
  return diffModels(load(before), load(after)).map(
    ({ severity, code, shape = "-", message }) => `${severity} ${code} ${shape}: ${message}`,
  );
}

function load(text: string): Model {
  // Metadata stands before the namespace.
  const [, metadata = "", shapes = ""] = /^((?:metadata .*\n)*)([^]*)$/.exec(text) ?? [];
  const { model, diagnostics } = loadModel([
    createSource("model.smithy", `$version: "2"\n${metadata}namespace a\n${shapes}`),
  ]);
  const broken = diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);
  if (broken.length > 0) throw new Error(`The model does not load: ${broken.join("; ")}`);
  return model;
}
