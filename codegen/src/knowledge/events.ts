import { targetOf, type Model } from "../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../shapes/shape.js";
import type { HttpBinding } from "./http-bindings.js";
import { isStreaming } from "./traits.js";

/** Where the members of one event go (Smithy 2.0, "Event message serialization"). */
export interface EventParts {
  readonly structure: StructureShape;
  readonly headers: readonly MemberShape[];
  /** The member that is the whole payload. */
  readonly payload: MemberShape | undefined;
  /** The members that make up the payload where none is it alone. */
  readonly document: readonly MemberShape[];
}

/** The parts of the event that a member of an event stream stands for. */
export function eventParts(model: Model, event: MemberShape): EventParts {
  const structure = targetOf(model, event) as StructureShape;
  const members = [...structure.members.values()];
  const headers = members.filter(({ traits }) => traits.has("smithy.api#eventHeader"));
  const payload = members.find(({ traits }) => traits.has("smithy.api#eventPayload"));
  const document = payload === undefined ? members.filter((member) => !headers.includes(member)) : [];
  return { structure, headers, payload, document };
}

/** Whether a shape is an error (Smithy 2.0, "error trait"). */
export function isErrorShape({ traits }: Pick<RootShape, "traits">): boolean {
  return traits.has("smithy.api#error");
}

/** The members of an event stream that are errors, which end it (Amazon Event Stream, "Modeled Error Events"). */
export function errorEvents(model: Model, union: UnionShape): readonly MemberShape[] {
  return [...union.members.values()].filter((member) => isErrorShape(targetOf(model, member)));
}

/** The structures of events, in all streams, whose payload holds some of their members; with where each member goes. */
export function mixedEvents(
  model: Model,
  shapes: readonly RootShape[],
): ReadonlyMap<StructureShape, readonly HttpBinding[]> {
  const found = new Map<StructureShape, readonly HttpBinding[]>();
  for (const shape of shapes) {
    if (shape.kind !== "union" || !isStreaming(model, shape)) continue;
    for (const event of shape.members.values()) {
      const { structure, headers, document } = eventParts(model, event);
      if (headers.length > 0 && document.length > 0) found.set(structure, bindingsOf(structure, headers));
    }
  }
  return found;
}

function bindingsOf(structure: StructureShape, headers: readonly MemberShape[]): readonly HttpBinding[] {
  return [...structure.members.values()].map((member) => ({
    member,
    location: headers.includes(member) ? "header" : "document",
    locationName: member.name,
  }));
}
