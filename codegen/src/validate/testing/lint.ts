import type { NodeObject } from "../../shapes/node.js";
import type { Linter } from "../rule.js";
import { findingsOf } from "./findings.js";

/**
 * What a linter finds in a model of the namespace `a`, as {@link findingsOf} writes it, without the prelude; or why its
 * configuration makes none.
 */
export function lint(linter: Linter, configuration: NodeObject, text: string): readonly string[] {
  const configured = linter(configuration);
  if ("problem" in configured) return [configured.problem];
  return findingsOf(configured.rule, text).filter((line) => !/^[A-Z]+ [\w.]+ smithy\.api#/.test(line));
}
