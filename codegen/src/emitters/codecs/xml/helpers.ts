import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import type { CodecContext } from "../context.js";

/** The local name of a function of `@tsmith/runtime/codec/xml`. */
export function xmlHelper(context: CodecContext, name: string): string {
  return context.file.use(runtimeValue("codec/xml", name));
}

/** The type of the parameter that every reader has. */
export function readerType(context: CodecContext): string {
  return context.file.use(runtimeType("codec/xml", "XmlReader"));
}
