import { modelIndex } from "../shapes/model-index.js";
import { oncePerKey } from "../shapes/once-per-model.js";
import type { Model } from "../shapes/model.js";
import type { OperationShape, RootShape } from "../shapes/shape.js";
import { nameOf, type ShapeId } from "../shapes/shape-id.js";
import { compareIds } from "./idl-order.js";

/** Which inputs and outputs stand inside of their operations (Smithy 2.0, "Inline input / output shapes"). */
export interface InlineOptions {
  /** What follows an operation's name in that of its input; `Input` by default. */
  readonly inlineInputSuffix?: string | undefined;
  /** As for the input; `Output` by default. */
  readonly inlineOutputSuffix?: string | undefined;
  /** Takes the suffixes that most operations of a file have. */
  readonly inferInlineIoSuffixes?: boolean | undefined;
  /** Writes structures inline also when they are no input or output by trait, and infers the suffixes. */
  readonly coerceInlineIo?: boolean | undefined;
}

/** What follows the name of an operation in those of the structures that are written inside of it. */
export interface Suffixes {
  readonly input: string;
  readonly output: string;
}

/** The suffixes that a file need not name ("operationInputSuffix", "operationOutputSuffix"). */
export const defaultSuffixes: Suffixes = { input: "Input", output: "Output" };

const sides = ["input", "output"] as const;

/** The suffixes that the operations of one file go by. */
export function suffixesOf(shapes: readonly RootShape[], options: InlineOptions): Suffixes {
  const chosen: Suffixes = {
    input: options.inlineInputSuffix ?? defaultSuffixes.input,
    output: options.inlineOutputSuffix ?? defaultSuffixes.output,
  };
  if (options.inferInlineIoSuffixes !== true && options.coerceInlineIo !== true) return chosen;
  const ids = new Set(shapes.map(({ id }) => id));
  const operations = shapes.filter(isOperation).toSorted((left, right) => compareIds(left.id, right.id));
  return {
    input: mostFrequent(suffixesIn(operations, "input", ids)) ?? chosen.input,
    output: mostFrequent(suffixesIn(operations, "output", ids)) ?? chosen.output,
  };
}

/** Narrows what `filter` gives. */
export function isOperation(shape: RootShape): shape is OperationShape {
  return shape.kind === "operation";
}

function suffixesIn(
  operations: readonly OperationShape[],
  side: (typeof sides)[number],
  ids: ReadonlySet<ShapeId>,
): readonly string[] {
  return operations.flatMap((operation) => {
    const target = operation[side];
    const [name, prefix] = [nameOf(target), nameOf(operation.id)];
    return ids.has(target) && name.startsWith(prefix) ? [name.slice(prefix.length)] : [];
  });
}

/** The first of those that stand most often. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: string | undefined;
  for (const [text, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = text;
  return best;
}

/** The structures that are written in their operations, by the suffixes of the file that both stand in. */
export function inlineShapes(
  model: Model,
  shapes: readonly RootShape[],
  suffixes: Suffixes,
  options: InlineOptions,
): ReadonlySet<ShapeId> {
  const ids = new Map(shapes.map((shape) => [shape.id, shape]));
  const inline = new Set<ShapeId>();
  for (const operation of shapes.filter(isOperation)) {
    for (const side of sides) {
      const target = ids.get(operation[side]);
      if (target === undefined || nameOf(target.id) !== nameOf(operation.id) + suffixes[side]) continue;
      const isOwn = options.coerceInlineIo === true && bindings(model, side).get(target.id) === 1;
      if (target.traits.has(`smithy.api#${side}`) || isOwn) inline.add(target.id);
    }
  }
  return inline;
}

/** How many operations have a shape for their input, or for their output. */
const bindings = oncePerKey((model, side: (typeof sides)[number]): ReadonlyMap<ShapeId, number> => {
  const counts = new Map<ShapeId, number>();
  for (const operation of modelIndex(model).ofKind("operation")) {
    counts.set(operation[side], (counts.get(operation[side]) ?? 0) + 1);
  }
  return counts;
});
