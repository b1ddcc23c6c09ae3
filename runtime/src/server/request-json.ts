import { requestText, type BodySource } from "../bindings/bodies.js";
import type { JsonWireOperation } from "./json-wire.js";
import { parseJsonBody } from "./parse-json-body.js";

/** The parsed JSON of a request's body; undefined where there is none. @throws DecodeError for what is no JSON. */
export function requestJson(request: BodySource, needs: Pick<JsonWireOperation, "lossless" | "nests"> = {}): unknown {
  const text = requestText(request);
  return text === undefined ? undefined : parseJsonBody(text, needs);
}
