import type { EmitterInput } from "../../emit/emitter.js";
import { code, literal, type LiteralValue } from "../../emit/literal.js";
import { runtimeValue } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { eventMediaTypeOf, eventMemberOf, othersOf } from "../../knowledge/event-streams.js";
import { hasEventStreams, type Protocol } from "../../knowledge/protocols.js";
import type { OperationInfo } from "../../knowledge/service-index.js";

/**
 * What gives the operation of a protocol without HTTP bindings its streams of events, as code of an argument of `rpcEvents`; undefined for
 * one without.
 */
export function rpcEventStreams(
  input: EmitterInput,
  file: TypeScriptFile,
  protocol: Protocol,
  operation: OperationInfo,
): string | undefined {
  if (protocol.binding !== "rpc" || !hasEventStreams(protocol)) return undefined;
  const { model, names } = input;
  const written = eventMemberOf(model, operation.input);
  const read = eventMemberOf(model, operation.output);
  if (written === undefined && read === undefined) return undefined;
  const facts: { readonly [key: string]: LiteralValue | undefined } = {
    mediaType: eventMediaTypeOf(protocol.request),
    input: written && {
      member: written.name,
      encode: code(file.use(names.encode(written.target, protocol.request))),
    },
    output: read && {
      member: read.name,
      readers: code(file.use(names.receive(read.target, protocol.request))),
      others: othersOf(operation.output, read, input.options.optionality),
    },
  };
  return literal(facts, { indent: 2 });
}

/** `rpcEvents` of the runtime. */
export function rpcEventsFunction(file: TypeScriptFile): string {
  return file.use(runtimeValue("event-stream", "rpcEvents"));
}
