import { oncePerText } from "../../shapes/once-per-text.js";
import { buildAutomaton } from "./automaton.js";
import { sampleOf } from "./char-set.js";
import { compilePattern } from "./compile-pattern.js";
import { countSteps } from "./count-steps.js";
import { findPumps, type Pump } from "./find-pumps.js";
import { parsePattern } from "./parse-pattern.js";
import { isAnchored, someNode, type PatternNode } from "./pattern-tree.js";

/** How the time of a backtracking matcher grows with the text. */
export type PatternRisk =
  | { readonly kind: "linear" }
  | {
      readonly kind: "polynomial" | "exponential";
      /** The power of the text's length, for a polynomial. */
      readonly degree: number;
      /** A text that shows it, as a JavaScript expression: `"a".repeat(31) + "!"`. */
      readonly attack: string;
    };

const linear: PatternRisk = { kind: "linear" };

/** Assesses a `pattern` trait; one that does not compile is linear, for nothing will run it. */
export const assessPattern: (pattern: string) => PatternRisk = oncePerText(2_000, (pattern) => {
  const compiled = compilePattern(pattern);
  return compiled.kind === "invalid" ? linear : assess(pattern, compiled.flags);
});

function assess(text: string, flags: "u" | ""): PatternRisk {
  // Most patterns need no more than a look, for which the tables of Unicode need not be read.
  if (isObviouslyLinear(parsePattern(text, flags, { properties: false }))) return linear;
  const pattern = parsePattern(text, flags);
  const automaton = buildAutomaton(pattern);
  if (automaton === undefined) return linear;
  const suffixes = suffixesFor(pattern);
  let worst: PatternRisk = linear;
  for (const pump of findPumps(automaton)) {
    for (const suffix of suffixes) {
      const risk = measure(pattern, pump, suffix, flags);
      if (risk.kind === "exponential") return risk;
      if (risk.kind === "polynomial" && (worst.kind === "linear" || risk.degree > worst.degree)) worst = risk;
      if (risk.kind !== "linear") break;
    }
  }
  return worst;
}

/** One endless repetition of single characters, begun at one place only, cannot be read in two ways. */
function isObviouslyLinear(pattern: PatternNode): boolean {
  const loops = countLoops(pattern);
  if (loops.nested) return false;
  return loops.count === 0 || (loops.count === 1 && isAnchored(pattern));
}

function countLoops(pattern: PatternNode): { readonly count: number; readonly nested: boolean } {
  let count = 0;
  let nested = false;
  someNode(pattern, (node) => {
    if (node.kind === "repeat" && node.max > 1) {
      // Also a counted repetition of more than single characters may hold several ways to read a text.
      if (node.max === Infinity || node.item.kind !== "set") count += 1;
      if (node.item.kind !== "set" && someNode(node.item, ({ kind }) => kind === "repeat" || kind === "alternatives")) {
        nested = true;
      }
    }
    return false;
  });
  return { count, nested };
}

/** What hardly any pattern goes on with, so that the matcher has to try every other way; then what some part of it reads. */
function suffixesFor(pattern: PatternNode): readonly (readonly number[])[] {
  const read = new Set<number>();
  someNode(pattern, (node) => {
    const sample = node.kind === "set" ? sampleOf(node.set) : undefined;
    if (sample !== undefined) read.add(sample);
    return read.size >= 6;
  });
  return [[0x21], [0x00], [0x0a], [], [0x2603], ...[...read].map((sample) => [sample])];
}

const limit = 50_000;

/** Counts the steps for more and more repetitions. */
function measure(pattern: PatternNode, pump: Pump, suffix: readonly number[], flags: "u" | ""): PatternRisk {
  const stepsFor = (times: number): number => countSteps(pattern, attackOf(pump, times, suffix), limit);
  const few = stepsFor(6);
  const some = stepsFor(12);
  // Twice the text takes 2^degree times the steps of a polynomial; nobody writes one of degree 5 by accident.
  let growth = Math.log2(some / few);
  if (few >= limit || growth > (some >= limit ? 3.5 : 5)) {
    return { kind: "exponential", degree: Infinity, attack: expressionOf(pump, 31, suffix, flags) };
  }
  let last = some;
  for (const times of [24, 48, 96, 192]) {
    const steps = stepsFor(times);
    if (steps >= limit) break;
    growth = Math.log2(steps / last);
    last = steps;
  }
  if (growth < 1.6) return linear;
  return { kind: "polynomial", degree: Math.round(growth), attack: expressionOf(pump, 10_000, suffix, flags) };
}

function attackOf({ prefix, pump }: Pump, times: number, suffix: readonly number[]): readonly number[] {
  return [...prefix, ...Array.from({ length: times }, () => pump).flat(), ...suffix];
}

function expressionOf({ prefix, pump }: Pump, times: number, suffix: readonly number[], flags: "u" | ""): string {
  const text = (codePoints: readonly number[]): string =>
    JSON.stringify(
      codePoints.map((code) => (flags === "u" ? String.fromCodePoint(code) : String.fromCharCode(code))).join(""),
    );
  return [
    ...(prefix.length === 0 ? [] : [text(prefix)]),
    `${text(pump)}.repeat(${times})`,
    ...(suffix.length === 0 ? [] : [text(suffix)]),
  ].join(" + ");
}
