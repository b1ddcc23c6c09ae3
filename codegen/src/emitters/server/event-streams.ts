import type { EmitterInput } from "../../emit/emitter.js";
import { code, literal, type LiteralValue } from "../../emit/literal.js";
import { streamExceptions } from "../../emit/stream-exceptions.js";
import { runtimeValue } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { eventMediaTypeOf, eventMemberOf, othersOf } from "../../knowledge/event-streams.js";
import { isRequiredMember } from "../../knowledge/optionality.js";
import type { Dialect } from "../../knowledge/protocols.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, UnionShape } from "../../shapes/shape.js";

type LiteralObject = { readonly [key: string]: LiteralValue | undefined };

/** What the streams of an operation add to its entry in a table of a protocol without HTTP bindings: `MayStream` of `@tsmith/runtime/server`. */
export function mayStream(
  input: EmitterInput,
  file: TypeScriptFile,
  dialect: Dialect,
  operation: OperationInfo,
): LiteralObject {
  const { model, names } = input;
  const read = eventMemberOf(model, operation.input);
  const written = eventMemberOf(model, operation.output);
  if (read === undefined && written === undefined) return {};
  const facts: LiteralObject = {
    mediaType: eventMediaTypeOf(dialect),
    input: read && {
      member: read.name,
      readers: code(file.use(names.decode(read.target, dialect))),
      isAlone: othersOf(operation.input, read, input.options.optionality) === "none" ? true : undefined,
    },
    output: written && {
      member: written.name,
      required: isRequiredMember(operation.output, written, input.options.optionality)
        ? `${names.shapeName(operation.output.id)}.${written.name}`
        : undefined,
      writing: eventWriting(input, file, dialect, written),
    },
  };
  const make = file.use(runtimeValue("event-stream", "eventExchange"));
  return {
    streams: read === undefined ? undefined : true,
    events: code(`${make}(${literal(facts, { indent: 6 })})`),
  };
}

/** How the events of an output are written, and the errors that its union has. */
function eventWriting(
  { model, names }: EmitterInput,
  file: TypeScriptFile,
  dialect: Dialect,
  stream: MemberShape,
): LiteralObject {
  const encode = file.use(names.encode(stream.target, dialect));
  const union = targetOf(model, stream) as UnionShape;
  return { encode: code(encode), exception: code(streamExceptions({ model, names, use: file.use }, union, encode)) };
}
