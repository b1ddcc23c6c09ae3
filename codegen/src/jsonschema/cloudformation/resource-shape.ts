import type { CfnResource } from "../../knowledge/cloudformation.js";
import { findShape, type Model } from "../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../shapes/shape.js";
import { namespaceOf, shapeId, withMember } from "../../shapes/shape-id.js";

/** A structure of the properties that a resource has in CloudFormation, each as the first member says that it comes from. */
export function resourceStructure(model: Model, { name, resource, properties }: CfnResource): StructureShape {
  const id = shapeId(namespaceOf(resource.id), `${name}__SYNTHETIC__`);
  const members = [...properties].flatMap(([property, { shapeIds }]): readonly (readonly [string, MemberShape])[] => {
    const [first] = shapeIds;
    const shape = first === undefined ? undefined : findShape(model, first);
    if (shape === undefined) return [];
    const place = { id: withMember(id, property), name: property, container: id };
    if (shape.kind === "member") return [[property, { ...shape, ...place }]];
    const traits = new Map();
    return [[property, { kind: "member", ...place, target: shape.id, mixins: [], traits, introducedTraits: traits }]];
  });
  const traits = new Map();
  return { kind: "structure", id, members: new Map(members), mixins: [], traits, introducedTraits: traits };
}
