import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import { equalNodes } from "../../../shapes/node-equality.js";
import { isNodeArray, isNodeObject, type Node } from "../../../shapes/node.js";
import type { AppliedTrait, MemberShape, RootShape, Shape } from "../../../shapes/shape.js";
import { isBase64 } from "../../node/base64.js";
import { checkNode } from "../../node/check-node.js";
import { jsonText, nodeText } from "../../../shapes/node-text.js";
import { nodeFinding } from "../../node-finding.js";
import { shapeFinding } from "../../shape-finding.js";

const code = "DefaultTrait";
const id = "smithy.api#default";

/** `DefaultTrait`, `DefaultTrait.…`: defaults fit their shapes, and members repeat those of their targets ("default trait"). */
export function* defaultTraitRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).withTrait(id)) {
    const trait = shape.traits.get(id);
    if (trait === undefined) continue;
    yield* checkValue(model, shape, trait);
  }
  for (const structure of modelIndex(model).ofKind("structure")) {
    for (const member of structure.members.values()) yield* checkMember(model, member);
  }
}

function* checkValue(model: Model, shape: Shape, trait: AppliedTrait): Iterable<Diagnostic> {
  const { value } = trait;
  if (value === null) {
    if (shape.kind === "member") return;
    yield shapeFinding("ERROR", code, shape, "The @default trait can be set to null only on members", trait);
    return;
  }
  for (const finding of checkNode(model, shape, value, { allowZeroOutOfRange: true })) {
    yield nodeFinding(code, shape, "Error validating @default trait", finding, trait);
  }
  const target = resolveTarget(model, shape);
  if (target?.kind === "blob" && typeof value === "string" && !isBase64(value)) {
    const message = "The @default value of a blob should be a valid base64 string.";
    yield shapeFinding("WARNING", code, shape, message, trait);
  }
  const problem = target === undefined ? undefined : problemOfContent(target, value);
  if (problem !== undefined) yield shapeFinding("ERROR", code, shape, problem, trait);
}

/** Only empty values are defaults of aggregate types. */
function problemOfContent({ kind }: RootShape, value: Node): string | undefined {
  if (isNodeArray(value) && value.length > 0) {
    if (kind === "list") return "The @default value of a list must be an empty list";
    if (kind === "document") return "The @default value of a document cannot be a non-empty array";
  }
  if (isNodeObject(value) && Object.keys(value).length > 0) {
    if (kind === "map") return "The @default value of a map must be an empty map";
    if (kind === "document") return "The @default value of a document cannot be a non-empty object";
  }
  return undefined;
}

/** Members of structures that target a shape with a default say so themselves. */
function* checkMember(model: Model, member: MemberShape): Iterable<Diagnostic> {
  const value = resolveTarget(model, member)?.traits.get(id)?.value;
  if (value === undefined) return;
  const own = member.traits.get(id)?.value;
  if (own === undefined) {
    const message = `Member targets ${member.target}, which requires that the member defines the same default of \`${jsonText(value)}\` or \`null\``;
    yield shapeFinding("ERROR", code, member, message);
  } else if (own !== null && !equalNodes(own, value)) {
    const message = `Member defines a default value that differs from the default value of the target shape, ${member.target}. The member has a default of \`${nodeText(own)}\`, but the target has a default of \`${jsonText(value)}\`.`;
    yield shapeFinding("ERROR", code, member, message);
  }
}
