import type { RootShape } from "../../shapes/shape.js";
import type { CodecContext } from "./context.js";

/** The type of enums and intEnums, which are read as strings or integers: whether the value is a known one is the validator's question. */
export function openTypeOf(context: CodecContext, reader: "decode" | "receive", target: RootShape): string | undefined {
  if (target.kind !== "enum" && target.kind !== "intEnum") return undefined;
  return context.file.use(reader === "decode" ? context.names.type(target.id) : context.names.received(target.id));
}
