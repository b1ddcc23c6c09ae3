import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { stringMember } from "../../shapes/node.js";
import type { ServiceShape } from "../../shapes/shape.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

const queryTraits = ["aws.protocols#awsQueryCompatible", "aws.protocols#awsQuery", "aws.protocols#ec2Query"];

/** `QueryErrorCode`: each error of a service with a query protocol has a code of its own ("awsQueryError trait"). */
export function* queryErrorCodeRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    if (!queryTraits.some((trait) => service.traits.has(trait))) continue;
    for (const [code, errors] of errorsByCode(model, service)) {
      if (errors.length === 1) continue;
      const message = `Multiple error shapes with the error code \`${code}\` found: [${errors.toSorted().join(", ")}]. This error code ambiguity will result in the wrong error shape being deserialized when running the query protocol. This pain will be carried forward when migrating to a new protocol when using the awsQueryCompatible trait.`;
      yield shapeFinding("DANGER", "QueryErrorCode", service, message);
    }
  }
}

function errorsByCode(model: Model, service: ServiceShape): ReadonlyMap<string, readonly ShapeId[]> {
  const ofOperations = boundEntities(model, service).operations.flatMap(({ errors }) => errors);
  const byCode = new Map<string, ShapeId[]>();
  for (const id of new Set([...service.errors, ...ofOperations])) {
    const trait = model.shapes.get(id)?.traits.get("aws.protocols#awsQueryError");
    const code = stringMember(trait?.value, "code") ?? nameOf(id);
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [id]);
    else known.push(id);
  }
  return byCode;
}
