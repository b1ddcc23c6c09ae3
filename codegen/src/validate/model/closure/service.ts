import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { walkShapes } from "../../../knowledge/walk-shapes.js";
import { groupBy } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { RootShape, ServiceShape, Shape } from "../../../shapes/shape.js";
import { isIdentifier, nameOf, type ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { nameConflict } from "./name-conflict.js";

const code = "Service";

/** `Service`: the shapes of a service have names of their own, and renaming makes sense ("Service closure", "rename"). */
export function* serviceRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const closure = new Map(Array.from(walkShapes(model, service), (shape) => [shape.id, shape]));
    yield* checkNames(model, service, closure);
    for (const [from, to] of service.rename) yield* checkRename(service, closure.get(from), from, to);
  }
}

function* checkNames(model: Model, service: ServiceShape, closure: ReadonlyMap<ShapeId, Shape>): Iterable<Diagnostic> {
  const roots = [...closure.values()].filter((shape) => shape.kind !== "member");
  const named = groupBy(roots, ({ id }) => (service.rename.get(id) ?? nameOf(id)).toLowerCase());
  for (const shapes of named.values()) {
    if (shapes.length > 1) yield* checkConflicts(model, service, shapes);
  }
}

function* checkConflicts(model: Model, service: ServiceShape, shapes: readonly RootShape[]): Iterable<Diagnostic> {
  for (const subject of shapes) {
    for (const other of shapes) {
      if (other === subject) continue;
      const severity = nameConflict(model, subject, other);
      // What is no error is no business of the prelude.
      if (severity !== "ERROR" && subject.id.startsWith("smithy.api#")) continue;
      const renamed = service.rename.get(subject.id);
      const otherRenamed = service.rename.get(other.id);
      const name = renamed === undefined ? `Shape name \`${subject.id}\`` : `Renamed shape name "${renamed}"`;
      const note = otherRenamed === undefined ? "" : `(renamed to "${otherRenamed}") `;
      const message = `${name} conflicts with \`${other.id}\` ${note}in the \`${service.id}\` service closure. Shapes in the closure of a service ${severity === "ERROR" ? "must" : "should"} have case-insensitively unique names regardless of their namespaces. Use the \`rename\` property of the service to disambiguate shape names.`;
      yield shapeFinding(severity, code, subject, message);
    }
  }
}

function* checkRename(service: ServiceShape, shape: Shape | undefined, from: ShapeId, to: string) {
  if (!isIdentifier(to)) {
    const message = `Service attempts to rename \`${from}\` to an invalid identifier, "${to}"`;
    yield shapeFinding("ERROR", code, service, message);
  } else if (to === nameOf(from)) {
    const message = `Service rename for \`${from}\` does not actually change the name from \`${to}\``;
    yield shapeFinding("ERROR", code, service, message);
  }
  if (shape === undefined) {
    yield shapeFinding("ERROR", code, service, `Service attempts to rename a shape not in the service: ${from}`);
  } else if (shape.kind === "member" || shape.kind === "resource" || shape.kind === "operation") {
    const message = `Service attempts to rename a ${shape.kind} shape from \`${from}\` to "${to}"; ${shape.kind}s cannot be renamed`;
    yield shapeFinding("ERROR", code, service, message);
  }
}
