import { stringLiteral } from "../../emit/escape.js";
import { runtimeValue } from "../../emit/symbol.js";
import { assessPattern, type PatternRisk } from "../../knowledge/pattern/assess-pattern.js";
import { compilePattern } from "../../knowledge/pattern/compile-pattern.js";
import { linearPattern } from "../../knowledge/pattern/linear-pattern.js";
import type { Shape } from "../../shapes/shape.js";
import { camel, pascal, type ValidatorContext } from "./context.js";
import type { SimpleValue } from "./simple-values.js";

/** How a pattern is matched. */
export interface PatternMatcher {
  /** The constant of the file that has `test`. */
  readonly code: string;
  /** Whether only the length that the model allows keeps matching quick: a text that is too long must not be tried. */
  readonly needsLength: boolean;
}

/** A pattern whose time grows with the square of the text does no harm on texts this short. */
const harmless = 256;
/** What is matched by backtracking for want of another way: texts longer than this do not match. */
const caps = { polynomial: 1000, exponential: 100 } as const;

/** The matcher of a value's pattern; undefined when it has none, or, with a diagnostic, when it is no regular expression. */
export function matcherOf(context: ValidatorContext, value: SimpleValue): PatternMatcher | undefined {
  const { pattern, length } = value.constraints;
  if (pattern === undefined) return undefined;
  const compiled = compilePattern(pattern);
  if (compiled.kind === "invalid") {
    reportInvalid(context, value, pattern, compiled.reason);
    return undefined;
  }
  // The printer would take these for the beginning of a comment.
  const source = compiled.source.replaceAll(/\\\/(?=[*/])/g, "\\x2f");
  // The compiler refuses literals with what only means something else without the flag, as `\p{L}`.
  const literal =
    compiled.flags.includes("u") || !/\\[pPu]\{/.test(source)
      ? `/${source}/${compiled.flags}`
      : `/* @__PURE__ */ new RegExp(${stringLiteral(source)}, ${stringLiteral(compiled.flags)})`;
  const risk = assessPattern(pattern);
  if (risk.kind === "linear") return matcher(context, value, `pattern ${pattern}`, literal, false);
  if (risk.kind === "polynomial" && risk.degree === 2 && (length?.max ?? Infinity) <= harmless) {
    return matcher(context, value, `pattern ${pattern}`, literal, true);
  }
  const linear = linearPattern(pattern);
  reportRisk(context, value, pattern, risk, linear !== undefined);
  if (linear !== undefined) {
    const call = `${context.file.use(runtimeValue("regex", "linearPattern"))}(${stringLiteral(linear)})`;
    return matcher(context, value, `linear ${pattern}`, `/* @__PURE__ */ ${call}`, false);
  }
  const call = `${context.file.use(runtimeValue("regex", "cappedPattern"))}(${literal}, ${caps[risk.kind]})`;
  return matcher(context, value, `capped ${pattern}`, `/* @__PURE__ */ ${call}`, false);
}

function matcher(
  context: ValidatorContext,
  value: SimpleValue,
  purpose: string,
  code: string,
  needsLength: boolean,
): PatternMatcher {
  const known = context.hasLocal(purpose);
  const name = context.local(purpose, `${camel(ownerName(context, value))}Pattern`);
  if (!known) context.file.add(`const ${name} = ${code};`);
  return { code: name, needsLength };
}

function ownerName(context: ValidatorContext, value: SimpleValue): string {
  const owner = ownerOf(value);
  if (owner.kind !== "member") return context.index.nameOf(owner.id);
  return context.index.nameOf(owner.container) + pascal(owner.name);
}

/** What the pattern stands on: the member itself, or its target. */
function ownerOf({ shape, target }: SimpleValue): Shape {
  return shape.traits.has("smithy.api#pattern") ? shape : target;
}

function reportInvalid(context: ValidatorContext, value: SimpleValue, pattern: string, reason: string): void {
  const shape = ownerOf(value);
  context.reportOnce(`invalid ${pattern}`, {
    code: "emit/pattern-not-ecma",
    severity: "WARNING",
    message: `The pattern ${JSON.stringify(pattern)} is no ECMA 262 regular expression (${reason}). It is not enforced.`,
    shape: shape.id,
    location: shape.location,
    suggestion: "Write it without what only other languages have, such as inline flags or possessive quantifiers.",
  });
}

function reportRisk(
  context: ValidatorContext,
  value: SimpleValue,
  pattern: string,
  risk: Exclude<PatternRisk, { kind: "linear" }>,
  isLinear: boolean,
): void {
  const shape = ownerOf(value);
  const growth =
    risk.kind === "exponential" ? "doubles with every few characters" : `grows with power ${risk.degree} of the length`;
  const way = isLinear
    ? "It is matched in linear time by re2js instead, which every bundle with this validator carries."
    : `Linear matchers cannot express it: texts of more than ${caps[risk.kind]} characters are refused.`;
  context.reportOnce(`risk ${pattern}`, {
    code: "emit/pattern-backtracks",
    severity: "WARNING",
    message: `The time to match the pattern ${JSON.stringify(pattern)} ${growth}, for example on ${risk.attack}. ${way}`,
    shape: shape.id,
    location: shape.location,
    suggestion: "Write it so that no text can be read in more than one way, and anchor it with ^.",
  });
}
