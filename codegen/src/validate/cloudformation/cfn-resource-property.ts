import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type CfnResource, cfnResources } from "../../knowledge/cloudformation.js";
import { findShape, type Model } from "../../shapes/model.js";
import { stringMember } from "../../shapes/node.js";
import { isStringShape } from "../../shapes/shape.js";
import { compareShapeIds, type ShapeId } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

const code = "CfnResourceProperty";

/** `CfnResourceProperty`: a property has one shape, wherever it comes from, and an identifier is a string ("cfnResource trait"). */
export function* cfnResourcePropertyRule(model: Model): Iterable<Diagnostic> {
  for (const cfnResource of cfnResources(model).values()) {
    const { resource, applied, name, properties } = cfnResource;
    const problem = primaryIdentifierProblem(model, cfnResource);
    if (problem !== undefined) yield shapeFinding("ERROR", code, resource, problem, applied);
    for (const [property, { shapeIds }] of properties) {
      const targets = new Set(shapeIds.flatMap((id) => targetOf(model, id) ?? []));
      if (targets.size < 2) continue;
      const list = [...targets].toSorted(compareShapeIds).join(", ");
      const message = `The \`${property}\` property of the generated \`${name}\` CloudFormation resource targets multiple shapes: [${list}]. Reusing member names that target different shapes can cause confusion for users of the API. This target discrepancy must either be resolved in the model or one of the members must be excluded from the conversion.`;
      yield shapeFinding("ERROR", code, resource, message);
    }
  }
}

function primaryIdentifierProblem(model: Model, { resource, applied }: CfnResource): string | undefined {
  const identifier = stringMember(applied.value, "primaryIdentifier");
  if (identifier === undefined) return undefined;
  const start = `The alternative resource primary identifier, \`${identifier}\``;
  const property = resource.properties.get(identifier);
  if (property === undefined) return `${start}, must be a property of the resource.`;
  const target = model.shapes.get(property);
  if (target === undefined || isStringShape(target)) return undefined;
  return `${start}, targets a \`${target.kind}\` shape, it must target a \`string\`.`;
}

/** The target of a member; the shape itself for what an identifier targets. */
function targetOf(model: Model, id: ShapeId): ShapeId | undefined {
  const shape = findShape(model, id);
  return shape?.kind === "member" ? shape.target : shape?.id;
}
