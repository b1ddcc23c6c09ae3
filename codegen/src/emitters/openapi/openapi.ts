import { renderMarkdown } from "../../emit/doc-markdown.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import type { Emitter } from "../../emit/emitter.js";
import { openApiDocument } from "../../jsonschema/openapi.js";

/** `openapi.json`, an OpenAPI 3.1 document of the service, and its TypeScript types beside it. */
export const emitOpenApi: Emitter = ({ model, service }) => {
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
    diagnostics: [],
  };
};
