import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { boundEntities } from "../../../knowledge/bound-entities.js";
import { resolveMemberPath } from "../../../knowledge/pagination.js";
import { type Node, nodeMember } from "../../../shapes/node.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { MemberShape, OperationShape, ServiceShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { type PaginatedProperty, paginatedProperties } from "./paginated-properties.js";
import { tickedList } from "../../ticked-list.js";

const code = "PaginatedTrait";

/**
 * `PaginatedTrait` and its `.ShouldNotBeRequired.PROPERTY`, `.WrongShapeType.PROPERTY`, `.DeeplyNested.PROPERTY`: the properties of a
 * paginated operation name members that suit ("paginated trait"). What the operation leaves to its services is checked in each.
 */
export function* paginatedTraitRule(model: Model): Iterable<Diagnostic> {
  const operations = modelIndex(model).withTrait("smithy.api#paginated");
  if (operations.length === 0) return;
  const services = servicesByOperation(model);
  for (const operation of operations) {
    if (operation.kind !== "operation") continue;
    const own = operation.traits.get("smithy.api#paginated")?.value;
    const findings = [...checkProperties({ model, operation, find: (name) => textAt(own, name) })];
    yield* findings;
    if (findings.length > 0) continue;
    for (const service of services.get(operation.id) ?? []) {
      const shared = service.traits.get("smithy.api#paginated")?.value;
      const find = (name: string): string | undefined => textAt(own, name) ?? textAt(shared, name);
      yield* checkProperties({ model, operation, service, find });
    }
  }
}

/** An operation that is checked, and what its properties say. */
interface Subject {
  readonly model: Model;
  readonly operation: OperationShape;
  /** The service that it is checked in, after it was found good by itself. */
  readonly service?: ServiceShape | undefined;
  find(property: string): string | undefined;
}

function textAt(value: Node | undefined, name: string): string | undefined {
  const text = nodeMember(value, name);
  return typeof text === "string" ? text : undefined;
}

function servicesByOperation(model: Model): ReadonlyMap<ShapeId, readonly ServiceShape[]> {
  const services = new Map<ShapeId, ServiceShape[]>();
  for (const service of modelIndex(model).ofKind("service")) {
    for (const { id } of boundEntities(model, service).operations) addToGroup(services, id, service);
  }
  return services;
}

function* checkProperties(subject: Subject): Iterable<Diagnostic> {
  for (const property of paginatedProperties) yield* checkProperty(subject, property);
}

function finding(
  { operation, service }: Subject,
  severity: Diagnostic["severity"],
  text: string,
  suffix = "",
): Diagnostic {
  const prefix = service === undefined ? "" : `When bound within the \`${service.id}\` service, `;
  const trait = operation.traits.get("smithy.api#paginated");
  return shapeFinding(severity, `${code}${suffix}`, operation, `${prefix}paginated trait ${text}`, trait);
}

function* checkProperty(subject: Subject, property: PaginatedProperty): Iterable<Diagnostic> {
  const { name, isPath } = property;
  const path = subject.find(name);
  if (path === undefined) {
    if (subject.service !== undefined && property.isNecessary) {
      yield finding(subject, "ERROR", `\`${name}\` is not configured`);
    }
    return;
  }
  if (!isPath && path.includes(".")) {
    yield finding(subject, "ERROR", `\`${name}\` does not allow path values`);
    return;
  }
  const member = findMember(subject, property, path);
  if (member === undefined) {
    yield finding(subject, "ERROR", `\`${name}\` targets a member \`${path}\` that does not exist`);
    return;
  }
  yield* checkRequired(subject, property, member);
  yield* checkTarget(subject, property, member);
  if (isPath && path.indexOf(".") !== path.lastIndexOf(".")) {
    const text = `\`${name}\` contains a path with more than two parts, which can make your API cumbersome to use`;
    yield finding(subject, "WARNING", text, `.DeeplyNested.${name}`);
  }
}

function findMember(
  { model, operation }: Subject,
  { isPath }: PaginatedProperty,
  path: string,
): MemberShape | undefined {
  const structure = model.shapes.get(isPath ? operation.output : operation.input);
  if (structure?.kind !== "structure") return undefined;
  return isPath ? resolveMemberPath(model, structure, path).at(-1) : structure.members.get(path);
}

function* checkRequired(subject: Subject, { name, whenRequired }: PaginatedProperty, member: MemberShape) {
  if (whenRequired === undefined || !member.traits.has("smithy.api#required")) return;
  if (whenRequired === "ERROR") {
    yield finding(subject, "ERROR", `\`${name}\` member \`${member.name}\` must not be required`);
  } else {
    const text = `\`${name}\` member \`${member.name}\` should not be required`;
    yield finding(subject, whenRequired, text, `.ShouldNotBeRequired.${name}`);
  }
}

function* checkTarget(subject: Subject, property: PaginatedProperty, member: MemberShape): Iterable<Diagnostic> {
  const { name, targets, discouragedTargets } = property;
  const target = subject.model.shapes.get(member.target);
  if (target === undefined) return;
  const described = `\`${name}\` member \`${member.name}\` targets a ${target.kind} shape`;
  if (!targets.includes(target.kind)) {
    const text = `${described}, but must target one of the following: [${tickedList(targets)}]`;
    yield finding(subject, "ERROR", text);
  }
  if (discouragedTargets.includes(target.kind)) {
    const preferred = targets.filter((kind) => !discouragedTargets.includes(kind));
    const text = `${described}, but this is not recommended. One of [${tickedList(preferred)}] SHOULD be targeted.`;
    yield finding(subject, "DANGER", text, `.WrongShapeType.${name}`);
  }
}
