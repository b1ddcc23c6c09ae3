import { boundEntities } from "../knowledge/bound-entities.js";
import { hashOrder } from "../shapes/hash-order.js";
import type { Model } from "../shapes/model.js";
import { equalNodes } from "../shapes/node-equality.js";
import { isNodeNumber, type Node } from "../shapes/node.js";
import type { AppliedTrait, MemberShape, RootShape, ServiceShape, StructureShape, Traits } from "../shapes/shape.js";
import { nameOf, namespaceOf, shapeId, type ShapeId, withMember } from "../shapes/shape-id.js";
import { copyServiceErrorsToOperations, withErrors } from "./copy-service-errors-to-operations.js";
import { withMembers } from "../shapes/edit-members.js";
import { replaceShapes } from "./replace-shapes.js";
import { failedTransform, type TransformResult, transformed } from "./transform-result.js";

const headerTrait = "smithy.api#httpHeader";

/**
 * Where errors of one operation share a status code, one new error with a union of them takes their place. The errors of the service are
 * copied to its operations first, and headers move from the errors to the new one. Fails where two errors say different things of a header
 * member.
 */
export function deconflictErrorsWithSharedStatusCode(model: Model, service: ServiceShape): TransformResult {
  const copied = copyServiceErrorsToOperations(model, service);
  const root = copied.shapes.get(service.id);
  const changed = new Map<ShapeId, RootShape>();
  for (const operation of root?.kind === "service" ? boundEntities(copied, root).operations : []) {
    let { errors } = operation;
    for (const [code, sharing] of errorsByStatusCode(copied, errors)) {
      if (sharing.length < 2) continue;
      const id = shapeId(namespaceOf(service.id), `${nameOf(operation.id)}${code}Error`);
      const joined = joinErrors(id, code, sharing);
      if (joined === undefined) {
        return failedTransform(model, "Conflicting header when de-conflicting", operation.id);
      }
      for (const shape of joined) changed.set(shape.id, shape);
      const replaced = new Set(sharing.map((error) => error.id));
      errors = [...errors.filter((error) => !replaced.has(error)), id];
    }
    if (errors !== operation.errors) changed.set(operation.id, withErrors(operation, errors));
  }
  return transformed(replaceShapes(copied, changed.values()));
}

function errorsByStatusCode(model: Model, ids: readonly ShapeId[]): ReadonlyMap<number, readonly StructureShape[]> {
  const byCode = new Map<number, StructureShape[]>();
  for (const id of ids) {
    const error = model.shapes.get(id);
    if (error?.kind !== "structure") continue;
    const code = statusCodeOf(error);
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [error]);
    else known.push(error);
  }
  return byCode;
}

function statusCodeOf({ traits }: StructureShape): number {
  const code = traits.get("smithy.api#httpError")?.value;
  if (isNodeNumber(code)) return Number(String(code));
  return traits.get("smithy.api#error")?.value === "client" ? 400 : 500;
}

/** The new error, its union, and the errors without their headers; undefined where headers contradict each other. */
function joinErrors(id: ShapeId, code: number, errors: readonly StructureShape[]): readonly RootShape[] | undefined {
  const headers = headersOf(errors);
  if (headers === undefined) return undefined;
  const unionId = `${id}Content`;
  const content = errors.map((error) => createMember(unionId, nameOf(error.id), error.id));
  const members = [
    createMember(id, "errorUnion", unionId),
    ...hashOrder([...headers.keys()]).map((name) =>
      createMember(id, name, "smithy.api#String", traitMap(headers.get(name))),
    ),
  ];
  const fault = code >= 400 && code < 500 ? "client" : "server";
  const traits = traitMap(createTrait("smithy.api#error", fault), createTrait("smithy.api#httpError", code));
  return [
    { kind: "structure", ...common(id, members, traits) },
    { kind: "union", ...common(unionId, content) },
    ...errors.map((error) => withMembers(error, (member) => (member.traits.has(headerTrait) ? undefined : member))),
  ];
}

function headersOf(errors: readonly StructureShape[]): ReadonlyMap<string, AppliedTrait> | undefined {
  const headers = new Map<string, AppliedTrait>();
  for (const member of errors.flatMap((error) => [...error.members.values()])) {
    const header = member.traits.get(headerTrait);
    if (header === undefined) continue;
    const known = headers.get(member.name);
    if (known !== undefined && !equalNodes(known.value, header.value)) return undefined;
    headers.set(member.name, header);
  }
  return headers;
}

function createTrait(id: ShapeId, value: Node): AppliedTrait {
  return { id, value };
}

function traitMap(...traits: readonly (AppliedTrait | undefined)[]): Traits {
  return new Map(traits.flatMap((trait) => (trait === undefined ? [] : [[trait.id, trait]])));
}

function common(id: ShapeId, members: readonly MemberShape[], traits: Traits = new Map()) {
  const byName = new Map(members.map((member) => [member.name, member]));
  return { id, traits, introducedTraits: traits, mixins: [], members: byName };
}

function createMember(container: ShapeId, name: string, target: ShapeId, traits: Traits = new Map()): MemberShape {
  const id = withMember(container, name);
  return { kind: "member", id, name, container, target, mixins: [], traits, introducedTraits: traits };
}
