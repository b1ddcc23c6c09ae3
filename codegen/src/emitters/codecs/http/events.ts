import { propertyKey, stringLiteral } from "../../../emit/escape.js";
import { constant, functionDeclaration } from "../../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../../emit/symbol.js";
import { eventParts, type EventParts } from "../../../knowledge/events.js";
import { serviceIndex } from "../../../knowledge/service-index.js";
import { isStreaming } from "../../../knowledge/traits.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, UnionShape } from "../../../shapes/shape.js";
import { helper, helperType } from "../context.js";
import { propertyOf, readMember, writeMember } from "../members.js";
import type { HttpContext, Reader } from "./context.js";

/** The local name of a function of `@tsmith/runtime/event-stream`. */
export function eventHelper(context: HttpContext, name: string): string {
  return context.file.use(runtimeValue("event-stream", name));
}

/** The functions that write and read the events of each stream of the service (Amazon Event Stream, "Amazon Event Semantics"). */
export function addEventStreams(context: HttpContext): void {
  const { shapes, inputShapes, outputShapes } = serviceIndex(context.model, context.service);
  for (const shape of shapes) {
    if (shape.kind !== "union" || !isStreaming(context.model, shape)) continue;
    addWriter(context, shape);
    if (inputShapes.has(shape.id)) addReaders(context, shape, "decode");
    if (outputShapes.has(shape.id)) addReaders(context, shape, "receive");
  }
}

/** The code of how a stream is written: by a client, or by a server, which tells of errors in the stream. */
export function eventWriting(context: HttpContext, union: UnionShape, tellsErrors: boolean): string {
  const encode = context.names.encode(union.id, context.dialect).name;
  if (!tellsErrors) return `{ encode: ${encode} }`;
  const cases = errorsOf(context, union).map((member) => {
    const errorClass = context.file.use(context.names.errorClass(member.target));
    return `error instanceof ${errorClass} ? ${encode}({ ${propertyKey(member.name)}: error }) : `;
  });
  const parameter = cases.length === 0 ? "()" : "(error)";
  return `{ encode: ${encode}, exception: ${parameter} => ${cases.join("")}undefined }`;
}

function errorsOf({ model }: HttpContext, union: UnionShape): readonly MemberShape[] {
  return [...union.members.values()].filter((member) => isError(targetOf(model, member)));
}

function isError({ traits }: { readonly traits: ReadonlyMap<string, unknown> }): boolean {
  return traits.has("smithy.api#error");
}

function addWriter(context: HttpContext, union: UnionShape): void {
  const cases = [...union.members.values()].map((member) => {
    const value = `event${accessOf(member)}`;
    const statements = written(context, member);
    const uses = statements.some((statement) => /\bvalue\b/.test(statement));
    const body = indented([...(uses ? [`const value = ${value};`] : []), ...statements], 2);
    return `if (${helper(context, "isPresent")}(${value})) {\n${body}\n}`;
  });
  const name = stringLiteral(context.names.shapeName(union.id));
  context.file.add(
    functionDeclaration({
      name: context.names.encode(union.id, context.dialect).name,
      exported: false,
      parameters: [{ name: "event", type: context.file.use(context.names.type(union.id)) }],
      returnType: context.file.use(runtimeType("event-stream", "EventMessage")),
      body: [
        ...cases,
        `throw new ${helper(context, "EncodeError")}(${name}, "the event is none that the model knows");`,
      ],
    }),
  );
}

function accessOf({ name }: MemberShape): string {
  return propertyKey(name) === name ? `.${name}` : `[${stringLiteral(name)}]`;
}

function indented(statements: readonly string[], columns: number): string {
  const lines = statements.join("\n").split("\n");
  return lines.map((line) => " ".repeat(columns) + line).join("\n");
}

/** Statements that give the message of an event, whose structure is `value`. */
function written(context: HttpContext, event: MemberShape): readonly string[] {
  const parts = eventParts(context.model, event);
  const make = eventHelper(context, isError(parts.structure) ? "exceptionMessage" : "eventMessage");
  const name = stringLiteral(event.name);
  const headers =
    parts.headers.length === 0
      ? []
      : [`headers: ${eventHelper(context, "writeEventHeaders")}(value, ${headerTable(context, parts)})`];
  const message = (...content: readonly string[]): string => {
    const all = [...headers, ...content];
    return all.length === 0 ? `return ${make}(${name});` : `return ${make}(${name}, { ${all.join(", ")} });`;
  };
  const { payload, structure, document } = parts;
  if (payload === undefined) {
    if (document.length === 0 && !(parts.headers.length === 0 && isError(structure))) return [message()];
    const text =
      parts.headers.length === 0
        ? context.body.writePayload(context, event, "value")
        : context.body.writeDocument(context, "encodeRequest", structure, "value");
    return [message(`contentType: ${stringLiteral(context.body.mediaType)}`, `payload: ${text}`)];
  }
  const value = readMember(context, "value", propertyOf(context, structure, payload));
  const [type, text] = payloadOf(context, payload);
  return [
    `const payload = ${value};`,
    `if (!${helper(context, "isPresent")}(payload)) ${message()}`,
    message(`contentType: ${stringLiteral(type)}`, text === "payload" ? "payload" : `payload: ${text}`),
  ];
}

function payloadOf(context: HttpContext, payload: MemberShape): readonly [type: string, text: string] {
  const { kind } = targetOf(context.model, payload);
  if (kind === "blob") return ["application/octet-stream", "payload"];
  if (kind === "string" || kind === "enum") return ["text/plain", "payload"];
  return [context.body.mediaType, context.body.writePayload(context, payload, "payload")];
}

/** The members that are headers, with the types that they have in a message. */
function headerTable({ model, options }: HttpContext, { headers }: EventParts): string {
  const entries = headers.map((member) => {
    const { kind } = targetOf(model, member);
    const type =
      kind === "long" && options.long === "bigint"
        ? "bigint"
        : kind === "intEnum"
          ? "integer"
          : kind === "enum"
            ? "string"
            : kind;
    return `${propertyKey(member.name)}: ${stringLiteral(type)}`;
  });
  return `{ ${entries.join(", ")} }`;
}

function addReaders(context: HttpContext, union: UnionShape, reader: Reader): void {
  const { names, file } = context;
  const type = file.use(reader === "decode" ? names.type(union.id) : names.received(union.id));
  const members = [...union.members.values()];
  const exceptions = errorsOf(context, union);
  const method = (member: MemberShape): string => {
    const statements = read(context, reader, member);
    const uses = statements.some((statement) => /\bmessage\b/.test(statement));
    const head = `    ${propertyKey(member.name)}(${uses ? "message" : ""}) {\n`;
    return `${head}${indented(statements, 6)}\n    },\n`;
  };
  const of = (list: readonly MemberShape[]): string =>
    list.length === 0 ? "{}" : `{\n${list.map(method).join("")}  }`;
  const lines = [
    `  events: ${of(members.filter((member) => !exceptions.includes(member)))},\n`,
    `  exceptions: ${of(exceptions)},\n`,
    ...(reader === "receive" ? ["  unknown: (name, message) => ({ $unknown: [name, message] }),\n"] : []),
  ];
  file.add(
    constant({
      name: names[reader](union.id, context.dialect).name,
      exported: false,
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
  const type = file.use(reader === "decode" ? names.type(structure.id) : names.received(structure.id));
  const give = (value: string): string => {
    if (!isError(structure)) return `return { ${propertyKey(event.name)}: ${value} };`;
    return `return new ${file.use(names.errorClass(structure.id))}(${value});`;
  };
  const source = reader === "decode" ? "request" : "response";
  const open = `const ${source} = ${eventHelper(context, reader === "decode" ? "eventRequest" : "eventResponse")}(message);`;
  const parsed = (shapes: Parameters<HttpContext["body"]["parse"]>[2]): string =>
    context.body.parse(context, reader, shapes, source);
  const complete = (draft: string): string =>
    parts.headers.length === 0
      ? give(`${draft} as ${type}`)
      : give(
          `${eventHelper(context, "readEventHeaders")}(message, ${headerTable(context, parts)}, ${draft}) as ${type}`,
        );
  const draft = `const result: ${helperType(context, "Draft")}<${type}> = {};`;
  if (payload === undefined) {
    if (document.length === 0) return structure.members.size === 0 ? [give("{}")] : [draft, complete("result")];
    if (parts.headers.length > 0) {
      const use = reader === "decode" ? "decodeRequest" : "receiveResponse";
      const shapes = document.map((member) => targetOf(context.model, member));
      return [open, complete(context.body.readDocument(context, use, structure, parsed(shapes)))];
    }
    const value = context.body.readPayload(context, reader, event, `${parsed([structure])} ?? {}`);
    // A client's read of an error makes an instance of its class.
    const isMade = isError(structure) && reader === "receive";
    return [open, isMade ? `return ${value};` : give(value)];
  }
  const target = targetOf(context.model, payload);
  const set = (value: string): string => writeMember(context, "result", propertyOf(context, structure, payload), value);
  if (target.kind === "blob") return [draft, set("message.payload"), complete("result")];
  if (target.kind === "string" || target.kind === "enum") {
    const cast = target.kind === "enum" ? ` as ${openEnum(context, reader, target.id)}` : "";
    return [draft, set(`${eventHelper(context, "eventText")}(message)${cast}`), complete("result")];
  }
  const value = context.body.readPayload(context, reader, payload, "body");
  return [
    open,
    `const body = ${parsed([target])};`,
    draft,
    `if (${helper(context, "isPresent")}(body)) ${set(value)}`,
    complete("result"),
  ];
}

function openEnum({ names, file }: HttpContext, reader: Reader, id: string): string {
  return file.use(reader === "decode" ? names.type(id) : names.received(id));
}
