import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { neighborGraph } from "../../../shapes/neighbors.js";
import type { OperationShape, Shape } from "../../../shapes/shape.js";
import { nameOf } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const sides = ["input", "output"] as const;

type Side = (typeof sides)[number];

const suffixes: Readonly<Record<Side, readonly string[]>> = {
  input: ["Input", "Request"],
  output: ["Output", "Response"],
};

/**
 * `OperationInputOutputMisuse`, `OperationInputOutputName.input` and `.output`, `OperationNameAmbiguity`: what is marked as the input or
 * output of one operation is nothing else and named for it ("input trait", "output trait").
 */
export function* operationRule(model: Model): Iterable<Diagnostic> {
  for (const side of sides) {
    for (const shape of modelIndex(model).withTrait(`smithy.api#${side}`)) yield* checkUses(model, shape, side);
  }
  for (const operation of modelIndex(model).ofKind("operation")) {
    for (const side of sides) yield* checkNames(model, operation, side);
  }
}

function* checkUses(model: Model, shape: Shape, side: Side): Iterable<Diagnostic> {
  const operations = new Set<string>();
  for (const { kind, from } of neighborGraph(model).to(shape.id)) {
    if (kind === side) {
      operations.add(from.id);
      yield* checkName(from, shape, side);
    } else if (kind === "input" || kind === "output") {
      const message = `Operation \`${kind}\` cannot target structures marked with the \`@${side}\` trait: \`${shape.id}\``;
      yield misuse(from, message);
    } else if (kind === "target") {
      yield misuse(from, `Members cannot target structures marked with the @${side} trait: ${shape.id}`);
    }
  }
  if (operations.size < 2) return;
  const message = `Shapes marked with the @${side} trait cannot be used as ${side} by multiple operations: ${tickedList(operations)}`;
  yield misuse(shape, message);
}

function misuse(shape: Shape, message: string): Diagnostic {
  return shapeFinding("ERROR", "OperationInputOutputMisuse", shape, message);
}

function* checkName(operation: Shape, target: Shape, side: Side): Iterable<Diagnostic> {
  const name = nameOf(operation.id);
  if (nameOf(target.id).startsWith(name)) return;
  const message = `The ${side} of this operation should target a shape that starts with the operation's name, '${name}', but the targeted shape is \`${target.id}\``;
  yield shapeFinding("WARNING", `OperationInputOutputName.${side}`, operation, message);
}

function* checkNames(model: Model, operation: OperationShape, side: Side): Iterable<Diagnostic> {
  for (const suffix of suffixes[side]) {
    const lookalike = model.shapes.get(`${operation.id}${suffix}`);
    if (lookalike === undefined || lookalike.id === operation[side]) continue;
    const message = `The name of this shape implies that it is the ${side} of ${operation.id}, but that operation uses ${operation[side]} for ${side}. This kind of ambiguity can confuse developers calling this operation and can cause issues in code generators that use similar naming conventions to generate ${side} types.`;
    yield shapeFinding("WARNING", "OperationNameAmbiguity", lookalike, message);
  }
}
