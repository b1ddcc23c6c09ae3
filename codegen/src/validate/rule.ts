import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../shapes/model.js";
import type { NodeObject } from "../shapes/node.js";

/** What a rule may know beside the model. */
export interface RuleContext {
  /** The modules whose rules run, by the names that Smithy publishes them under. */
  readonly modules: ReadonlySet<string>;
}

/** One validation rule: what it finds in a model. Its file is named for it. Without a context every module counts as there. */
export type Rule = (model: Model, context?: RuleContext) => Iterable<Diagnostic>;

/** What makes a rule of its configuration in `metadata validators` ("Validators"). */
export type Linter = (configuration: NodeObject) => ConfiguredLinter;

/** A rule, or why the configuration makes none, in Smithy's words. */
export type ConfiguredLinter = { readonly rule: Rule } | { readonly problem: string };

/** The rules that belong to one group of traits. */
export interface RuleModule {
  /** The name that Smithy publishes the group under, such as `smithy-aws-traits`. */
  readonly name: string;
  /** The namespaces of its traits: without one of them in the model there is nothing to check. Empty: always checked. */
  readonly namespaces: readonly string[];
  readonly rules: readonly Rule[];
  /** By the name that `metadata validators` calls them. */
  readonly linters?: ReadonlyMap<string, Linter> | undefined;
}
