import {
  checkDecisionDiagram,
  checkRuleSet,
  compileDecisionDiagram,
  compileRuleSet,
  coreFunctions,
  type DecisionDiagram,
  type EndpointResolver,
  loadDecisionDiagram,
  loadRuleSet,
  type Parameter,
  type RuleProblem,
  type Rule,
  type RuleSet,
  type RulesVersion,
} from "@tsmith/runtime/endpoints";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";

/** The endpoint rules that one trait of a service holds, sound in themselves ("Rules engine specification"). */
export interface EndpointRules {
  readonly trait: AppliedTrait;
  readonly version: RulesVersion;
  readonly parameters: readonly Parameter[];
  /** The rules at the top of a rule set, or the results of a decision diagram. */
  readonly rules: readonly Rule[];
  /** Only in the form of a decision diagram. */
  readonly diagram: DecisionDiagram | undefined;
  /** Decides for given parameters. Compiled at the first call. */
  readonly resolve: EndpointResolver;
}

/** What was made of one trait: rules, or why none. */
export interface LoadedRules {
  readonly trait: AppliedTrait;
  readonly rules: EndpointRules | undefined;
  readonly problems: readonly RuleProblem[];
}

const ruleSetTrait = "smithy.rules#endpointRuleSet";
const diagramTrait = "smithy.rules#endpointBdd";

type Cache = WeakMap<AppliedTrait, LoadedRules>;
const withAllFunctions: Cache = new WeakMap();
const withCoreFunctions: Cache = new WeakMap();

/**
 * What the rules in a trait are; read, checked and compiled once.
 *
 * @param hasAws - false when rules may call only functions of the language itself, none of AWS's
 */
export function loadEndpointTrait(trait: AppliedTrait, hasAws: boolean): LoadedRules {
  const cache = hasAws ? withAllFunctions : withCoreFunctions;
  let loaded = cache.get(trait);
  if (loaded === undefined) {
    const options = hasAws ? {} : { functions: coreFunctions };
    loaded =
      trait.id === diagramTrait
        ? describeDiagram(trait, loadDecisionDiagram(trait.value, options))
        : describeRuleSet(trait, loadRuleSet(trait.value, options));
    cache.set(trait, loaded);
  }
  return loaded;
}

/** The traits of a service that hold endpoint rules: rule set, decision diagram. */
export function endpointTraits({ traits }: Shape): readonly AppliedTrait[] {
  return [traits.get(ruleSetTrait), traits.get(diagramTrait)].filter((trait) => trait !== undefined);
}

/** The sound rules of a service, that of a rule set first. */
export function endpointRules(service: Shape, hasAws: boolean): readonly EndpointRules[] {
  return endpointTraits(service).flatMap((trait) => loadEndpointTrait(trait, hasAws).rules ?? []);
}

interface LoadedForm<Form> {
  readonly rules: Form | undefined;
  readonly problems: readonly RuleProblem[];
}

function describeRuleSet(trait: AppliedTrait, loaded: LoadedForm<RuleSet>): LoadedRules {
  const { rules: ruleSet } = loaded;
  if (ruleSet === undefined) return { trait, rules: undefined, problems: loaded.problems };
  const problems = checkRuleSet(ruleSet);
  if (problems.length > 0) return { trait, rules: undefined, problems };
  const resolve = lazily(() => compileRuleSet(ruleSet));
  const { version, parameters, rules } = ruleSet;
  return { trait, rules: { trait, version, parameters, rules, diagram: undefined, resolve }, problems };
}

function describeDiagram(trait: AppliedTrait, loaded: LoadedForm<DecisionDiagram>): LoadedRules {
  const { rules: diagram } = loaded;
  if (diagram === undefined) return { trait, rules: undefined, problems: loaded.problems };
  const problems = checkDecisionDiagram(diagram);
  if (problems.length > 0) return { trait, rules: undefined, problems };
  const resolve = lazily(() => compileDecisionDiagram(diagram));
  const { version, parameters, results } = diagram;
  return { trait, rules: { trait, version, parameters, rules: results, diagram, resolve }, problems };
}

function lazily(compile: () => EndpointResolver): EndpointResolver {
  let compiled: EndpointResolver | undefined;
  return (parameters) => (compiled ??= compile())(parameters);
}

/** Every rule, those of trees after the tree itself. */
export function* eachRule(rules: readonly Rule[]): Iterable<Rule> {
  for (const rule of rules) {
    yield rule;
    if (rule.kind === "tree") yield* eachRule(rule.rules);
  }
}
