import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray } from "../../shapes/node.js";
import { shapeFinding } from "../shape-finding.js";
import { testParametersOf } from "./malformed-request-cases.js";

const traitId = "smithy.test#httpMalformedRequestTests";

/** `HttpMalformedRequestTests`: the lists of parameters, one value a case, have one length ("httpMalformedRequestTests"). */
export function* httpMalformedRequestTestsRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(traitId)) {
    const trait = shape.traits.get(traitId);
    if (!isNodeArray(trait?.value) || (shape.kind !== "operation" && shape.kind !== "structure")) continue;
    for (const testCase of trait.value) {
      const lengths = new Set(Array.from(testParametersOf(testCase).values(), ({ length }) => length));
      if (lengths.size < 2) continue;
      const message = "Each list associated to a key in `testParameters` must be of the same length.";
      yield shapeFinding("ERROR", "HttpMalformedRequestTests", shape, message, trait);
    }
  }
}
