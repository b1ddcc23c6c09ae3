import { renderMarkdown } from "../../emit/doc-markdown.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import type { Emitter } from "../../emit/emitter.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { jsonMediaTypeOf } from "../../knowledge/protocols.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { openApiDocument } from "../../jsonschema/openapi.js";

/** `openapi.json`, an OpenAPI 3.1 document of the service, and its TypeScript types beside it. */
export const emitOpenApi: Emitter = ({ model, service }) => {
  const index = serviceIndex(model, service);
  const document = openApiDocument({
    model,
    service,
    describe: (documentation) => renderMarkdown(parseDocumentation(documentation)),
  });
  return {
    files: [
      { kind: "json", path: "openapi.json", value: document },
      { kind: "openapi-types", path: "src/openapi.ts", document },
    ],
    diagnostics: jsonMediaTypeOf(index.service) === undefined ? [noProtocol(service)] : [],
  };
};

function noProtocol(service: ShapeId): Diagnostic {
  return {
    code: "emit/no-openapi-protocol",
    severity: "WARNING",
    shape: service,
    message: `${nameOf(service)} speaks no JSON protocol of AWS; openapi.json describes its operations as if it did, with JSON bodies.`,
    suggestion: "Add @aws.protocols#awsJson1_1 or @aws.protocols#awsJson1_0.",
  };
}
