import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { httpTraitOf } from "../../../knowledge/http-trait.js";
import { findLabel, labelsOf } from "../../../knowledge/label-pattern.js";
import type { UriPattern } from "../../../knowledge/uri-pattern.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { MemberShape, OperationShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "HttpLabelTrait";

/** `HttpLabelTrait`: labels of a URI and members that are bound to labels match one for one ("httpLabel trait"). */
export function* httpLabelTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const uri = httpTraitOf(operation)?.uri;
    if (uri !== undefined) yield* checkOperation(model, operation, uri);
  }
}

function* checkOperation(model: Model, operation: OperationShape, uri: UriPattern): Iterable<Diagnostic> {
  const input = model.shapes.get(operation.input);
  if (input?.kind !== "structure") return;
  const unbound = new Set(labelsOf(uri).map(({ content }) => content));
  for (const member of input.members.values()) {
    if (!member.traits.has("smithy.api#httpLabel")) continue;
    unbound.delete(member.name);
    const problem = problemOf(model, operation, uri, member);
    if (problem !== undefined) {
      yield shapeFinding("ERROR", code, member, problem, member.traits.get("smithy.api#httpLabel"));
    }
  }
  if (unbound.size === 0) return;
  const message = `This operation uses \`${input.id}\` as input, but the following URI labels found in the operation's \`http\` trait do not have a corresponding member marked with the \`httpLabel\` trait: ${tickedList(unbound)}`;
  yield shapeFinding("ERROR", code, operation, message);
}

function problemOf(model: Model, operation: OperationShape, uri: UriPattern, member: MemberShape): string | undefined {
  const label = findLabel(uri, member.name);
  if (label === undefined) {
    return `This \`${member.name}\` structure member is marked with the \`httpLabel\` trait, but no corresponding \`http\` URI label could be found when used as the input of the \`${operation.id}\` operation.`;
  }
  const target = model.shapes.get(member.target);
  if (label.kind !== "greedyLabel" || target === undefined) return undefined;
  if (target.kind === "string" || target.kind === "enum") return undefined;
  return `The \`${member.name}\` structure member corresponds to a greedy label when used as the input of the \`${operation.id}\` operation. This member targets (${target.kind}: \`${target.id}\`), but greedy labels must target string shapes.`;
}
