import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { nameOf } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

/**
 * Members of structures and unions whose names begin with their shape's, or equal it; without regard to case.
 *
 * @param verb - what the message says that the shape does with its name
 * @param rule - what the message says that the names of members should not be
 */
export function* findRepeatedNames(
  model: Model,
  code: string,
  verb: string,
  rule: string,
  isExact: boolean,
): Iterable<Diagnostic> {
  const { ofKind } = modelIndex(model);
  for (const shape of [...ofKind("structure"), ...ofKind("union")]) {
    const name = nameOf(shape.id);
    const { kind } = shape;
    for (const member of shape.members.values()) {
      const [given, repeated] = [member.name.toLowerCase(), name.toLowerCase()];
      if (isExact ? given !== repeated : !given.startsWith(repeated)) continue;
      const found = `The \`${name}\` ${kind} shape ${verb} its name in the member \`${member.name}\`;`;
      const message = `${found} ${kind} member names should not be ${rule} the ${kind} name.`;
      yield shapeFinding("WARNING", code, member, message);
    }
  }
}
