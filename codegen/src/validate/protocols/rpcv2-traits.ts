import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { checkEventStreamHttp } from "../event-stream-http.js";
import type { Rule } from "../rule.js";

/** `Rpcv2CborTrait`: versions of HTTP for event streams are among those for all requests ("Smithy RPC v2 CBOR protocol"). */
export const rpcv2CborTraitRule: Rule = (model) => check(model, "Rpcv2CborTrait", "smithy.protocols#rpcv2Cbor");

/** `Rpcv2JsonTrait`: the same for the protocol with JSON ("Smithy RPC v2 JSON protocol"). */
export const rpcv2JsonTraitRule: Rule = (model) => check(model, "Rpcv2JsonTrait", "smithy.protocols#rpcv2Json");

function* check(model: Model, code: string, protocol: ShapeId): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", protocol))
    yield* checkEventStreamHttp(code, service, trait);
}
