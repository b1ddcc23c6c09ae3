import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { httpTraitOf } from "../../../knowledge/http-trait.js";
import { stringTrait } from "../../../knowledge/traits.js";
import { addToGroup } from "../../../shapes/group-by.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { RootShape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "HttpQueryTrait";

/** `HttpQueryTrait`: one member a query parameter, and none that the URI has already ("httpQuery trait"). */
export function* httpQueryTraitRule(model: Model): Iterable<Diagnostic> {
  const parameters = queryParameters(model);
  for (const [id, names] of parameters) {
    const structure = model.shapes.get(id);
    if (structure !== undefined) yield* checkRepeated(structure, names);
  }
  for (const operation of modelIndex(model).ofKind("operation")) {
    const uri = httpTraitOf(operation)?.uri;
    const input = model.shapes.get(operation.input);
    const names = parameters.get(operation.input);
    if (uri === undefined || input === undefined || names === undefined) continue;
    for (const name of uri.queryLiterals.keys()) {
      if (!names.has(name)) continue;
      const message = `\`httpQuery\` name \`${name}\` conflicts with the \`http\` trait of the \`${operation.id}\` operation: \`${uri.text}\``;
      yield shapeFinding("ERROR", code, input, message);
    }
  }
}

/** For each structure, the members by the query parameter that they are bound to. */
function queryParameters(model: Model): ReadonlyMap<ShapeId, ReadonlyMap<string, readonly string[]>> {
  const structures = new Map<ShapeId, Map<string, string[]>>();
  for (const member of modelIndex(model).withTrait("smithy.api#httpQuery")) {
    const name = stringTrait(member, "smithy.api#httpQuery");
    if (member.kind !== "member" || name === undefined) continue;
    if (model.shapes.get(member.container)?.kind !== "structure") continue;
    const names = structures.get(member.container) ?? new Map<string, string[]>();
    addToGroup(names, name, member.name);
    structures.set(member.container, names);
  }
  return structures;
}

function* checkRepeated(structure: RootShape, names: ReadonlyMap<string, readonly string[]>): Iterable<Diagnostic> {
  for (const [name, members] of names) {
    if (members.length < 2) continue;
    const message = `\`httpQuery\` parameter name binding conflicts found for the \`${name}\` parameter in the following structure members: ${tickedList(members)}`;
    yield shapeFinding("ERROR", code, structure, message);
  }
}
