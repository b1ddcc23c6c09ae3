import { stringLiteral } from "../../../emit/escape.js";
import { functionDeclaration } from "../../../emit/structures.js";
import { bindingsAt, requestBindings, type HttpBinding } from "../../../knowledge/http-bindings.js";
import { httpTraitOf, type HttpTrait } from "../../../knowledge/http-trait.js";
import { unitId, type OperationInfo } from "../../../knowledge/service-index.js";
import { targetOf } from "../../../shapes/model.js";
import type { MapShape, StructureShape } from "../../../shapes/shape.js";
import { helperType } from "../context.js";
import { inParts } from "../function-parts.js";
import { propertyOf, writeMember } from "../members.js";
import { readParts } from "./bound-parts.js";
import { bindingHelper, typeOf, type HttpContext } from "./context.js";
import { readHeaders, readText, writeHeaders } from "./headers.js";
import { placeOf } from "../member-statements.js";
import { pathOf, withValue } from "./members.js";
import { bodyOf, isStructurePayload, mediaTypeOf, payloadPresence, payloadText, readBody, valueOf } from "./payload.js";
import { textOf, textWriter, valueOfText } from "./text-values.js";

/** `requestX`: what a client sends for an input. */
export function addRequest(context: HttpContext, operation: OperationInfo): void {
  const { shape, input } = operation;
  const http = httpTraitOf(shape);
  if (http === undefined) return;
  const bindings = requestBindings(context.model, shape);
  const { name } = context.names.message("request", shape.id, context.dialect);
  const statements = [
    ...writeHeadersAndBody(context, input, bindings, name),
    ...writeQuery(context, input, http, bindings, name),
    `return { method: ${stringLiteral(http.method)}, path: ${pathText(context, input, http, bindings)}, headers, body };`,
  ];
  const type = input.id === unitId ? "Record<string, never>" : context.file.use(context.names.type(input.id));
  context.file.add(
    functionDeclaration({
      name,
      docs: `A client's request of ${context.names.shapeName(shape.id)}.`,
      parameters: [{ name: "input", type }],
      returnType: typeOf(context, "client", "RequestParts"),
      body: statements,
    }),
  );
}

function writeHeadersAndBody(
  context: HttpContext,
  input: StructureShape,
  bindings: readonly HttpBinding[],
  of: string,
): readonly string[] {
  const body = bodyOf(context, bindings);
  const mediaType = mediaTypeOf(context, bindings);
  const contentType = mediaType === undefined ? "" : `headers["content-type"] = ${stringLiteral(mediaType)};`;
  const headers = "const headers: Record<string, string> = {};";
  const rest = writeHeaders(context, input, bindings, "input", "set", of);
  if (body.kind === "document") {
    const text = context.body.writeDocument(context, "encodeRequest", input, "input");
    return [headers, contentType, ...rest, `const body = ${text};`];
  }
  if (body.kind === "none") return [headers, ...rest, 'const body = "";'];
  const value = valueOf(context, input, body.member, "input");
  const { emptyPayload } = context.body;
  const isAlways = isStructurePayload(context, body) && emptyPayload !== undefined;
  const text = payloadText(context, body.member, body.content, "payload", "client");
  const isPresent = payloadPresence(context, body.member, "payload");
  return [
    headers,
    `const payload = ${value};`,
    isAlways ? contentType : `if (${isPresent}) ${contentType}`,
    ...rest,
    `const body = ${isPresent} ? ${text} : ${stringLiteral(isAlways ? (emptyPayload ?? "") : "")};`,
  ];
}

function writeQuery(
  context: HttpContext,
  input: StructureShape,
  http: HttpTrait,
  bindings: readonly HttpBinding[],
  of: string,
): readonly string[] {
  const own = bindingsAt(bindings, "query");
  const maps = bindingsAt(bindings, "queryParams");
  const literals = [...http.uri.queryLiterals].map(([name, value]) => (value === "" ? name : `${name}=${value}`));
  const start = stringLiteral(literals.length === 0 ? "" : `?${literals.join("&")}`);
  if (own.length + maps.length === 0) return [`const query = ${start};`];
  const add = own.map(({ member, locationName }) =>
    withValue(context, input, member, "input", (value) => {
      const name = stringLiteral(escapeName(locationName));
      const where = placeOf(context, member);
      const target = targetOf(context.model, member);
      if (target.kind !== "list") {
        const text = textOf(context, member, "query", value, where);
        return `query = ${bindingHelper(context, "addQuery")}(query, ${name}, ${text}, ${where});`;
      }
      const writer = textWriter(context, target.member, "query") ?? "(item) => item";
      return `query = ${bindingHelper(context, "addQueryList")}(query, ${name}, ${value}, ${where}, ${writer});`;
    }),
  );
  const addMaps = maps.map(({ member }) =>
    withValue(context, input, member, "input", (value) => {
      return `query = ${bindingHelper(context, "addQueryMap")}(query, ${value}, ${placeOf(context, member)});`;
    }),
  );
  const statements = inParts(context, [...add, ...addMaps], {
    name: `${of}Query`,
    parameters: () => [
      { name: "input", type: context.file.use(context.names.type(input.id)) },
      { name: "query", type: "string" },
    ],
    returnType: "string",
    last: ["return query;"],
    call: (call) => `query = ${call};`,
  });
  // What is added in any case is added where the query begins.
  const [first = "", ...others] = statements;
  const [, added, values] = /^query = (\w+)\(query, ([^]*)$/.exec(first) ?? [];
  if (added === undefined || values === undefined) return [`let query = ${start};`, ...statements];
  return [`${others.length === 0 ? "const" : "let"} query = ${added}(${start}, ${values}`, ...others];
}

function escapeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function pathText(
  context: HttpContext,
  input: StructureShape,
  { uri }: HttpTrait,
  bindings: readonly HttpBinding[],
): string {
  const labels = new Map(bindingsAt(bindings, "label").map(({ member }) => [member.name, member]));
  const parts: string[] = [];
  let literal = uri.segments.length === 0 ? "/" : "";
  for (const { kind, content } of uri.segments) {
    const member = labels.get(content);
    if (kind === "literal" || member === undefined) {
      literal += `/${content}`;
      continue;
    }
    const where = placeOf(context, member);
    const text = textOf(context, member, "label", valueOf(context, input, member, "input"), where);
    const encode = bindingHelper(context, kind === "label" ? "encodeLabel" : "encodeGreedyLabel");
    parts.push(stringLiteral(`${literal}/`), `${encode}(${text}, ${where})`);
    literal = "";
  }
  if (literal !== "") parts.push(stringLiteral(literal));
  return [...parts, "query"].join(" + ");
}

/** `readRequestX`: the input that a server takes from a request. */
export function addReadRequest(context: HttpContext, { shape, input }: OperationInfo): void {
  const http = httpTraitOf(shape);
  if (http === undefined) return;
  const bindings = requestBindings(context.model, shape);
  const isUnit = input.id === unitId;
  const type = isUnit ? "Record<string, never>" : context.file.use(context.names.type(input.id));
  const draft = (): string => `${helperType(context, "Draft")}<${type}>`;
  const { name } = context.names.message("readRequest", shape.id, context.dialect);
  const statements =
    isUnit || input.members.size === 0
      ? ["return {};"]
      : [
          ...readBody(context, "decode", input, bindings, draft()),
          ...readLabels(context, input, http, bindings),
          ...readParts(context, readQuery(context, input, bindings), "decode", draft(), { of: name, place: "Query" }),
          ...readHeaders(context, "decode", input, bindings, draft(), name),
          `return result as ${type};`,
        ];
  context.file.add(
    functionDeclaration({
      name,
      docs: `A server's read of a request of ${context.names.shapeName(shape.id)}. Throws DecodeError for what does not fit.`,
      parameters: [{ name: "request", type: typeOf(context, "server", "BoundRequest") }],
      returnType: type,
      body: statements,
    }),
  );
}

function readLabels(
  context: HttpContext,
  input: StructureShape,
  { uri }: HttpTrait,
  bindings: readonly HttpBinding[],
): readonly string[] {
  const members = new Map(bindingsAt(bindings, "label").map(({ member }) => [member.name, member]));
  const labels = uri.segments.filter(({ kind }) => kind !== "literal");
  return labels.flatMap(({ content }, index) => {
    const member = members.get(content);
    if (member === undefined) return [];
    const text = `request.labels[${index}] ?? ""`;
    // A cast binds more tightly.
    const source = targetOf(context.model, member).kind === "enum" ? `(${text})` : text;
    const value = valueOfText(context, "decode", member, "label", source, pathOf(member));
    return [writeMember(context, "result", propertyOf(context, input, member), value)];
  });
}

function readQuery(context: HttpContext, input: StructureShape, bindings: readonly HttpBinding[]): readonly string[] {
  const own = bindingsAt(bindings, "query").map(({ member, locationName }) => {
    const target = targetOf(context.model, member);
    const name = stringLiteral(locationName);
    if (target.kind !== "list") {
      const value = valueOfText(context, "decode", member, "query", "text", pathOf(member));
      return readText(context, "decode", input, member, `request.query.get(${name})?.[0]`, value);
    }
    const place = `${pathOf(member)} + "/" + index`;
    const item = valueOfText(context, "decode", target.member, "query", "item", place);
    const parameters = item.includes("index") ? "(item, index)" : "(item)";
    const value = `text.map(${parameters} => ${item})`;
    return readText(context, "decode", input, member, `request.query.get(${name})`, value);
  });
  const maps = bindingsAt(bindings, "queryParams").map(({ member }) => {
    const { value } = targetOf(context.model, member) as MapShape;
    const read = targetOf(context.model, value).kind === "list" ? "queryListMap" : "queryMap";
    const source = `${bindingHelper(context, read)}(request.query)`;
    return readText(context, "decode", input, member, source, "text");
  });
  return [...own, ...maps];
}
