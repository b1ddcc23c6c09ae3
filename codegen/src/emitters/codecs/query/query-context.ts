import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import type { QueryDialect } from "../../../knowledge/query-names.js";
import type { CodecContext } from "../context.js";

/** What writing a file of form codecs takes. */
export interface QueryContext extends CodecContext {
  readonly dialect: QueryDialect;
}

/** The local name of a function of `@tsmith/runtime/codec/query`. */
export function queryHelper(context: QueryContext, name: string): string {
  return context.file.use(runtimeValue("codec/query", name));
}

/** The type of the parameter that every reader has. */
export function formType(context: QueryContext): string {
  return context.file.use(runtimeType("codec/query", "FormNode"));
}
