import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { httpTraitOf } from "../../../knowledge/http-trait.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `HttpUriFormat`: a URI pattern is ASCII text ("http trait", "uri"). */
export function* httpUriFormatRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const http = httpTraitOf(operation);
    if (http === undefined || /^\p{ASCII}*$/u.test(http.uri.text)) continue;
    const message = `@http trait \`uri\` is invalid: ${http.uri.text}`;
    yield shapeFinding("ERROR", "HttpUriFormat", operation, message, http.trait);
  }
}
