import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { effectiveAuthSchemes } from "../../knowledge/auth.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { describeSigV4Change, sigv4, sigv4a, type SigV4Order } from "../sigv4-order.js";

/** `SigV4Migration`: a service or operation is signed with `aws.auth#sigv4a` instead of or before `aws.auth#sigv4`, or the reverse. */
export function* sigv4Migration(differences: Differences): Iterable<Diagnostic> {
  const { oldModel, newModel } = differences;
  for (const { before, after } of pairsOfKind(differences, "service")) {
    yield* compare(after, effectiveAuthSchemes(oldModel, before), effectiveAuthSchemes(newModel, after));
  }
  const operations = new Map(pairsOfKind(differences, "operation").map((pair) => [pair.after.id, pair.before]));
  for (const service of modelIndex(newModel).ofKind("service")) {
    const oldService = oldModel.shapes.get(service.id);
    if (oldService?.kind !== "service") continue;
    for (const after of boundEntities(newModel, service).operations) {
      const before = operations.get(after.id);
      if (before === undefined) continue;
      const oldSchemes = effectiveAuthSchemes(oldModel, oldService, before);
      yield* compare(after, oldSchemes, effectiveAuthSchemes(newModel, service, after));
    }
  }
}

function* compare(shape: Shape, before: readonly ShapeId[], after: readonly ShapeId[]): Iterable<Diagnostic> {
  const message = describeSigV4Change(orderOf(before), orderOf(after), `\`${shape.id}\``);
  if (message !== undefined) yield finding("SigV4Migration", "DANGER", shape, message);
}

function orderOf(schemes: readonly ShapeId[]): SigV4Order {
  return { sigv4: schemes.indexOf(sigv4), sigv4a: schemes.indexOf(sigv4a) };
}
