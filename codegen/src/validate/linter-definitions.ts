import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { selectorIn } from "../selector/model-selectors.js";
import type { Model } from "../shapes/model.js";
import { createNodeObject, isNodeArray, isNodeObject, nodeKind, type NodeObject } from "../shapes/node.js";
import { MemberReader } from "../knowledge/member-reader.js";
import { metadataProblem } from "../knowledge/metadata-problem.js";

/** One entry of `metadata validators`: which linter to run, and what to make of its findings ("Validators"). */
export interface LinterDefinition {
  readonly name: string;
  /** The event ID of its findings; by default the name. */
  readonly id: string;
  /** The message of its findings, with `{super}` where the linter's own belongs. */
  readonly message: string | undefined;
  readonly severity: Severity | undefined;
  /** Findings on shapes of other namespaces are dropped. Empty: none are. */
  readonly namespaces: readonly string[];
  /** Findings on other shapes than those that it matches are dropped. */
  readonly selector: string | undefined;
  readonly configuration: NodeObject;
}

/** The linters that a model turns on, and what is wrong with how it does. */
export interface LinterDefinitions {
  readonly definitions: readonly LinterDefinition[];
  readonly problems: readonly Diagnostic[];
}

/** Reads the metadata key `validators`. Entries that are not understood are left out. */
export function readLinterDefinitions(model: Model): LinterDefinitions {
  const list = model.metadata["validators"];
  if (list === undefined) return { definitions: [], problems: [] };
  const problems: Diagnostic[] = [];
  const report = (message: string): void => {
    problems.push(metadataProblem(model, "validators", message));
  };
  const definitions: LinterDefinition[] = [];
  if (!isNodeArray(list)) report(`validators must be an array. Found ${nodeKind(list)}.`);
  for (const node of isNodeArray(list) ? list : []) {
    if (!isNodeObject(node)) {
      report(`Each element of \`validators\` must be an object. Found ${nodeKind(node)}.`);
      continue;
    }
    const reader = new MemberReader(node);
    const definition = readDefinition(model, reader);
    if (reader.problem === undefined) definitions.push(definition);
    else report(reader.problem);
  }
  return { definitions, problems };
}

function readDefinition(model: Model, reader: MemberReader): LinterDefinition {
  const name = reader.requiredText("name");
  const id = reader.text("id") ?? name;
  const message = reader.text("message");
  const severity = reader.oneOf(reader.text("severity"), ["DANGER", "WARNING", "NOTE"]);
  const namespaces = reader.texts("namespaces");
  const configuration = reader.object("configuration") ?? createNodeObject();
  const selector = reader.text("selector");
  const problem = selector === undefined ? undefined : selectorIn(model, selector).problem;
  if (problem !== undefined) reader.report(problem.message);
  return { name, id, message, severity, namespaces, selector, configuration };
}
