import { stringLiteral } from "../../emit/escape.js";
import type { Constraints } from "../../knowledge/constraints.js";
import { isStreaming, type Bounds } from "../../knowledge/traits.js";
import { isNodeNumber, type Node } from "../../shapes/node.js";
import type { RootShape, Shape } from "../../shapes/shape.js";
import { arrayLiteral, call, ifAny, indented } from "./code.js";
import { camel, type ValidatorContext } from "./context.js";
import { matcherOf } from "./matchers.js";

/** Where a value stands, as code: the path of its holder and its own key. */
export interface Place {
  readonly path: string;
  readonly key: string;
}

/** Values without members. `shape` has the constraints; `target` is the shape itself, or what the member targets. */
export interface SimpleValue {
  readonly shape: Shape;
  readonly target: RootShape;
  readonly constraints: Constraints;
}

/** Up to this many values are compared one by one, more are looked up. */
const fewValues = 6;

const integerBounds = {
  byte: [-128, 127],
  short: [-32768, 32767],
  integer: [-2147483648, 2147483647],
} as const;

/**
 * Conditions of which one holds when the value is refused, in the order in which they may be evaluated: each may rely on those
 * before it.
 */
export function refusals(context: ValidatorContext, value: SimpleValue, code: string): readonly string[] {
  const { shape, target, constraints } = value;
  switch (target.kind) {
    case "string":
      return stringRefusals(context, value, code);
    case "enum":
    case "intEnum":
      return enumRefusals(context, value, code);
    case "boolean":
      return [`typeof ${code} !== "boolean"`];
    case "byte":
    case "short":
    case "integer": {
      const [min, max] = integerBounds[target.kind];
      const range = numberRange(constraints);
      const low = Math.max(min, Math.ceil(range.min ?? min));
      const high = Math.min(max, Math.floor(range.max ?? max));
      return [`!${context.helper("isIntegerWithin")}(${code}, ${low}, ${high})`];
    }
    case "long":
      if (context.input.options.long === "bigint") {
        return [`!${context.helper("isInt64")}(${code})`, ...bigintBounds(constraints, code)];
      }
      return [longRefusal(context, constraints, code)];
    case "float":
    case "double":
      return [`typeof ${code} !== "number"`, ...floatBounds(constraints, code)];
    case "bigInteger":
      return [`typeof ${code} !== "bigint"`, ...bigintBounds(constraints, code)];
    case "bigDecimal":
      return [`!${context.helper("isDecimal")}(${code})`, ...decimalBounds(context, constraints, code)];
    case "timestamp":
      return [`!${context.helper("isTimestamp")}(${code})`];
    case "document":
      return [`!${context.helper("isDocument")}(${code})`];
    case "blob":
      if (isStreaming(context.model, shape)) return [`!${context.helper("isStream")}(${code})`];
      return [`!${context.helper("isBlob")}(${code})`, ...sizeRefusals(constraints.length, `${code}.length`)];
    default:
      throw new Error(`${target.id} is no simple shape`);
  }
}

/** Whether the value has a rule besides its type. */
export function isConstrained({ target, constraints }: SimpleValue): boolean {
  switch (target.kind) {
    case "string":
      return (
        constraints.length !== undefined || constraints.pattern !== undefined || constraints.enumeration !== undefined
      );
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "enum":
    case "intEnum":
      return true;
    case "blob":
      return constraints.length !== undefined;
    default:
      return constraints.range !== undefined;
  }
}

/** Statements that report everything that is wrong with a value. */
export function reports(context: ValidatorContext, value: SimpleValue, code: string, place: Place): readonly string[] {
  const { target } = value;
  const [wrongType = "", ...others] = typeRefusals(context, value, code);
  const at = [place.path, place.key];
  const type = call(context.helper("failType"), ["report", ...at, code, stringLiteral(target.kind)]);
  const rules = ruleReports(context, value, code, at);
  const conditions = [wrongType, ...others];
  if (rules.length === 0) return [ifAny(conditions, type)];
  const [only = ""] = rules;
  const head = `if (${conditions.join(" || ")}) {`;
  const body = [head, ...indented([type])];
  if (rules.length === 1 && only.startsWith("if (")) return [[...body, `} else ${only}`].join("\n")];
  return [[...body, "} else {", ...indented(rules), "}"].join("\n")];
}

/** The part of the refusals that is about the type alone. */
function typeRefusals(context: ValidatorContext, value: SimpleValue, code: string): readonly string[] {
  switch (value.target.kind) {
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
      return [`!Number.isInteger(${code})`];
    case "long":
      return context.input.options.long === "bigint"
        ? [`!${context.helper("isInt64")}(${code})`]
        : [`!Number.isInteger(${code})`];
    case "enum":
      return [`typeof ${code} !== "string"`];
    default:
      return refusals(context, value, code).slice(0, 1);
  }
}

function ruleReports(
  context: ValidatorContext,
  value: SimpleValue,
  code: string,
  at: readonly string[],
): readonly string[] {
  const { shape, target, constraints } = value;
  const fail = (name: Parameters<ValidatorContext["helper"]>[0], ...rest: readonly string[]): string =>
    call(context.helper(name), ["report", ...at, ...rest]);
  switch (target.kind) {
    case "string": {
      const lines: string[] = [];
      const { length, pattern, enumeration } = constraints;
      const matcher = matcherOf(context, value);
      if (length !== undefined) {
        const count = `${context.helper("scalarLength")}(${code})`;
        const rule = textLengthRefusal(context, length, code);
        if (rule !== undefined) lines.push(ifAny([rule], fail("failLength", count, ...boundsCode(length)), 4));
      }
      if (matcher !== undefined && pattern !== undefined) {
        const rule = ifAny([`!${matcher.code}.test(${code})`], fail("failPattern", stringLiteral(pattern)), 4);
        lines.push(matcher.needsLength ? `${lines.pop() ?? ""}\nelse ${rule}` : rule);
      }
      if (enumeration !== undefined) {
        const set = valueSet(context, value);
        lines.push(ifAny([`!${set}.has(${code})`], fail("failEnum", shownValues(context, value)), 4));
      }
      return lines;
    }
    case "enum":
    case "intEnum":
      return [ifAny(enumRefusals(context, value, code), fail("failEnum", shownValues(context, value)), 4)];
    case "byte":
    case "short":
    case "integer": {
      const [min, max] = integerBounds[target.kind];
      const within = `!${context.helper("isIntegerWithin")}(${code}, ${min}, ${max})`;
      const type = ifAny([within], fail("failRange", `"${min}"`, `"${max}"`), 4);
      const range = numberRange(constraints);
      if (constraints.range === undefined) return [type];
      const low = Math.ceil(range.min ?? -Infinity);
      const high = Math.floor(range.max ?? Infinity);
      const rule = `!${context.helper("isIntegerWithin")}(${code}, ${low}, ${high})`;
      const first = ifAny([rule], fail("failRange", ...rangeCode(constraints)), 4);
      return low >= min && high <= max ? [first] : [`${first}\nelse ${type}`];
    }
    case "long": {
      if (context.input.options.long === "bigint") return rangeReport(bigintBounds(constraints, code));
      const unsafe = ifAny([`!Number.isSafeInteger(${code})`], fail("failUnsafeInteger"), 4);
      if (constraints.range === undefined) return [unsafe];
      const rule = ifAny([longRefusal(context, constraints, code)], fail("failRange", ...rangeCode(constraints)), 4);
      return [`${unsafe}\nelse ${rule}`];
    }
    case "bigInteger":
      return rangeReport(bigintBounds(constraints, code));
    case "float":
    case "double":
      return rangeReport(floatBounds(constraints, code));
    case "bigDecimal":
      return rangeReport(decimalBounds(context, constraints, code));
    case "blob": {
      const rules = isStreaming(context.model, shape) ? [] : sizeRefusals(constraints.length, `${code}.length`);
      const length = constraints.length;
      if (length === undefined || rules.length === 0) return [];
      return [ifAny(rules, fail("failLength", `${code}.length`, ...boundsCode(length)), 4)];
    }
    default:
      return [];
  }

  function rangeReport(rules: readonly string[]): readonly string[] {
    return rules.length === 0 ? [] : [ifAny(rules, fail("failRange", ...rangeCode(constraints)), 4)];
  }
}

function stringRefusals(context: ValidatorContext, value: SimpleValue, code: string): readonly string[] {
  const { length, enumeration } = value.constraints;
  const rules = [`typeof ${code} !== "string"`];
  const wrongLength = length === undefined ? undefined : textLengthRefusal(context, length, code);
  if (wrongLength !== undefined) rules.push(wrongLength);
  if (enumeration !== undefined) rules.push(`!${valueSet(context, value)}.has(${code})`);
  const matcher = matcherOf(context, value);
  if (matcher !== undefined) rules.push(`!${matcher.code}.test(${code})`);
  return rules;
}

function textLengthRefusal(context: ValidatorContext, { min, max }: Bounds, code: string): string | undefined {
  if (max === undefined && (min ?? 0) <= 1) return min === 1 ? `${code} === ""` : undefined;
  const counted = `!${context.helper("textLengthWithin")}(${code}, ${min ?? 0}, ${max ?? "Infinity"})`;
  // Most texts are short enough to be let through without a call.
  return (min ?? 0) === 0 ? `(${code}.length > ${max} && ${counted})` : counted;
}

function enumRefusals(context: ValidatorContext, value: SimpleValue, code: string): readonly string[] {
  const values = value.constraints.enumeration?.values ?? [];
  if (values.length > fewValues) return [`!${valueSet(context, value)}.has(${code})`];
  return [values.map((known) => `${code} !== ${literal(known)}`).join(" && ")];
}

function valueSet(context: ValidatorContext, value: SimpleValue): string {
  const purpose = `values ${value.target.id}`;
  const known = context.hasLocal(purpose);
  const name = context.local(purpose, `${camel(context.index.nameOf(value.target.id))}Values`);
  if (!known) {
    const head = `const ${name}: ReadonlySet<unknown> = /* @__PURE__ */ new Set(`;
    const items = (value.constraints.enumeration?.values ?? []).map(literal);
    context.file.add(`${head}${arrayLiteral(items, head.length + 2)});`);
  }
  return name;
}

function shownValues(context: ValidatorContext, value: SimpleValue): string {
  const purpose = `shown ${value.target.id}`;
  const known = context.hasLocal(purpose);
  const name = context.local(purpose, `${camel(context.index.nameOf(value.target.id))}Shown`);
  if (!known) {
    const items = (value.constraints.enumeration?.shown ?? []).map(literal);
    const head = `const ${name} = `;
    context.file.add(`${head}${arrayLiteral(items, head.length + 10)} as const;`);
  }
  return name;
}

function literal(value: string | number): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** Conditions on a count: items, entries, bytes. */
export function sizeRefusals(bounds: Bounds | undefined, code: string): readonly string[] {
  const rules: string[] = [];
  if (bounds?.min !== undefined && bounds.min > 0) rules.push(`${code} < ${bounds.min}`);
  if (bounds?.max !== undefined) rules.push(`${code} > ${bounds.max}`);
  return rules;
}

export function boundsCode({ min, max }: Bounds): readonly string[] {
  return [min === undefined ? "undefined" : String(min), max === undefined ? "undefined" : String(max)];
}

function numberRange({ range }: Constraints): { readonly min: number | undefined; readonly max: number | undefined } {
  const number = (bound: Node | undefined): number | undefined =>
    isNodeNumber(bound) ? Number(bound.toString()) : undefined;
  return { min: number(range?.min), max: number(range?.max) };
}

/** The bounds as texts, for messages. */
function rangeCode({ range }: Constraints): readonly string[] {
  return [range?.min, range?.max].map((bound) => (isNodeNumber(bound) ? stringLiteral(bound.toString()) : "undefined"));
}

function longRefusal(context: ValidatorContext, constraints: Constraints, code: string): string {
  const { min, max } = numberRange(constraints);
  if (min === undefined && max === undefined) return `!Number.isSafeInteger(${code})`;
  const low = Math.max(Number.MIN_SAFE_INTEGER, Math.ceil(min ?? -Infinity));
  const high = Math.min(Number.MAX_SAFE_INTEGER, Math.floor(max ?? Infinity));
  return `!${context.helper("isIntegerWithin")}(${code}, ${low}, ${high})`;
}

/** NaN is neither less nor greater: it must be refused by what it is not. */
function floatBounds(constraints: Constraints, code: string): readonly string[] {
  const { min, max } = numberRange(constraints);
  return [
    ...(min === undefined ? [] : [`!(${code} >= ${min})`]),
    ...(max === undefined ? [] : [`!(${code} <= ${max})`]),
  ];
}

function bigintBounds({ range }: Constraints, code: string): readonly string[] {
  const bound = (node: Node | undefined, operator: string): readonly string[] => {
    if (!isNodeNumber(node)) return [];
    const text = node.toString();
    return [`${code} ${operator} ${/^-?\d+$/.test(text) ? `${text}n` : Number(text)}`];
  };
  return [...bound(range?.min, "<"), ...bound(range?.max, ">")];
}

function decimalBounds(context: ValidatorContext, { range }: Constraints, code: string): readonly string[] {
  const bound = (node: Node | undefined, operator: string): readonly string[] =>
    isNodeNumber(node)
      ? [`${context.helper("compareDecimals")}(${code}, ${stringLiteral(node.toString())}) ${operator} 0`]
      : [];
  return [...bound(range?.min, "<"), ...bound(range?.max, ">")];
}
