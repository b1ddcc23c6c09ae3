import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { walkShapes } from "../../../knowledge/walk-shapes.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import { neighborGraph, type Relationship } from "../../../shapes/neighbors.js";
import type { MemberShape, ServiceShape, Shape } from "../../../shapes/shape.js";
import { relationshipName } from "../../relationship-name.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "StreamingTrait";
const streaming = "smithy.api#streaming";
const httpPayload = "smithy.api#httpPayload";

/** `StreamingTrait`: where streams may stand, and what their members are ("streaming trait", "Event streams"). */
export function* streamingTraitRule(model: Model): Iterable<Diagnostic> {
  const streams = modelIndex(model).withTrait(streaming);
  if (streams.length === 0) return;
  for (const stream of streams) {
    yield* checkContainers(model, stream);
    if (stream.kind === "union") yield* checkEvents(model, stream);
  }
  for (const service of modelIndex(model).ofKind("service")) yield* checkPayloads(model, service);
  for (const member of modelIndex(model).ofKind("member")) yield* checkPresence(model, member);
}

/** What contains a stream is the input or output of an operation, and nothing else. */
function* checkContainers(model: Model, stream: Shape): Iterable<Diagnostic> {
  const { to } = neighborGraph(model);
  for (const { kind, from: member } of to(stream.id)) {
    if (kind !== "target" || member.kind !== "member") continue;
    for (const relationship of to(member.container)) yield* checkContainer(stream, relationship);
  }
}

function* checkContainer(stream: Shape, relationship: Relationship): Iterable<Diagnostic> {
  const { kind, from, id, to } = relationship;
  switch (kind) {
    case "container":
    case "input":
    case "mixin":
      return;
    case "output":
      if (to === undefined || !stream.traits.has("smithy.api#requiresLength")) return;
      yield shapeFinding(
        "ERROR",
        code,
        to,
        `Structures that contain a reference to a stream marked with the @requiresLength trait can only be used as operation inputs, but this structure is referenced from \`${from.id}\` as output`,
      );
      return;
    case "target": {
      const message = `Members cannot target structures that contain a stream, but this member targets ${id}`;
      yield shapeFinding("ERROR", code, from, message);
      return;
    }
    default: {
      const name = relationshipName(relationship);
      const message = `This shape has an invalid \`${name}\` relationship to a structure, \`${id}\`, that contains a stream`;
      yield shapeFinding("ERROR", code, from, message);
    }
  }
}

function* checkEvents(model: Model, union: Extract<Shape, { kind: "union" }>): Iterable<Diagnostic> {
  const invalid = [...union.members.values()].filter((member) => resolveTarget(model, member)?.kind !== "structure");
  if (invalid.length === 0) return;
  const names = invalid.map(({ name }) => name).join(", ");
  const message = `Each member of an event stream union must target a structure shape, but the following union members do not: [${names}]`;
  yield shapeFinding("ERROR", code, union, message);
}

function* checkPayloads(model: Model, service: ServiceShape): Iterable<Diagnostic> {
  if (!hasPayloads(model, service)) return;
  for (const member of walkShapes(model, service)) {
    if (member.kind !== "member" || member.traits.has(httpPayload)) continue;
    if (resolveTarget(model, member)?.traits.has(streaming) !== true) continue;
    const message = `Member \`${member.id}\` referencing @streaming shape \`${member.target}\` must have the @httpPayload trait, as service \`${service.id}\` has a protocol that supports @httpPayload.`;
    yield shapeFinding("ERROR", code, member, message);
  }
}

/** Whether some protocol of the service has HTTP payloads. */
function hasPayloads(model: Model, service: ServiceShape): boolean {
  return [...service.traits.keys()].some((id) => {
    const definition = model.shapes.get(id)?.traits.get("smithy.api#protocolDefinition");
    const traits = nodeMember(definition?.value, "traits");
    return isNodeArray(traits) && traits.includes(httpPayload);
  });
}

function* checkPresence(model: Model, member: MemberShape): Iterable<Diagnostic> {
  const target = resolveTarget(model, member);
  if (target?.kind !== "blob" || !target.traits.has(streaming)) return;
  if (member.traits.has("smithy.api#required") || member.traits.has("smithy.api#default")) return;
  const message =
    "Members that target blobs marked with the `streaming` trait MUST also be marked with the `required` or `default` trait.";
  yield shapeFinding("ERROR", code, member, message);
}
