import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { runtimeType } from "../../../emit/symbol.js";
import { eventParts, isErrorShape } from "../../../knowledge/events.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { targetOf } from "../../../shapes/model.js";
import type { MemberShape, UnionShape } from "../../../shapes/shape.js";
import { helper } from "../context.js";
import { defaultExpression, fillsDefault } from "../defaults.js";
import { propertyOf, readMember, readUnionMember } from "../members.js";
import { bindingHelper, type HttpContext } from "../http/context.js";
import { placeOf } from "../member-statements.js";
import { headerTable } from "./event-headers.js";
import { eventHelper } from "./helper.js";

/** `encodeX` of a stream: the message of one of its events. */
export function addWriter(context: HttpContext, union: UnionShape, exported: boolean): void {
  const members = [...union.members.values()];
  const cases = members.map((member) => {
    const statements = written(context, member);
    const source = readUnionMember(context, "event", member);
    const uses = statements.some((statement) => /\bvalue\b/.test(statement));
    const isProperty = source.startsWith("event");
    const local = isProperty ? source : "member";
    const body = indented([...(uses ? [`const value = ${local};`] : []), ...statements], 2);
    const statement = `if (${helper(context, "isPresent")}(${local})) {\n${body}\n}`;
    return isProperty ? statement : `{\n  const member = ${source};\n${indented([statement], 2)}\n}`;
  });
  const name = stringLiteral(context.names.shapeName(union.id));
  const known = members.map((member) => stringLiteral(member.name)).join(", ");
  const refuse = (): string => `${helper(context, "refuseSeveralMembers")}(event, [${known}], ${name});`;
  context.file.add(
    functionDeclaration({
      name: context.names.encode(union.id, context.dialect).name,
      exported,
      ...(exported ? { docs: `Writes an event of ${context.names.shapeName(union.id)} as a message.` } : {}),
      parameters: [{ name: "event", type: context.file.use(context.names.type(union.id)) }],
      returnType: context.file.use(runtimeType("event-stream", "EventMessage")),
      body: [
        // Writing one of several members would lose the others without a word.
        ...(members.length > 1 ? [`if (Object.keys(event).length > 1) ${refuse()}`] : []),
        ...cases,
        `throw new ${helper(context, "EncodeError")}(${name}, "the event is none that the model knows");`,
      ],
    }),
  );
}

/** Statements with blanks before each of their lines. */
export function indented(statements: readonly string[], columns: number): string {
  const lines = statements.join("\n").split("\n");
  return lines.map((line) => " ".repeat(columns) + line).join("\n");
}

/** Statements that give the message of an event, whose structure is `value`. */
function written(context: HttpContext, event: MemberShape): readonly string[] {
  const parts = eventParts(context.model, event);
  const { payload, structure, document } = parts;
  const make = eventHelper(context, isErrorShape(structure) ? "exceptionMessage" : "eventMessage");
  const name = stringLiteral(event.name);
  const place = stringLiteral(context.names.shapeName(structure.id));
  const headers =
    parts.headers.length === 0
      ? []
      : [
          `headers: ${eventHelper(context, "writeEventHeaders")}(value, ${headerTable(context, "encode", parts)}, ${place})`,
        ];
  const message = (...content: readonly string[]): string => {
    const all = [...headers, ...content];
    return all.length === 0 ? `return ${make}(${name});` : `return ${make}(${name}, { ${all.join(", ")} });`;
  };
  if (payload === undefined) {
    if (document.length === 0 && !(parts.headers.length === 0 && isErrorShape(structure))) return [message()];
    const text =
      parts.headers.length === 0
        ? context.body.writePayload(context, event, "value")
        : context.body.writeDocument(context, "encodeEvent", structure, "value");
    return [message(`contentType: ${stringLiteral(context.body.mediaType)}`, `payload: ${text}`)];
  }
  const given = readMember(context, "value", propertyOf(context, structure, payload));
  const hasDefault = fillsDefault(context, structure, payload, "encode");
  const value = hasDefault ? `${given} ?? ${defaultExpression(context, payload)}` : given;
  const [type, text] = payloadOf(context, payload);
  const filled = message(`contentType: ${stringLiteral(type)}`, text === "payload" ? "payload" : `payload: ${text}`);
  if (hasDefault) return [`const payload = ${value};`, filled];
  if (isRequiredMember(structure, payload, context.options.optionality)) {
    return [`const payload = ${helper(context, "requireMember")}(${value}, ${placeOf(context, payload)});`, filled];
  }
  return [`const payload = ${value};`, `if (!${helper(context, "isPresent")}(payload)) ${message()}`, filled];
}

function payloadOf(context: HttpContext, payload: MemberShape): readonly [type: string, text: string] {
  const { kind } = targetOf(context.model, payload);
  if (kind === "blob") return ["application/octet-stream", "payload"];
  if (kind === "string" || kind === "enum") {
    return ["text/plain", `${bindingHelper(context, "textPayload")}(payload, ${placeOf(context, payload)})`];
  }
  return [context.body.mediaType, context.body.writePayload(context, payload, "payload")];
}
