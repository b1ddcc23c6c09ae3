import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { boundEntities } from "../../../knowledge/bound-entities.js";
import { hostPrefixOf, httpTraitOf } from "../../../knowledge/http-trait.js";
import { competingSegments, isLabel, type PatternSegment } from "../../../knowledge/label-pattern.js";
import { conflictKey } from "../../../knowledge/uri-pattern.js";
import { stringTrait } from "../../../knowledge/traits.js";
import { groupBy } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { OperationShape, ServiceShape } from "../../../shapes/shape.js";
import { matchPattern } from "../../node/match-pattern.js";
import { shapeFinding } from "../../shape-finding.js";

/**
 * `HttpUriConflict`: a request belongs to one operation of a service ("Conflicting URI patterns"). Smithy's implementation lets
 * patterns conflict only when they have the same literals and labels at the same places, where the patterns of labels, which
 * make a conflict a mere DANGER in the specification, play no part. They do in host prefixes.
 */
export function* httpUriConflictRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    for (const rivals of rivalsOf(model, service)) yield* checkRivals(model, rivals);
  }
}

/** Operations whose requests have the same method and indistinguishable URIs. */
function rivalsOf(model: Model, service: ServiceShape): Iterable<readonly OperationShape[]> {
  const rivals = groupBy(boundEntities(model, service).operations, (operation) => {
    const http = httpTraitOf(operation);
    return http === undefined ? undefined : `${http.method} ${conflictKey(http.uri)}`;
  });
  return rivals.values();
}

function* checkRivals(model: Model, rivals: readonly OperationShape[]): Iterable<Diagnostic> {
  if (rivals.length < 2) return;
  for (const operation of rivals) {
    const conflicts = rivals.filter((other) => other !== operation && sameHost(model, operation, other));
    if (conflicts.length === 0) continue;
    const described = conflicts.map((other) => `\`${other.id}\` (${httpTraitOf(other)?.uri.text})`).toSorted();
    const message = `Operation URI, \`${httpTraitOf(operation)?.uri.text}\`, conflicts with other operation URIs in the same service: [${described.join(", ")}]`;
    yield shapeFinding("ERROR", "HttpUriConflict", operation, message);
  }
}

/** Whether the hosts of two operations could be the same. */
function sameHost(model: Model, operation: OperationShape, other: OperationShape): boolean {
  const prefix = hostPrefixOf(operation);
  const otherPrefix = hostPrefixOf(other);
  if (prefix === undefined || otherPrefix === undefined) return prefix === otherPrefix;
  const pairs = competingSegments(prefix, otherPrefix);
  if (pairs.length === 0) return true;
  return pairs.some(([left, right]) => {
    if (isLabel(left) === isLabel(right)) return false;
    return isLabel(left) ? mayBe(model, operation, left, right) : mayBe(model, other, right, left);
  });
}

/** Whether a label's value may be the literal: its member has no pattern, or one that the literal matches. */
function mayBe(model: Model, operation: OperationShape, label: PatternSegment, literal: PatternSegment): boolean {
  const member = model.shapes.get(operation.input)?.members.get(label.content);
  if (member?.traits.has("smithy.api#hostLabel") !== true) return true;
  const pattern = stringTrait(member, "smithy.api#pattern");
  return pattern === undefined || matchPattern(model, pattern, literal.content) !== false;
}
