import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { targetOf } from "../../../shapes/model.js";
import type { RootShape } from "../../../shapes/shape.js";
import type { CodecContext } from "../context.js";

/**
 * A warning for each document, which the protocol has no form for (Smithy RPC v2 CBOR, "Shape serialization"): theirs is that of the data
 * items themselves, as long as nothing else is agreed on.
 */
export function documentsInCbor({ model }: CodecContext, shape: RootShape): readonly Diagnostic[] {
  return [...shape.members.values()]
    .filter((member) => targetOf(model, member).kind === "document")
    .map((member) => ({
      code: "emit/document-in-cbor",
      severity: "WARNING",
      shape: member.id,
      ...(member.location === undefined ? {} : { location: member.location }),
      message: `CBOR protocols have no form for documents, so that only clients and servers of this generator are sure to agree on ${member.name}.`,
      suggestion: "Give the data a shape of its own, or choose a protocol of JSON.",
    }));
}
