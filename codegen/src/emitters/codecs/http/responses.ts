import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { answerCodeOf } from "../../../knowledge/answer-code.js";
import { bindingsAt, responseBindings, type HttpBinding } from "../../../knowledge/http-bindings.js";
import { isRequiredMember } from "../../../knowledge/optionality.js";
import { defaultOf } from "../../../knowledge/traits.js";
import { unitId, type OperationInfo } from "../../../knowledge/service-index.js";
import { expectKind, targetOf } from "../../../shapes/model.js";
import type { OperationShape, StructureShape } from "../../../shapes/shape.js";
import { helper, helperType } from "../context.js";
import { placeOf } from "../member-statements.js";
import { propertyOf, writeMember } from "../members.js";
import { typeOf, type HttpContext } from "./context.js";
import { readHeaders, writeHeaders } from "./headers.js";
import { pathOf } from "./members.js";
import { bodyOf, mediaTypeOf, payloadPresence, payloadText, readBody, valueOf, type MessageBody } from "./payload.js";

/** Statuses of answers that have no body (RFC 9110, section 6.4.1). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** `respondX`: what a server answers with an output or an error. */
export function addRespond(context: HttpContext, owner: OperationShape | StructureShape, shape: StructureShape): void {
  const bindings = responseBindings(context.model, owner);
  const type = shape.id === unitId ? "void" : context.file.use(context.names.type(shape.id));
  const code = answerCodeOf(expectKind(context.model, context.service, "service"), owner);
  const { name } = context.names.message("respond", owner.id, context.dialect);
  context.file.add(
    functionDeclaration({
      name,
      docs: `A server's answer with ${owner.kind === "operation" ? "the output of " : ""}${context.names.shapeName(owner.id)}.`,
      parameters: [{ name: "output", type }],
      returnType: typeOf(context, "server", "HttpAnswer"),
      body: writeAnswer(context, shape, bindings, code, name),
    }),
  );
}

function writeAnswer(
  context: HttpContext,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  code: number,
  of: string,
): readonly string[] {
  const body = bodyOf(context, bindings);
  const mediaType = mediaTypeOf(context, bindings);
  const given = bindingsAt(bindings, "header").find(({ locationName }) => /^content-type$/i.test(locationName));
  const rest = writeHeaders(context, shape, bindings, "output", "push", of);
  const status = statusText(context, shape, bindings, code);
  const answer = (text: string): string => `return { status: ${status}, headers, body: ${text} };`;
  const begin = "const headers: string[] = [];";
  if (shape.id === unitId || (bodiless.has(code) && body.kind !== "payload")) return [begin, ...rest, answer('""')];
  const push = (type: string): string => {
    const line = `headers.push("Content-Type", ${stringLiteral(type)});`;
    if (given === undefined) return line;
    return `if (!${helper(context, "isPresent")}(${valueOf(context, shape, given.member, "output")})) ${line}`;
  };
  if (body.kind === "document") {
    const text = context.body.writeDocument(context, "encodeResponse", shape, "output");
    return [begin, push(context.body.mediaType), ...rest, answer(text)];
  }
  if (body.kind === "none") {
    const { emptyAnswer } = context.body;
    return [begin, push(context.body.mediaType), ...rest, answer(stringLiteral(emptyAnswer))];
  }
  return [begin, ...writePayload(context, shape, body, mediaType === undefined ? "" : push(mediaType), rest, answer)];
}

/** Statements that answer with a payload, which may have no value only where the model lets it. */
function writePayload(
  context: HttpContext,
  shape: StructureShape,
  { member, content }: Extract<MessageBody, { readonly kind: "payload" }>,
  pushType: string,
  rest: readonly string[],
  answer: (text: string) => string,
): readonly string[] {
  const value = valueOf(context, shape, member, "output");
  const text = payloadText(context, member, content, "payload", "server");
  // Null is a value of a document.
  const isRequired =
    targetOf(context.model, member).kind !== "document" &&
    isRequiredMember(shape, member, context.options.optionality) &&
    defaultOf(context.model, member) === undefined;
  if (isRequired) {
    const required = `${helper(context, "requireMember")}(${value}, ${placeOf(context, member)})`;
    return [`const payload = ${required};`, pushType, ...rest, answer(text)];
  }
  const isPresent = payloadPresence(context, member, "payload");
  return [
    `const payload = ${value};`,
    pushType === "" ? "" : `if (${isPresent}) {\n  ${pushType}\n}`,
    ...rest,
    answer(`${isPresent} ? ${text} : ""`),
  ];
}

function statusText(
  context: HttpContext,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
  code: number,
): string {
  const [binding] = bindingsAt(bindings, "responseCode");
  return binding === undefined ? String(code) : `${valueOf(context, shape, binding.member, "output")} ?? ${code}`;
}

/** `receiveResponseX`: the output that a client takes from a response. */
export function addReceiveResponse(context: HttpContext, { shape, output }: OperationInfo): void {
  const isUnit = output.id === unitId;
  const type = isUnit ? "Record<string, never>" : context.file.use(context.names.received(output.id));
  const statements =
    isUnit || output.members.size === 0
      ? ["return {};"]
      : [...readAnswer(context, shape, output, type), `return result as ${type};`];
  context.file.add(
    functionDeclaration({
      name: context.names.message("receiveResponse", shape.id, context.dialect).name,
      docs: `A client's read of the answer of ${context.names.shapeName(shape.id)}. Throws DecodeError for what does not fit.`,
      parameters: [{ name: "response", type: typeOf(context, "http", "HttpResponse") }],
      returnType: type,
      body: statements,
    }),
  );
}

/** The same of an error, whose body was parsed to find out its name. */
export function addReceiveError(context: HttpContext, error: StructureShape): void {
  const errorClass = context.file.use(context.names.errorClass(error.id));
  const statements = (): readonly string[] => {
    const type = context.file.use(context.names.received(error.id));
    return [
      ...readAnswer(context, error, error, type, "body"),
      `return new ${errorClass}(result as ${type}, options);`,
    ];
  };
  context.file.add(
    functionDeclaration({
      name: context.names.message("receiveResponse", error.id, context.dialect).name,
      docs: `A client's read of ${context.names.shapeName(error.id)}. Throws DecodeError for what does not fit.`,
      parameters: [
        { name: "response", type: typeOf(context, "http", "HttpResponse") },
        { name: "body", type: "unknown" },
        { name: "options", type: typeOf(context, "errors", "ServiceErrorOptions") },
      ],
      returnType: errorClass,
      body: error.members.size === 0 ? [`return new ${errorClass}({}, options);`] : statements(),
    }),
  );
}

/** What comes before events is refused where a header is missing: a stream that begins with made-up values would be taken for a right one. */
function requireInitialHeaders(
  context: HttpContext,
  shape: StructureShape,
  bindings: readonly HttpBinding[],
): readonly string[] {
  const body = bodyOf(context, bindings);
  if (body.kind !== "payload" || body.content !== "events") return [];
  return bindingsAt(bindings, "header")
    .filter(({ member }) => isRequiredMember(shape, member, context.options.optionality))
    .map(({ member, locationName }) => {
      const header = stringLiteral(locationName.toLowerCase());
      const error = `new ${helper(context, "DecodeError")}(${pathOf(member)}, "the header is missing")`;
      return `if (response.headers[${header}] === undefined) throw ${error};`;
    });
}

function readAnswer(
  context: HttpContext,
  owner: OperationShape | StructureShape,
  shape: StructureShape,
  type: string,
  parsed?: string,
): readonly string[] {
  const bindings = responseBindings(context.model, owner);
  const of = context.names.message("receiveResponse", owner.id, context.dialect).name;
  const draft = `${helperType(context, "Draft")}<${type}>`;
  const status = bindingsAt(bindings, "responseCode").map(({ member }) =>
    writeMember(context, "result", propertyOf(context, shape, member), "response.statusCode"),
  );
  return [
    ...requireInitialHeaders(context, shape, bindings),
    ...readBody(context, "receive", shape, bindings, draft, parsed),
    ...readHeaders(context, "receive", shape, bindings, draft, of),
    ...status,
  ];
}
