import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import { bindingsAt, type HttpBinding, requestBindings, responseBindings } from "../../knowledge/http-bindings.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { OperationShape, ShapeKind } from "../../shapes/shape.js";
import { shapeFinding } from "../shape-finding.js";
import { awsProtocolsOf } from "./aws-protocols.js";

const payloadKinds: readonly ShapeKind[] = ["structure", "union", "document", "blob", "string", "enum"];

/** `ProtocolHttpPayload`: what the payload of an AWS protocol may be ("httpPayload trait", "AWS Protocols"). */
export function* protocolHttpPayloadRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    if (awsProtocolsOf(service).length === 0) continue;
    for (const operation of boundEntities(model, service).operations) {
      for (const bindings of messagesOf(model, operation)) yield* checkPayload(model, bindings);
    }
  }
}

function messagesOf(model: Model, operation: OperationShape): readonly (readonly HttpBinding[])[] {
  const errors = [...new Set(operation.errors)].map((id) => model.shapes.get(id));
  return [
    requestBindings(model, operation),
    responseBindings(model, operation),
    ...errors.map((error) => (error?.kind === "structure" ? responseBindings(model, error) : [])),
  ];
}

function* checkPayload(model: Model, bindings: readonly HttpBinding[]): Iterable<Diagnostic> {
  const wrong = bindingsAt(bindings, "payload").find(({ member }) => {
    const target = model.shapes.get(member.target);
    return target === undefined || !payloadKinds.includes(target.kind);
  });
  if (wrong === undefined) return;
  const message =
    "AWS Protocols only support binding the following shape types to the payload: string, blob, structure, union, and document";
  yield shapeFinding("ERROR", "ProtocolHttpPayload", wrong.member, message);
}
