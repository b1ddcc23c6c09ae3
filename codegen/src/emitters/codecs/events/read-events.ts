import { propertyKey } from "../../../emit/escape.js";
import { constant } from "../../../emit/structures.js";
import { runtimeType } from "../../../emit/symbol.js";
import { errorEvents, eventParts, isErrorShape } from "../../../knowledge/events.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape, UnionShape } from "../../../shapes/shape.js";
import { helper, helperType } from "../context.js";
import { isInherited, propertyOf, writeMember } from "../members.js";
import type { HttpContext, Reader } from "../http/context.js";
import { headerTable } from "./event-headers.js";
import { eventHelper } from "./helper.js";
import { indented } from "./write-events.js";
import { openTypeOf } from "../open-type.js";

/** `decodeX` or `receiveX` of a stream: what reads each of its events. A client keeps those that the model does not know. */
export function addReaders(context: HttpContext, union: UnionShape, reader: Reader, exported: boolean): void {
  const { names, file } = context;
  const type = file.use(reader === "decode" ? names.type(union.id) : names.received(union.id));
  const members = [...union.members.values()];
  const exceptions = errorEvents(context.model, union);
  const method = (member: MemberShape): string => {
    const statements = read(context, reader, member);
    const uses = statements.some((statement) => /\bmessage\b/.test(statement));
    // What every object has under that name says more than the type of the table.
    const type = isInherited(member.name) ? `: ${file.use(runtimeType("event-stream", "EventMessage"))}` : "";
    const head = `    ${propertyKey(member.name)}(${uses ? `message${type}` : ""}) {\n`;
    return `${head}${indented(statements, 6)}\n    },\n`;
  };
  const of = (list: readonly MemberShape[]): string =>
    list.length === 0 ? "{}" : `{\n${list.map(method).join("")}  }`;
  const lines = [
    `  events: ${of(members.filter((member) => !exceptions.includes(member)))},\n`,
    `  exceptions: ${of(exceptions)},\n`,
    ...(reader === "receive" ? ["  unknown: (name, message) => ({ $unknown: [name, message] }),\n"] : []),
  ];
  const side = reader === "decode" ? "A server's" : "A client's";
  file.add(
    constant({
      name: names[reader](union.id, context.dialect).name,
      exported,
      ...(exported ? { docs: `${side} read of the events of ${names.shapeName(union.id)}.` } : {}),
      type: `${file.use(runtimeType("event-stream", "EventReaders"))}<${type}>`,
      value: `{\n${lines.join("")}}`,
    }),
  );
}

/** Statements that read an event, or make the error that it is, of `message`. */
function read(context: HttpContext, reader: Reader, event: MemberShape): readonly string[] {
  const { names, file } = context;
  const parts = eventParts(context.model, event);
  const { structure, payload, document } = parts;
  const type = (): string => file.use(reader === "decode" ? names.type(structure.id) : names.received(structure.id));
  const give = (value: string): string => {
    if (!isErrorShape(structure)) return `return { ${propertyKey(event.name)}: ${value} };`;
    return `return new ${file.use(names.errorClass(structure.id))}(${value});`;
  };
  const source = reader === "decode" ? "request" : "response";
  const open = `const ${source} = ${eventHelper(context, reader === "decode" ? "eventRequest" : "eventResponse")}(message);`;
  const parsed = (shapes: readonly RootShape[]): string => context.body.parse(context, reader, shapes, source);
  const complete = (draft: string): string =>
    parts.headers.length === 0
      ? give(`${draft} as ${type()}`)
      : give(
          `${eventHelper(context, "readEventHeaders")}(message, ${headerTable(context, reader, parts)}, ${draft}) as ${type()}`,
        );
  const draft = (): string => `const result: ${helperType(context, "Draft")}<${type()}> = {};`;
  if (payload === undefined) {
    if (document.length === 0) return structure.members.size === 0 ? [give("{}")] : [draft(), complete("result")];
    if (parts.headers.length > 0) {
      const use = reader === "decode" ? "decodeEvent" : "receiveEvent";
      const shapes = document.map((member) => targetOf(context.model, member));
      return [open, complete(context.body.readDocument(context, use, structure, parsed(shapes)))];
    }
    const value = context.body.readPayload(context, reader, event, context.body.orEmpty(context, parsed([structure])));
    // A client's read of an error makes an instance of its class.
    const isMade = isErrorShape(structure) && reader === "receive";
    return [open, isMade ? `return ${value};` : give(value)];
  }
  return readWholePayload(context, reader, structure, payload, { open, draft, parsed, complete });
}

/** The same of an event whose payload is one of its members. */
function readWholePayload(
  context: HttpContext,
  reader: Reader,
  structure: StructureShape,
  payload: MemberShape,
  code: {
    readonly open: string;
    readonly draft: () => string;
    readonly parsed: (shapes: readonly RootShape[]) => string;
    readonly complete: (draft: string) => string;
  },
): readonly string[] {
  const { open, draft, parsed, complete } = code;
  const target = targetOf(context.model, payload);
  const set = (value: string): string => writeMember(context, "result", propertyOf(context, structure, payload), value);
  if (target.kind === "blob") return [draft(), set("message.payload"), complete("result")];
  if (target.kind === "string" || target.kind === "enum") {
    const enumType = openTypeOf(context, reader, target);
    const text = `${eventHelper(context, "eventText")}(message)`;
    return [draft(), set(enumType === undefined ? text : `${text} as ${enumType}`), complete("result")];
  }
  const isCorrected = reader === "receive" && isRequiredMember(structure, payload, context.options.optionality);
  const read = set(context.body.readPayload(context, reader, payload, "body"));
  return [
    open,
    `const body = ${isCorrected ? context.body.orEmpty(context, parsed([target])) : parsed([target])};`,
    draft(),
    isCorrected ? read : `if (${helper(context, "isPresent")}(body)) ${read}`,
    complete("result"),
  ];
}
