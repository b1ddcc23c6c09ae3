import type { CfnProperty, CfnResource } from "../../knowledge/cloudformation.js";
import { findShape, type Model } from "../../shapes/model.js";
import { neighborGraph } from "../../shapes/neighbors.js";
import type { MemberShape } from "../../shapes/shape.js";
import { containerOf } from "../../shapes/shape-id.js";

/** Whether a property has some of the ways to be given or read, and which. */
type PropertyTest = (property: CfnProperty) => boolean;

const isReadOnly: PropertyTest = ({ mutabilities }) => mutabilities.size === 1 && mutabilities.has("read");
const isCreateOnly: PropertyTest = ({ mutabilities }) => mutabilities.has("create") && !mutabilities.has("write");
/** What is given and cannot be read. What is given once is that too. */
const isWriteOnly: PropertyTest = ({ mutabilities }) =>
  mutabilities.has("read") ? false : mutabilities.has("write") || mutabilities.has("create");

/** The names of properties that are alike, as the model has them. */
export interface PropertyLists {
  readonly readOnly: readonly string[];
  readonly writeOnly: readonly string[];
  readonly createOnly: readonly string[];
  readonly deprecated: readonly string[];
  readonly required: readonly string[];
}

export function propertyLists(model: Model, { properties }: CfnResource): PropertyLists {
  const named = (test: PropertyTest): readonly string[] =>
    [...properties].filter(([, property]) => test(property)).map(([name]) => name);
  const some =
    (test: (member: MemberShape) => boolean): PropertyTest =>
    ({ shapeIds }) =>
      shapeIds.some((id) => {
        const shape = findShape(model, id);
        return shape?.kind === "member" && test(shape);
      });
  return {
    readOnly: named(isReadOnly),
    writeOnly: named(isWriteOnly),
    createOnly: named(isCreateOnly),
    deprecated: named(some(({ traits }) => traits.has("smithy.api#deprecated"))),
    required: named(some((member) => member.traits.has("smithy.api#required") && isGiven(model, member))),
  };
}

/** What an output must have, nobody must give. */
function isGiven(model: Model, member: MemberShape): boolean {
  const uses = neighborGraph(model).to(containerOf(member.id));
  return uses.some(({ kind }) => kind === "input") || !uses.some(({ kind }) => kind === "output");
}
