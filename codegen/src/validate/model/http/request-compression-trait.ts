import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { isNodeArray, nodeMember } from "../../../shapes/node.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../../shapes/model-index.js";
import type { AppliedTrait, OperationShape } from "../../../shapes/shape.js";
import { shapeFinding } from "../../shape-finding.js";
import { tickedList } from "../../ticked-list.js";

const code = "RequestCompressionTrait";

/** `RequestCompressionTrait`: there is something to compress, by an algorithm that Smithy knows ("requestCompression trait"). */
export function* requestCompressionTraitRule(model: Model): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    const trait = operation.traits.get("smithy.api#requestCompression");
    if (trait === undefined) continue;
    yield* checkInput(model, operation);
    yield* checkEncodings(operation, trait);
  }
}

function* checkInput(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  if (operation.input === "smithy.api#Unit") {
    const message =
      "The `requestCompression` trait can only be applied to operations which have an input shape defined";
    yield shapeFinding("ERROR", code, operation, message);
    return;
  }
  for (const member of model.shapes.get(operation.input)?.members.values() ?? []) {
    const traits = resolveTarget(model, member)?.traits;
    if (traits?.has("smithy.api#streaming") !== true || !traits.has("smithy.api#requiresLength")) continue;
    const message = `The \`requestCompression\` trait can only be applied to operations which do not have input members that target shapes with both the \`streaming\` and \`requiresLength\` traits applied, but found member \`${member.id}\` targeting \`${member.target}\``;
    yield shapeFinding("ERROR", code, operation, message);
  }
}

function* checkEncodings(operation: OperationShape, trait: AppliedTrait): Iterable<Diagnostic> {
  const listed = nodeMember(trait.value, "encodings");
  const encodings = isNodeArray(listed) ? listed.filter((encoding) => typeof encoding === "string") : [];
  const unknown = encodings.filter((encoding) => encoding.toLowerCase() !== "gzip");
  if (encodings.length === 0) {
    const message = `There must be at least one compression algorithm in \`encodings\` for the \`requestCompression\` trait applied to \`${operation.id}\``;
    yield shapeFinding("ERROR", code, operation, message, trait);
  } else if (unknown.length > 0) {
    const message = `Invalid compression algorithm${unknown.length === 1 ? "" : "s"} found in \`requestCompression\` trait applied to \`${operation.id}\`: ${tickedList(unknown)}`;
    yield shapeFinding("ERROR", code, operation, message, trait);
  }
}
