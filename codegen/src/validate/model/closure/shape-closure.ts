import { describeLocation } from "../../../diagnostics/describe-location.js";
import type { Diagnostic, Severity } from "../../../diagnostics/diagnostic.js";
import { closureShapes, type ShapeClosure, shapeClosures } from "../../../knowledge/shape-closures.js";
import { selectorIn } from "../../../selector/model-selectors.js";
import { groupBy } from "../../../shapes/group-by.js";
import { findShape, type Model } from "../../../shapes/model.js";
import { locationOfNode } from "../../../shapes/node-location.js";
import { compareShapeIds, nameOf, namespaceOf, type ShapeId } from "../../../shapes/shape-id.js";

/**
 * `ShapeClosure` and its `.EmptyNamespace.ID`, `.EmptySelector.ID`, `.NameConflicts.ID`: closures have names of their own, hold shapes,
 * and rename what they hold to names that differ ("Shape closures").
 */
export function* shapeClosureRule(model: Model): Iterable<Diagnostic> {
  const namespaces = new Set(Array.from(model.shapes.keys(), namespaceOf));
  const previous = new Map<string, ShapeClosure>();
  for (const closure of shapeClosures(model)) {
    const before = previous.get(closure.id);
    previous.set(closure.id, closure);
    if (before === undefined) yield* checkClosure(model, closure, namespaces);
    else {
      const place = describeLocation(locationOfNode(before.node));
      const text = `id \`${closure.id}\` is declared more than once. The previous declaration is at ${place}.`;
      yield finding(closure, "ERROR", text);
    }
  }
}

function finding({ id, node }: ShapeClosure, severity: Severity, text: string, suffix?: string): Diagnostic {
  const code = suffix === undefined ? "ShapeClosure" : `ShapeClosure.${suffix}.${id}`;
  return { code, severity, message: `Shape closure ${text}`, location: locationOfNode(node) };
}

function* checkClosure(model: Model, closure: ShapeClosure, namespaces: ReadonlySet<string>): Iterable<Diagnostic> {
  const { id, includeNamespaces, includeBySelector } = closure;
  if (findShape(model, id) !== undefined) {
    yield finding(closure, "ERROR", `ids must not match the ids of shapes in the model, but \`${id}\` does.`);
  }
  if (includeNamespaces.size === 0 && includeBySelector === undefined) {
    const text = `\`${id}\` must define at least one of \`includeNamespaces\` or \`includeBySelector\`.`;
    yield finding(closure, "ERROR", text);
  }
  for (const namespace of includeNamespaces) {
    if (namespaces.has(namespace)) continue;
    const text = `\`${id}\` includes namespace \`${namespace}\`, which has no shapes in the model.`;
    yield finding(closure, "DANGER", text, "EmptyNamespace");
  }
  const problem = includeBySelector === undefined ? undefined : selectorIn(model, includeBySelector).problem;
  // That a selector is not empty is for the type of the metadata to say.
  if (includeBySelector === "") return;
  if (problem !== undefined) {
    yield finding(closure, "ERROR", `\`${id}\` has an invalid \`includeBySelector\`: ${problem.message}`);
    return;
  }
  if (includeBySelector !== undefined) yield* checkSelection(model, closure, namespaces);
  yield* checkRenames(model, closure);
  yield* checkNames(model, closure);
}

/** A selector adds something to what namespaces bring. */
function* checkSelection(model: Model, closure: ShapeClosure, namespaces: ReadonlySet<string>): Iterable<Diagnostic> {
  const included = new Set([...closure.includeNamespaces].filter((namespace) => namespaces.has(namespace)));
  const { roots } = closureShapes(model, closure.id);
  if ([...roots].some((shape) => !included.has(namespaceOf(shape.id)))) return;
  const what =
    included.size === 0
      ? "matches no shapes in the model"
      : "matches no shapes in the model that aren't already in an included namespace";
  yield finding(closure, "DANGER", `\`${closure.id}\` has an \`includeBySelector\` that ${what}.`, "EmptySelector");
}

function* checkRenames(model: Model, closure: ShapeClosure): Iterable<Diagnostic> {
  const { id, rename } = closure;
  if (rename.size === 0) return;
  const ids = new Set(Array.from(closureShapes(model, id).shapes, (shape) => shape.id));
  const kept = keptNames(model, closure);
  const renamed = new Map<string, ShapeId>();
  for (const [from, to] of rename) {
    if (to === nameOf(from)) {
      yield finding(closure, "ERROR", `\`${id}\` rename for \`${from}\` does not change the name from \`${to}\`.`);
    }
    if (!ids.has(from)) {
      yield finding(closure, "ERROR", `\`${id}\` attempts to rename \`${from}\`, which is not in the closure.`);
      continue;
    }
    const name = to.toLowerCase();
    const subject = `\`${id}\` rename for \`${from}\` ("${to}") case-insensitively conflicts with`;
    const before = renamed.get(name);
    if (before !== undefined) yield finding(closure, "ERROR", `${subject} the rename for \`${before}\`.`);
    renamed.set(name, from);
    const [other] = kept.get(name) ?? [];
    if (other !== undefined) yield finding(closure, "ERROR", `${subject} non-renamed shape \`${other}\`.`);
  }
}

/** The shapes that a closure does not rename, by their names without case. */
function keptNames(model: Model, { id, rename }: ShapeClosure): ReadonlyMap<string, readonly ShapeId[]> {
  const roots = [...closureShapes(model, id).shapes].filter(({ kind }) => kind !== "member");
  const kept = roots.map((shape) => shape.id).filter((shape) => !rename.has(shape));
  return groupBy(kept.toSorted(compareShapeIds), (shape) => nameOf(shape).toLowerCase());
}

function* checkNames(model: Model, closure: ShapeClosure): Iterable<Diagnostic> {
  for (const ids of keptNames(model, closure).values()) {
    if (ids.length < 2) continue;
    const text = `\`${closure.id}\` contains shapes whose names conflict case-insensitively: [${ids.join(", ")}]. Shapes in a closure should have case-insensitively unique names regardless of their namespaces. Some code generators or other tools may require this in order to work. The \`rename\` property may be used to disambiguate them.`;
    yield finding(closure, "WARNING", text, "NameConflicts");
  }
}
