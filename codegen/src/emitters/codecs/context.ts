import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EmitterInput } from "../../emit/emitter.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import type { Dialect } from "../../knowledge/protocols.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";

/** What writing one codecs file takes. */
export interface CodecContext extends EmitterInput {
  /** `rest-json` counts `jsonName`. */
  readonly dialect: Dialect;
  readonly file: TypeScriptFile;
  readonly diagnostics: Diagnostic[];
}

/** `encode` writes on either side, `decode` is a server's read, `receive` a client's. */
export type Direction = "encode" | "decode" | "receive";

/** The local name of a function of `@tsmith/runtime/codec`. */
export function helper(context: CodecContext, name: string): string {
  return context.file.use(runtimeValue("codec", name));
}

/** The local name of a type of `@tsmith/runtime/codec`. */
export function helperType(context: CodecContext, name: string): string {
  return context.file.use(runtimeType("codec", name));
}
