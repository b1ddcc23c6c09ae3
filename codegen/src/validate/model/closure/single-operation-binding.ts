import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { bindersIn, boundEntities, operationsBoundTo } from "../../../knowledge/bound-entities.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

/** `SingleOperationBinding`: one thing in a service binds an operation ("Service operations"). */
export function* singleOperationBindingRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const binders = bindersIn(model, service, operationsBoundTo);
    for (const operation of boundEntities(model, service).operations) {
      const found = [...(binders.get(operation.id) ?? [])];
      if (found.length < 2) continue;
      const list = found.map(({ kind, id }) => `(${kind}: \`${id}\`)`).toSorted();
      const message = `An operation can appear only once in an entire service closure. This operation is illegally bound into the \`${service.id}\` service closure from multiple shapes: ${list.join(", ")}`;
      yield shapeFinding("ERROR", "SingleOperationBinding", operation, message);
    }
  }
}
