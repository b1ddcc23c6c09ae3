import { loadModel } from "../../loader/load-model.js";
import { createSource } from "../../source/source.js";
import type { Rule } from "../rule.js";

/** What a rule finds in a model of the namespace `a`: `ERROR Code shape: message`. The model must load. */
export function findingsOf(rule: Rule, text: string): readonly string[] {
  const { model, diagnostics } = loadModel([createSource("model.smithy", `$version: "2"\nnamespace a\n${text}`)]);
  const broken = diagnostics.filter(({ severity }) => severity === "ERROR").map(({ message }) => message);
  if (broken.length > 0) throw new Error(`The model does not load: ${broken.join("; ")}`);
  return [...rule(model)].map(({ severity, code, shape, message }) => `${severity} ${code} ${shape}: ${message}`);
}
