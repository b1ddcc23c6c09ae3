import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { ResourceShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "ResourceIdentifier";

/** `ResourceIdentifier`: children have the identifiers of their parent, and no identifier is a property ("Resource identifiers"). */
export function* resourceIdentifierRule(model: Model): Iterable<Diagnostic> {
  for (const resource of modelIndex(model).ofKind("resource")) {
    yield* checkProperties(resource);
    for (const id of new Set(resource.resources)) {
      const child = model.shapes.get(id);
      if (child?.kind === "resource") yield* checkChild(child, resource);
    }
  }
}

function* checkProperties(resource: ResourceShape): Iterable<Diagnostic> {
  const properties = new Set(Array.from(resource.properties.keys(), (name) => name.toLowerCase()));
  for (const name of resource.identifiers.keys()) {
    if (!properties.has(name.toLowerCase())) continue;
    const message = `Resource identifier \`${name}\` cannot also be a resource property`;
    yield shapeFinding("ERROR", code, resource, message);
  }
}

function* checkChild(child: ResourceShape, parent: ResourceShape): Iterable<Diagnostic> {
  const missing = [...parent.identifiers.keys()].filter((name) => !child.identifiers.has(name));
  if (missing.length > 0) {
    const message = `This resource is bound as a child of \`${parent.id}\`, but it is invalid because its \`identifiers\` property is missing the following identifiers that are defined in \`${parent.id}\`: [${missing.toSorted().join(", ")}]`;
    yield shapeFinding("ERROR", code, child, message);
  }
  const mismatches = [...parent.identifiers].flatMap(([name, target]) => {
    const found = child.identifiers.get(name);
    if (found === undefined || found === target) return [];
    return `expected the \`${name}\` member to target \`${target}\`, but found a target of \`${found}\``;
  });
  if (mismatches.length === 0) return;
  const message = `The \`identifiers\` property of this resource is incompatible with its binding to \`${parent.id}\`: ${mismatches.toSorted().join("; ")}`;
  yield shapeFinding("ERROR", code, child, message);
}
