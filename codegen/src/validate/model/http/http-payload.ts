import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { bindingsAt, type HttpBinding, requestBindings, responseBindings } from "../../../knowledge/http-bindings.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

/** `HttpPayload`: beside a payload, every member is bound to another part of the message ("httpPayload trait"). */
export function* httpPayloadRule(model: Model): Iterable<Diagnostic> {
  const index = modelIndex(model);
  if (index.withTrait("smithy.api#httpPayload").length === 0) return;
  for (const operation of index.ofKind("operation")) {
    yield* checkBindings(model, operation.input, requestBindings(model, operation));
    yield* checkBindings(model, operation.output, responseBindings(model, operation));
  }
  for (const structure of index.ofKind("structure")) {
    yield* checkBindings(model, structure.id, responseBindings(model, structure));
  }
}

function* checkBindings(model: Model, id: ShapeId, bindings: readonly HttpBinding[]): Iterable<Diagnostic> {
  const structure = model.shapes.get(id);
  const unbound = bindingsAt(bindings, "unbound").map(({ member }) => member.name);
  if (structure === undefined || unbound.length === 0) return;
  const message = `A member of this structure is marked with the \`httpPayload\` trait, but the following structure members are not explicitly bound to the HTTP message: ${tickedList(unbound)}`;
  yield shapeFinding("ERROR", "HttpPayload", structure, message);
}
