import {
  type Compiling,
  compileExpression,
  compileLiteral,
  type Evaluation,
  type Frame,
} from "./compile-expression.js";
import { describeRule } from "./describe.js";
import { expectString } from "./expect-value.js";
import { awsPartitions, type Partitions } from "./partitions.js";
import {
  type Condition,
  type DecisionDiagram,
  type EndpointTemplate,
  isNodeReference,
  type Parameter,
  type Rule,
  resultOffset,
  type RuleSet,
} from "./syntax.js";
import { EvaluationFault, type RuleRecord, type RuleValue } from "./value.js";

/** What rules decide: an endpoint, or why there is none. */
export type EndpointResult =
  | ResolvedEndpoint
  /** The rules refuse the parameters. */
  | { readonly kind: "error"; readonly message: string }
  /** The rules cannot be evaluated: no rule applies, or a parameter has another type than the rules expect. */
  | { readonly kind: "fault"; readonly message: string };

/** An endpoint with every template filled in ("Endpoint object"). */
export interface ResolvedEndpoint {
  readonly kind: "endpoint";
  /** As the rules build it: nobody has checked that it is one. */
  readonly url: string;
  /** Every header with its values, in the order of the rules. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** `authSchemes` among others. */
  readonly properties: RuleRecord;
}

/**
 * Decides for the values of parameters, by their names in the rules. Where a parameter is missing, its default counts; `undefined` or `null`
 * given is empty, and no default then. Names that the rules do not declare are passed over. Never throws for what rules cannot work with: the
 * result is a fault.
 */
export type EndpointResolver = (parameters: Readonly<Record<string, RuleValue>>) => EndpointResult;

/** What rules ask for beside their parameters. */
export interface CompileOptions {
  /** By default AWS's public ones. */
  readonly partitions?: Partitions | undefined;
}

type RuleEvaluation = (frame: Frame) => EndpointResult | undefined;

/** Hands out the indexes of names. Rules apart from each other use the same ones: a name is always set before it is read. */
class FrameLayout {
  /** How many indexes are used at once. */
  most = 0;
  private readonly indexes = new Map<string, number>();
  /** Every name that means something now, with what it meant before. */
  private readonly declared: (readonly [string, number | undefined])[] = [];

  find(name: string): number | undefined {
    return this.indexes.get(name);
  }

  declare(name: string): number {
    const index = this.declared.length;
    this.declared.push([name, this.indexes.get(name)]);
    this.most = Math.max(this.most, this.declared.length);
    this.indexes.set(name, index);
    return index;
  }

  /** Runs a step whose names mean nothing after it. */
  within<Result>(step: () => Result): Result {
    const before = this.declared.length;
    const result = step();
    for (const [name, index] of this.declared.splice(before).toReversed()) {
      if (index === undefined) this.indexes.delete(name);
      else this.indexes.set(name, index);
    }
    return result;
  }
}

interface CompilingRules extends Compiling {
  readonly names: FrameLayout;
}

/**
 * Makes a rule set ready for use: once, however often it is called after ("Rules engine specification", "Rules engine": the first rule that
 * matches decides).
 *
 * @param ruleSet - from `loadRuleSet`; one that `checkRuleSet` finds nothing in gives no fault but for parameters of wrong types, and
 * where no rule matches
 */
export function compileRuleSet(ruleSet: RuleSet, options: CompileOptions = {}): EndpointResolver {
  const { parameters, rules } = ruleSet;
  const compiling = startCompiling(parameters, options);
  const evaluations = rules.map((rule) => compileRule(rule, compiling));
  return createResolver(parameters, compiling, (frame) => {
    for (const evaluate of evaluations) {
      const result = evaluate(frame);
      if (result !== undefined) return result;
    }
    throw new EvaluationFault("No rules in ruleset matched");
  });
}

/**
 * {@link compileRuleSet} for a decision diagram ("BDD evaluation").
 *
 * @param diagram - from `loadDecisionDiagram`; references that lead out of it or in a circle end in a fault
 */
export function compileDecisionDiagram(diagram: DecisionDiagram, options: CompileOptions = {}): EndpointResolver {
  const { parameters, conditions, nodes, root } = diagram;
  const compiling = startCompiling(parameters, options);
  const tests = conditions.map((condition) => compileCondition(condition, compiling));
  const noMatch: RuleEvaluation = () => undefined;
  const results = [noMatch, ...diagram.results.map((rule) => compileRule(rule, compiling))];
  const most = nodes.length / 3;
  return createResolver(parameters, compiling, (frame) => {
    let reference = root;
    // No way through a sound diagram meets a node twice.
    for (let step = 0; step <= most && isNodeReference(reference); step += 1) {
      const base = (Math.abs(reference) - 1) * 3;
      const holds = itemOf(tests, itemOf(nodes, base))(frame);
      reference = itemOf(nodes, base + (holds === reference > 0 ? 1 : 2));
    }
    if (reference < resultOffset) throw new EvaluationFault("No BDD result matched");
    const result = itemOf(results, reference - resultOffset)(frame);
    if (result === undefined) throw new EvaluationFault("Invalid BDD rule result: NO_MATCH");
    return result;
  });
}

/** What stands at an index of a diagram, whose references nobody may have checked. */
function itemOf<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index];
  if (item !== undefined) return item;
  throw new EvaluationFault(`Index ${index} out of bounds for length ${items.length}`);
}

function startCompiling(parameters: readonly Parameter[], options: CompileOptions): CompilingRules {
  const names = new FrameLayout();
  for (const { name } of parameters) names.declare(name);
  return { names, partitions: options.partitions ?? awsPartitions };
}

function createResolver(
  parameters: readonly Parameter[],
  { names }: CompilingRules,
  evaluate: (frame: Frame) => EndpointResult,
): EndpointResolver {
  const initial: readonly RuleValue[] = Array.from({ length: names.most }, (_, index) => parameters[index]?.default);
  const parameterNames = parameters.map(({ name }) => name);
  return (values) => {
    const frame: Frame = initial.slice();
    for (const [index, name] of parameterNames.entries()) {
      if (Object.hasOwn(values, name)) frame[index] = values[name] ?? undefined;
    }
    try {
      return evaluate(frame);
    } catch (error) {
      if (error instanceof EvaluationFault) return { kind: "fault", message: error.message };
      throw error;
    }
  };
}

function compileRule(rule: Rule, compiling: CompilingRules): RuleEvaluation {
  return compiling.names.within(() => {
    const tests = rule.conditions.map((condition) => compileCondition(condition, compiling));
    const evaluate = compileResult(rule, compiling);
    return (frame: Frame) => {
      for (const test of tests) {
        if (!test(frame)) return undefined;
      }
      return evaluate(frame);
    };
  });
}

/** Whether a condition holds: it has a value, and the value is not false. */
function compileCondition({ call, assign }: Condition, compiling: CompilingRules): (frame: Frame) => boolean {
  const evaluate = compileExpression(call, compiling);
  if (assign === undefined) {
    return (frame) => {
      const value = evaluate(frame);
      return value !== undefined && value !== false;
    };
  }
  const index = compiling.names.declare(assign.name);
  return (frame) => {
    const value = evaluate(frame);
    frame[index] = value;
    return value !== undefined && value !== false;
  };
}

function compileResult(rule: Rule, compiling: CompilingRules): RuleEvaluation {
  switch (rule.kind) {
    case "endpoint":
      return compileEndpoint(rule.endpoint, compiling);
    case "error": {
      const evaluate = compileExpression(rule.error, compiling);
      return (frame) => ({ kind: "error", message: expectString(evaluate(frame)) });
    }
    case "tree": {
      const nested = rule.rules.map((inner) => compileRule(inner, compiling));
      return (frame) => {
        for (const evaluate of nested) {
          const result = evaluate(frame);
          if (result !== undefined) return result;
        }
        throw new EvaluationFault(`no rules inside of tree rule matched—invalid rules (${describeRule(rule)})`);
      };
    }
  }
}

function compileEndpoint({ url, headers, properties }: EndpointTemplate, compiling: Compiling): RuleEvaluation {
  const urlText = compileExpression(url, compiling);
  const propertyEntries = [...properties].map(([name, value]) => [name, compileLiteral(value, compiling)] as const);
  const headerEntries = [...headers].map(
    ([name, values]) => [name, values.map((value) => compileExpression(value, compiling))] as const,
  );
  return (frame) => ({
    kind: "endpoint",
    url: expectString(urlText(frame)),
    properties: Object.fromEntries(propertyEntries.map(([name, evaluate]) => [name, evaluate(frame)])),
    headers: Object.fromEntries(headerEntries.map(([name, values]) => [name, evaluateTexts(values, frame)])),
  });
}

function evaluateTexts(values: readonly Evaluation[], frame: Frame): readonly string[] {
  return values.map((evaluate) => expectString(evaluate(frame)));
}
