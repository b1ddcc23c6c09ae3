import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Emitter } from "../../../emit/emitter.js";
import { createTypeScriptFile } from "../../../emit/typescript-file.js";
import { httpDialectsOf, type Dialect } from "../../../knowledge/protocols.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import type { BodyDialect, HttpContext } from "./context.js";
import { addEventStreams } from "../events/event-streams.js";
import { jsonBody } from "./json-body.js";
import { addReadRequest, addRequest } from "./requests.js";
import { addReceiveError, addReceiveResponse, addRespond } from "./responses.js";
import { xmlBody } from "./xml-body.js";

const bodies: Partial<Readonly<Record<Dialect, BodyDialect>>> = { "rest-json": jsonBody, xml: xmlBody };

/**
 * `src/http-bindings.ts`, for the protocols with HTTP bindings: of each operation the functions that write and read its requests and
 * responses, of each error those of its response (Smithy 2.0, "HTTP bindings").
 */
export const emitHttpBindings: Emitter = (input) => {
  const { service, operations, errors } = serviceIndex(input.model, input.service);
  const file = createTypeScriptFile("src/http-bindings.ts", input.names);
  const diagnostics: Diagnostic[] = [];
  for (const dialect of httpDialectsOf(service)) {
    const body = bodies[dialect];
    if (body === undefined) continue;
    const context: HttpContext = { ...input, dialect, body, file, diagnostics };
    addEventStreams(context, false);
    for (const operation of operations) {
      addRequest(context, operation);
      addReadRequest(context, operation);
      addRespond(context, operation.shape, operation.output);
      addReceiveResponse(context, operation);
    }
    for (const error of errors) {
      addRespond(context, error, error);
      addReceiveError(context, error);
    }
  }
  return { files: file.isEmpty() ? [] : [file.plan()], diagnostics };
};
