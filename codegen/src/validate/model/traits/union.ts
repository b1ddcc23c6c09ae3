import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { jsonText } from "../../../shapes/node-text.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "Union";

/** `Union`: unions have members, whose defaults mean nothing ("union"). */
export function* unionRule(model: Model): Iterable<Diagnostic> {
  for (const union of modelIndex(model).ofKind("union")) {
    if (union.members.size === 0) {
      yield shapeFinding("ERROR", code, union, "Tagged unions must have one or more members");
    }
    for (const member of union.members.values()) {
      const target = resolveTarget(model, member);
      const fallback = target?.traits.get("smithy.api#default");
      if (target !== undefined && fallback !== undefined) {
        const message = `This union member targets \`${target.id}\`, a shape with a default value of \`${jsonText(fallback.value)}\`. Note that default values are only applicable to structures and ignored in tagged unions. It is a best practice for union members to target shapes with no default value (for example, instead of targeting PrimitiveInteger, target Integer).`;
        yield shapeFinding("NOTE", code, member, message);
      }
      const box = member.traits.get("smithy.api#box");
      if (box !== undefined) {
        const message =
          "Invalid box trait found on a union member. The box trait on union members has no effect because union members are implicitly nullable.";
        yield shapeFinding("WARNING", code, member, message, box);
      }
    }
  }
}
