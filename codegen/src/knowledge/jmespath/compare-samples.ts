import type { Comparator } from "@tsmith/runtime/jmespath";
import { booleanOf, booleanSample, type ObjectSample, nullSample, type Sample } from "./sample.js";

/** How many values inside of two samples are compared before they count as different. */
const maximumComparisons = 10_000;

/** The result of a comparison; null where the types have no such comparison. Anything may be compared with what is unknown. */
export function compareSamples(comparator: Comparator, left: Sample, right: Sample): Sample {
  if (left.type === "any") return booleanOf(true);
  if (left.type !== right.type) return booleanSample;
  if (left.type === "number" && right.type === "number") {
    return booleanOf(compareNumbers(comparator, left.value - right.value));
  }
  if (left.type === "expression" || (comparator !== "==" && comparator !== "!=")) return nullSample;
  let budget = maximumComparisons;
  const equal = equalSamples(left, right, () => (budget -= 1) > 0);
  return booleanOf(equal === (comparator === "=="));
}

function compareNumbers(comparator: Comparator, difference: number): boolean {
  switch (comparator) {
    case "==":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
  }
}

function equalSamples(left: Sample, right: Sample, mayGoOn: () => boolean): boolean {
  if (left === right) return true;
  if (left.type !== right.type || !mayGoOn()) return false;
  if (left.type === "array" && right.type === "array") {
    const others = right.items();
    const items = left.items();
    return (
      items.length === others.length &&
      items.every((item, index) => equalSamples(item, others[index] as Sample, mayGoOn))
    );
  }
  if (left.type === "object" && right.type === "object") return equalObjects(left, right, mayGoOn);
  return "value" in left && "value" in right ? left.value === right.value : true;
}

function equalObjects(left: ObjectSample, right: ObjectSample, mayGoOn: () => boolean): boolean {
  if (left.names.length !== right.names.length) return false;
  return left.names.every((name) => {
    const [field, other] = [left.field(name), right.field(name)];
    return field !== undefined && other !== undefined && equalSamples(field, other, mayGoOn);
  });
}
