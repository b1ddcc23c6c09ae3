import { CommandError, exitCodes, usageError } from "./command-error.js";
import { invalidChoice, similarWords } from "./similar.js";

/** How an option reads what follows it. */
export interface OptionRule {
  /** `one` value; `list`: every value up to the next option; `optional`: one value or none; `flag`: none. */
  readonly takes: "one" | "list" | "optional" | "flag";
  readonly choices?: readonly string[] | undefined;
  /** What the value must look like: a whole or any number. */
  readonly number?: "int" | "float" | undefined;
  /** May be repeated by its opposite: `--no-x` clears `--x`. The name under which the value is kept. */
  readonly sets?: { readonly name: string; readonly value: boolean } | undefined;
}

/** Options by name, without the dashes. */
export type OptionRules = ReadonlyMap<string, OptionRule>;

export type OptionValue = string | readonly string[] | boolean;

export interface ParsedArguments {
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly positionals: readonly string[];
  /** What no rule knows, in the order of the AWS CLI's complaint. */
  readonly unknown: readonly string[];
}

const numberPattern = /^-\d+$|^-\d*\.\d+$/;

/**
 * Splits arguments into options, positionals and what is unknown. A name may be cut short where it stays unique;
 * `--name=value` and `--name value` mean the same; what follows `--` is no option.
 *
 * @throws CommandError for an ambiguous name, a missing or superfluous value, a wrong choice and a wrong number.
 */
export function parseArguments(program: string, rules: OptionRules, args: readonly string[]): ParsedArguments {
  const end = args.indexOf("--");
  const optionNames = args.map((arg, index) => (end >= 0 && index >= end ? undefined : optionOf(program, rules, arg)));
  const options = new Map<string, OptionValue>();
  const positionals: string[] = [];
  const unknown: string[] = [];
  let index = 0;
  while (index < args.length) {
    const arg = args[index] ?? "";
    const option = optionNames[index];
    index += 1;
    if (option === undefined) {
      if (index - 1 !== end) positionals.push(arg);
      continue;
    }
    const rule = rules.get(option.name);
    if (rule === undefined) {
      unknown.push(arg);
      continue;
    }
    const values = option.value === undefined ? [] : [option.value];
    if (option.value === undefined) {
      const most = rule.takes === "list" ? Number.POSITIVE_INFINITY : rule.takes === "flag" ? 0 : 1;
      while (values.length < most && index < args.length && optionNames[index] === undefined && index !== end) {
        values.push(args[index] ?? "");
        index += 1;
      }
    }
    take(program, option.name, rule, values, options);
  }
  return { options, positionals, unknown };
}

function take(
  program: string,
  name: string,
  rule: OptionRule,
  values: readonly string[],
  options: Map<string, OptionValue>,
): void {
  const first = values[0];
  if (rule.takes === "flag") {
    if (first !== undefined) throw usageError(program, `argument --${name}: ignored explicit argument '${first}'`);
    options.set(rule.sets?.name ?? name, rule.sets?.value ?? true);
    return;
  }
  if (rule.takes === "one" && first === undefined) {
    throw usageError(program, `argument --${name}: expected one argument`);
  }
  if (first !== undefined && rule.choices !== undefined && !rule.choices.includes(first)) {
    throw usageError(program, `argument --${name}: ${invalidChoice(first, rule.choices)}`);
  }
  if (first !== undefined && rule.number !== undefined && !isNumber(first, rule.number)) {
    throw usageError(program, `argument --${name}: invalid ${rule.number} value: '${first}'`);
  }
  options.set(name, rule.takes === "list" ? values : (first ?? true));
}

function isNumber(text: string, kind: "int" | "float"): boolean {
  const trimmed = text.trim();
  if (kind === "int") return /^[-+]?\d+(?:_\d+)*$/.test(trimmed);
  return /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf|infinity|nan)$/i.test(trimmed);
}

function optionOf(
  program: string,
  rules: OptionRules,
  arg: string,
): { readonly name: string; readonly value: string | undefined } | undefined {
  if (!arg.startsWith("-") || arg === "-") return undefined;
  if (arg.startsWith("--")) {
    const sign = arg.indexOf("=");
    const written = sign < 0 ? arg.slice(2) : arg.slice(2, sign);
    const value = sign < 0 ? undefined : arg.slice(sign + 1);
    if (rules.has(written)) return { name: written, value };
    const names = [...rules.keys()].filter((name) => written !== "" && name.startsWith(written));
    if (names.length > 1) {
      const found = names.map((name) => `--${name}`).join(", ");
      throw usageError(program, `ambiguous option: ${arg} could match ${found}`);
    }
    if (names[0] !== undefined) return { name: names[0], value };
  } else if (numberPattern.test(arg)) {
    return undefined;
  }
  return arg.includes(" ") ? undefined : { name: arg, value: undefined };
}

/** The complaint about arguments that nothing takes, with what was probably meant. */
export function unknownOptions(rules: OptionRules, unknown: readonly string[]): CommandError {
  const lines = [`Unknown options: ${unknown.join(", ")}`];
  for (const option of unknown) {
    const sign = option.indexOf("=");
    const similar = option.startsWith("--")
      ? similarWords(
          sign < 0 ? option : option.slice(0, sign),
          [...rules.keys()].map((name) => `--${name}`),
        )
      : [];
    if (similar.length > 0) lines.push("", `Unknown option: '${option}', maybe you meant:`, "");
    lines.push(...similar.map((name) => `  * ${name}`));
  }
  return new CommandError(lines.join("\n"), exitCodes.usage, true);
}
