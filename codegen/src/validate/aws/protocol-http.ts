import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { checkEventStreamHttp } from "../event-stream-http.js";
import { awsProtocolsOf } from "./aws-protocols.js";

/** `ProtocolHttp`: versions of HTTP for event streams are among those for all requests ("AWS Protocols"). */
export function* protocolHttpRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    for (const protocol of awsProtocolsOf(service)) yield* checkEventStreamHttp("ProtocolHttp", service, protocol);
  }
}
