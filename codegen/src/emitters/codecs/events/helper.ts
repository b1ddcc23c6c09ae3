import { runtimeValue } from "../../../emit/symbol.js";
import type { HttpContext } from "../http/context.js";

/** The local name of a function of `@tsmith/runtime/event-stream`. */
export function eventHelper(context: HttpContext, name: string): string {
  return context.file.use(runtimeValue("event-stream", name));
}
