import { responseCodeOf } from "../../knowledge/http-bindings.js";
import type { Model } from "../../shapes/model.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { AppliedTrait, MemberShape, OperationShape, RootShape, StructureShape } from "../../shapes/shape.js";
import { nameOf, namespaceOf, shapeId, withMember, type ShapeId } from "../../shapes/shape-id.js";

/** The model to convert in place of the one that was given, or why there is none. */
export interface ChangedModel {
  readonly model: Model;
  readonly problem: string | undefined;
}

/** The model with every operation naming the errors of its service too. */
export function withServiceErrors(
  model: Model,
  operations: readonly OperationShape[],
  errors: readonly ShapeId[],
): Model {
  if (errors.length === 0) return model;
  const changed = operations.map((operation) => ({
    ...operation,
    errors: [...new Set([...operation.errors, ...errors])],
  }));
  return replaceShapes(model, changed);
}

/**
 * The model with one error in place of all that share a status code in an operation: a structure whose member `errorUnion` is any one
 * of them, and that has their headers.
 */
export function withSharedStatusCodes(
  model: Model,
  operations: readonly OperationShape[],
  service: ShapeId,
): ChangedModel {
  const changed: RootShape[] = [];
  for (const operation of operations) {
    const groups = [...errorsByCode(model, operation)].filter(([, errors]) => errors.length > 1);
    if (groups.length === 0) continue;
    const shared = groups.map(([code, errors]) => {
      const id = shapeId(namespaceOf(service), `${nameOf(operation.id)}${code}Error`);
      return { errors, id, shapes: sharedError(id, code, errors) };
    });
    if (shared.some(({ shapes }) => shapes === undefined)) {
      return { model, problem: "Conflicting header when de-conflicting" };
    }
    const replaced = new Set(shared.flatMap(({ errors }) => errors.map(({ id }) => id)));
    const kept = operation.errors.filter((id) => !replaced.has(id));
    changed.push(...shared.flatMap(({ shapes }) => shapes ?? []));
    changed.push({ ...operation, errors: [...kept, ...shared.map(({ id }) => id)] });
  }
  return { model: replaceShapes(model, changed), problem: undefined };
}

function errorsByCode(model: Model, operation: OperationShape): ReadonlyMap<number, readonly StructureShape[]> {
  const byCode = new Map<number, StructureShape[]>();
  for (const id of operation.errors) {
    const error = model.shapes.get(id);
    if (error?.kind !== "structure") continue;
    const code = responseCodeOf(error);
    byCode.set(code, [...(byCode.get(code) ?? []), error]);
  }
  return byCode;
}

/** The structure, its union, and the errors without their headers; undefined when two errors put one member into other headers. */
function sharedError(id: ShapeId, code: number, errors: readonly StructureShape[]): readonly RootShape[] | undefined {
  const headers = new Map<string, AppliedTrait>();
  const bare = errors.map((error): StructureShape => {
    const members = [...error.members].filter(([, member]) => !member.traits.has("smithy.api#httpHeader"));
    return { ...error, members: new Map(members) };
  });
  for (const member of errors.flatMap((error) => [...error.members.values()])) {
    const header = member.traits.get("smithy.api#httpHeader");
    if (header === undefined) continue;
    const known = headers.get(member.name);
    if (known !== undefined && !equalNodes(known.value, header.value)) return undefined;
    headers.set(member.name, header);
  }
  const union = `${id}Content`;
  const variants = bare.map((error) => memberOf(union, nameOf(error.id), error.id, []));
  const hoisted = [...headers].map(([name, trait]) => memberOf(id, name, "smithy.api#String", [trait]));
  const traits: readonly AppliedTrait[] = [
    { id: "smithy.api#error", value: code >= 400 && code < 500 ? "client" : "server" },
    { id: "smithy.api#httpError", value: code },
  ];
  return [
    ...bare,
    { kind: "union", ...shapeParts(union, []), members: byName(variants) },
    {
      kind: "structure",
      ...shapeParts(id, traits),
      members: byName([memberOf(id, "errorUnion", union, []), ...hoisted]),
    },
  ];
}

function shapeParts(id: ShapeId, applied: readonly AppliedTrait[]) {
  const traits = new Map(applied.map((trait) => [trait.id, trait]));
  return { id, traits, introducedTraits: traits, mixins: [] };
}

function memberOf(container: ShapeId, name: string, target: ShapeId, traits: readonly AppliedTrait[]): MemberShape {
  return { kind: "member", ...shapeParts(withMember(container, name), traits), name, container, target };
}

function byName(members: readonly MemberShape[]): ReadonlyMap<string, MemberShape> {
  return new Map(members.map((member) => [member.name, member]));
}

function replaceShapes(model: Model, changed: readonly RootShape[]): Model {
  if (changed.length === 0) return model;
  return { ...model, shapes: new Map([...model.shapes, ...changed.map((shape) => [shape.id, shape] as const)]) };
}
