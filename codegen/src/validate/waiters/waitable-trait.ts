import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Acceptor, type Waiter, waitableTrait, waitersOf } from "../../knowledge/waiters.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { Model } from "../../shapes/model.js";
import type { AppliedTrait, OperationShape } from "../../shapes/shape.js";
import { type AcceptorFinding, checkFailureMessage, checkMatcher } from "./check-matcher.js";

/**
 * A waiter can succeed, its delays are in order, and its acceptors compare what the operation's input and output have ("Waiters").
 * What cannot work is a `WaitableTrait`; what looks wrong has the ID of its kind, with the names of the waiter and of its acceptor:
 * `WaitableTraitJmespathProblem.JmespathEventDanger`, `….JmespathEventWarning`, `….ReturnTypeMismatch`,
 * `WaitableTraitInvalidErrorType`.
 */
export function* waitableTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).withTrait(waitableTrait)) {
    const trait = operation.traits.get(waitableTrait);
    if (operation.kind !== "operation" || trait === undefined) continue;
    for (const waiter of waitersOf(trait)) yield* checkWaiter(model, operation, trait, waiter);
  }
}

function* checkWaiter(
  model: Model,
  operation: OperationShape,
  trait: AppliedTrait,
  waiter: Waiter,
): Iterable<Diagnostic> {
  const place = { shape: operation.id, location: trait.location ?? operation.location };
  const { name, minDelay, maxDelay, acceptors } = waiter;
  const problem = (message: string): Diagnostic => ({ code: "WaitableTrait", severity: "ERROR", message, ...place });
  if (minDelay > maxDelay) {
    yield problem(
      `\`${waitableTrait}\` trait waiter named \`${name}\` has a \`minDelay\` value of ${minDelay} that is greater than its \`maxDelay\` value of ${maxDelay}`,
    );
  }
  for (const [index, acceptor] of acceptors.entries()) {
    for (const { code, severity, named, message } of checkAcceptor(model, operation, acceptor)) {
      const text = `Waiter \`${name}\`, acceptor ${index}: ${message}`;
      yield { code: named ? `${code}.${name}.${index}` : code, severity, message: text, ...place };
    }
  }
  if (!acceptors.some(({ state }) => state === "success")) {
    yield problem(`No success state matcher found for \`${waitableTrait}\` trait waiter named \`${name}\``);
  }
}

function* checkAcceptor(model: Model, operation: OperationShape, acceptor: Acceptor): Iterable<AcceptorFinding> {
  const { matcher, message, state } = acceptor;
  const findings = [...checkMatcher(model, operation, matcher)];
  yield* findings;
  if (message === undefined) return;
  if (state === "failure") {
    // Smithy tells of the matcher again when it tells of the message.
    yield* findings;
    yield* checkFailureMessage(model, operation, message);
    return;
  }
  const text = `The \`message\` property is only valid on acceptors with a \`failure\` state, but found state \`${state}\`.`;
  yield { code: "WaitableTrait", severity: "ERROR", named: false, message: text };
}
