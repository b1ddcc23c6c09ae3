import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isStreaming } from "../../knowledge/traits.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, StructureShape } from "../../shapes/shape.js";
import type { CodecContext } from "./context.js";

/** A warning for each streaming blob of a structure: protocols without HTTP bindings have streams of events, but none of bytes. */
export function blobStreamsOf(context: CodecContext, shape: StructureShape): readonly Diagnostic[] {
  return streamsOf(context, shape, "blob").map((member) => ({
    ...warning(member),
    code: context.dialect === "cbor" ? "emit/stream-in-cbor" : "emit/stream-in-json",
    message: `A body without HTTP bindings carries no streams of bytes, so that ${member.name} is neither written nor read.`,
    suggestion: "Remove the streaming trait to carry the data in the body, or choose a protocol with HTTP bindings.",
  }));
}

/** A warning for each stream of a structure, in a query protocol, which has none at all (Smithy 2.0, "AWS query protocol"). */
export function queryStreamsOf(context: CodecContext, shape: StructureShape): readonly Diagnostic[] {
  return [...streamsOf(context, shape, "blob"), ...streamsOf(context, shape, "union")].map((member) => ({
    ...warning(member),
    code: "emit/stream-in-query",
    message: `The query protocols carry no streams, neither of bytes nor of events, so that ${member.name} is neither written nor read.`,
    suggestion: "Offer the operation in a service with another protocol, or remove the streaming trait.",
  }));
}

function streamsOf({ model }: CodecContext, shape: StructureShape, kind: "blob" | "union"): readonly MemberShape[] {
  return [...shape.members.values()].filter(
    (member) => isStreaming(model, member) && targetOf(model, member).kind === kind,
  );
}

function warning({ id, location }: MemberShape): Pick<Diagnostic, "severity" | "shape" | "location"> {
  return { severity: "WARNING", shape: id, ...(location === undefined ? {} : { location }) };
}
