import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { lifecycles } from "../../../shapes/lifecycles.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "ResourceLifecycle";

const readonlyLifecycles: Readonly<Record<"create" | "delete" | "list" | "put" | "read" | "update", boolean>> = {
  put: false,
  create: false,
  read: true,
  update: false,
  delete: false,
  list: true,
};

/** `ResourceLifecycle`: operations of the lifecycle are read-only and idempotent as their role asks ("Resource lifecycle"). */
export function* resourceLifecycleRule(model: Model): Iterable<Diagnostic> {
  for (const resource of modelIndex(model).ofKind("resource")) {
    for (const lifecycle of lifecycles) {
      const operation = model.shapes.get(resource[lifecycle] ?? "");
      if (operation?.kind !== "operation") continue;
      const subject = `The \`${lifecycle}\` lifecycle operation of this resource targets an invalid operation, \`${operation.id}\`. The targeted operation`;
      const mustRead = readonlyLifecycles[lifecycle];
      if (mustRead !== operation.traits.has("smithy.api#readonly")) {
        const message = `${subject} ${mustRead ? "must" : "must not"} be marked with the readonly trait.`;
        yield shapeFinding("ERROR", code, resource, message);
      }
      if (lifecycle !== "put" && lifecycle !== "delete") continue;
      if (operation.traits.has("smithy.api#idempotent")) continue;
      yield shapeFinding("ERROR", code, resource, `${subject} must be marked as idempotent.`);
    }
  }
}
