import { runtimeValue } from "../../../emit/symbol.js";
import { wireNeedsOf } from "../../../knowledge/wire-needs.js";
import { codecCall } from "../values.js";
import { bindingHelper, type BodyDialect } from "./context.js";
import { placeOf } from "../member-statements.js";
import { pathOf } from "./members.js";

/** Bodies in JSON. */
export const jsonBody: BodyDialect = {
  mediaType: "application/json",
  emptyAnswer: "{}",
  emptyPayload: "{}",
  writePayload: (context, member, value) => codecCall(context, "encode", member, value, placeOf(context, member)),
  writeDocument: (context, use, shape, value) =>
    `${context.file.use(context.names.body(use, shape.id, context.dialect))}(${value})`,
  parse(context, reader, shapes, message) {
    const needs = shapes.map(({ id }) => wireNeedsOf(context.model, id, context.options.long));
    const lossless = needs.some((one) => one.lossless);
    if (reader === "receive") {
      const parse = lossless ? `, ${context.file.use(runtimeValue("codec", "parseLosslessJson"))}` : "";
      return `${bindingHelper(context, "responseJson")}(${message}${parse})`;
    }
    const nests = needs.some((one) => one.nests);
    const flags = [...(lossless ? ["lossless: true"] : []), ...(nests ? ["nests: true"] : [])].join(", ");
    const read = context.file.use(runtimeValue("server", "requestJson"));
    return `${read}(${message}${flags === "" ? "" : `, { ${flags} }`})`;
  },
  orEmpty: (_context, parsed) => `${parsed} ?? {}`,
  readPayload: (context, reader, member, parsed) => codecCall(context, reader, member, parsed, pathOf(member)),
  readDocument(context, use, shape, parsed) {
    const read = context.file.use(context.names.body(use, shape.id, context.dialect));
    const isStrict = use === "decodeRequest" || use === "decodeEvent";
    // A server refuses a body that is null; a client makes do without.
    const source = isStrict ? `${bindingHelper(context, "documentOf")}(${parsed})` : `${parsed} ?? {}`;
    return `${read}(${source}, "")`;
  },
};
