import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { bindersIn, boundEntities } from "../../../knowledge/bound-entities.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

/** `SingleResourceBinding`: one thing in a service binds a resource ("Service resources"). */
export function* singleResourceBindingRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const binders = bindersIn(model, service, ({ resources }) => resources);
    for (const resource of boundEntities(model, service).resources) {
      const found = Array.from(binders.get(resource.id) ?? [], ({ id }) => id);
      if (found.length < 2) continue;
      const message = `A resource can appear only once in an entire service closure. This resource is illegally bound into the \`${service.id}\` service closure from multiple shapes: [${tickedList(found)}]`;
      yield shapeFinding("ERROR", "SingleResourceBinding", resource, message);
    }
  }
}
