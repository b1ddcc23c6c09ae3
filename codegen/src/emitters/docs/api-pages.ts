import { jsonMediaTypeOf } from "../../knowledge/protocols.js";
import { errorInfo } from "../../knowledge/errors.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { defaultOf } from "../../knowledge/traits.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import { targetOf } from "../../shapes/model.js";
import type { MemberShape, RootShape, StructureShape } from "../../shapes/shape.js";
import { jsonSkeleton } from "./api-syntax.js";
import { constraintLines } from "./constraints.js";
import {
  apiIndexPath,
  commonErrorsPath,
  commonParametersPath,
  description,
  externalLinks,
  vendorReference,
  type DataType,
  type PageContext,
} from "./context.js";
import { membersByName } from "./members.js";
import {
  bullets,
  code,
  codeBlock,
  heading,
  pageLink,
  paragraph,
  strong,
  text,
  webLink,
  type Block,
  type Inline,
  type Page,
} from "./page.js";
import { isSigned, sampleExchanges } from "./sample-http.js";
import { typeLabel } from "./type-label.js";

/** The reference page of an operation: syntax, parameters, response, errors, samples, in that order. */
export function operationPage(context: PageContext, operation: OperationInfo): Page {
  return {
    path: context.apiPath(operation.shape.id),
    label: undefined,
    blocks: [
      ...title(context, context.names.shapeName(operation.shape.id)),
      ...description(context.model, operation.shape),
      ...request(context, operation),
      ...response(context, operation),
      ...errors(context, operation),
      ...samples(context, operation),
      ...seeAlso(context, operation),
    ],
  };
}

/** The page of a structure or union that members hold. */
export function dataTypePage(context: PageContext, shape: DataType): Page {
  const name = context.names.shapeName(shape.id);
  const external = externalLinks(shape);
  return {
    path: context.apiPath(shape.id),
    label: undefined,
    blocks: [
      ...title(context, name),
      ...description(context.model, shape),
      ...(shape.kind === "union" ? [paragraph("This is a union: exactly one of its members is present.")] : []),
      heading(2, "Contents"),
      ...(shape.members.size === 0 ? [paragraph("This type has no members.")] : []),
      ...membersByName(shape).map((member) => parameter(context, member, name, true)),
      heading(2, "See Also"),
      ...bullets([
        ...external,
        [text("All operations and data types: "), pageLink(`${context.title} API Reference`, apiIndexPath)],
      ]),
    ],
  };
}

export function title(context: PageContext, name: string): readonly Block[] {
  return [
    heading(1, name),
    paragraph(
      pageLink(`${context.title} API Reference`, apiIndexPath),
      ` — API Version ${context.index.service.version}`,
    ),
  ];
}

function request(context: PageContext, operation: OperationInfo): readonly Block[] {
  const { model, names } = context;
  const members = membersByName(operation.input);
  const common = paragraph(
    "What any request may carry is described under ",
    pageLink("Common Parameters", commonParametersPath),
    ".",
  );
  return [
    heading(2, "Request Syntax"),
    codeBlock("text", jsonSkeleton(model, operation.input, names.shapeName)),
    heading(2, "Request Parameters"),
    common,
    members.length === 0
      ? paragraph("The operation has no parameters of its own.")
      : paragraph("The request carries these parameters in JSON format, as members of one object."),
    ...members.map((member) => parameter(context, member, `${names.shapeName(operation.shape.id)}-request`, true)),
  ];
}

function response(context: PageContext, operation: OperationInfo): readonly Block[] {
  const { model, names } = context;
  const members = membersByName(operation.output);
  const anchor = `${names.shapeName(operation.shape.id)}-response`;
  if (members.length === 0) {
    return [
      heading(2, "Response Elements"),
      paragraph("When the operation succeeds, the service answers with HTTP status 200 and nothing else to read."),
    ];
  }
  return [
    heading(2, "Response Syntax"),
    codeBlock("text", jsonSkeleton(model, operation.output, names.shapeName)),
    heading(2, "Response Elements"),
    paragraph("When the operation succeeds, the service answers with HTTP status 200."),
    paragraph("The response carries these members in JSON format, in one object."),
    ...members.map((member) => parameter(context, member, anchor, false)),
  ];
}

function errors(context: PageContext, operation: OperationInfo): readonly Block[] {
  const sorted = operation.errors.toSorted((left, right) =>
    context.names.shapeName(left.id) < context.names.shapeName(right.id) ? -1 : 1,
  );
  return [
    heading(2, "Errors"),
    paragraph(
      "Errors that any operation may answer with are described under ",
      pageLink("Common Errors", commonErrorsPath),
      ".",
    ),
    ...sorted.map((error) => errorEntry(context, operation, error)),
  ];
}

export function errorEntry(context: PageContext, operation: OperationInfo | undefined, error: StructureShape): Block {
  const { model, names } = context;
  const name = names.shapeName(error.id);
  const info = errorInfo(error);
  const details = membersByName(error).filter((member) => member.name.toLowerCase() !== "message");
  return {
    kind: "definition",
    anchor: operation === undefined ? undefined : `${names.shapeName(operation.shape.id)}-error-${name}`,
    term: [strong(name)],
    blocks: [
      ...description(model, error),
      ...details.flatMap((member): readonly Block[] => [
        paragraph(code(member.name), " (", ...typeLabel(model, member.target, context.link), ")"),
        ...description(model, member),
      ]),
      ...(info.throttling
        ? [paragraph("The request was throttled: try again later.")]
        : info.retryable
          ? [paragraph("The same request may succeed later.")]
          : []),
      paragraph(`HTTP Status Code: ${info.statusCode}`),
    ],
  };
}

/** A member of a request, a response or a data type, with its type and constraints. */
function parameter(context: PageContext, member: MemberShape, anchor: string, showsRequired: boolean): Block {
  const { model } = context;
  const target = targetOf(model, member);
  return {
    kind: "definition",
    anchor: `${anchor}-${member.name}`,
    term: [strong(member.name)],
    blocks: [
      ...description(model, member),
      paragraph("Type: ", ...typeLabel(model, member.target, context.link)),
      ...constraintLines(model, member).map((line) =>
        paragraph(`${line.label}: `, line.isCode ? code(line.value) : line.value),
      ),
      ...notes(context, member, target).map((note) => paragraph(...note)),
      ...bullets(externalLinks(member)),
      ...(showsRequired ? [paragraph(`Required: ${member.traits.has("smithy.api#required") ? "Yes" : "No"}`)] : []),
    ],
  };
}

/** What other traits say of a member, one line each. */
function notes(
  context: PageContext,
  member: MemberShape,
  target: RootShape,
): readonly (readonly (Inline | string)[])[] {
  const fallback = defaultOf(context.model, member);
  const shown = fallback === undefined ? undefined : JSON.stringify(fallback);
  const has = (trait: string): boolean => member.traits.has(trait) || target.traits.has(trait);
  return [
    ...(shown === undefined ? [] : [["Default: ", code(shown)]]),
    ...(has("smithy.api#sparse") ? [["Entries may be ", code("null"), "."]] : []),
    ...(has("smithy.api#idempotencyToken")
      ? [["Clients fill this with a fresh value when it is absent, so that a repeated request has one effect."]]
      : []),
    ...(has("smithy.api#sensitive") ? [["This value is confidential: it is not written to logs."]] : []),
    ...(has("smithy.api#streaming") ? [["This value is sent as a stream."]] : []),
    ...(has("smithy.api#recommended") ? [["Giving a value is recommended."]] : []),
  ];
}

function samples(context: PageContext, operation: OperationInfo): readonly Block[] {
  const { service } = context.index;
  const mediaType = jsonMediaTypeOf(service);
  const exchanges = mediaType === undefined ? [] : sampleExchanges(context.model, service, operation, mediaType);
  if (exchanges.length === 0) return [];
  return [
    heading(2, exchanges.length === 1 ? "Example" : "Examples"),
    ...(isSigned(context.model, service, operation) ? authorizationNote() : []),
    ...exchanges.flatMap((exchange): readonly Block[] => [
      ...(exchange.title === "" ? [] : [heading(3, exchange.title)]),
      ...(exchange.documentation === undefined
        ? []
        : [{ kind: "documentation", content: parseDocumentation(exchange.documentation) } as const]),
      heading(4, "Sample Request"),
      codeBlock("http", exchange.request),
      heading(4, "Sample Response"),
      codeBlock("http", exchange.response),
    ]),
  ];
}

function authorizationNote(): readonly Block[] {
  return [
    paragraph(
      "In a sample request, ",
      code("AUTHPARAMS"),
      " stands for the value of the ",
      code("Authorization"),
      " header: a ",
      webLink("Signature Version 4", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html"),
      " signature of the request, made with your own access key.",
    ),
    paragraph(
      "Signing by hand is rarely needed: the generated client and command line, the AWS CLI and the AWS SDKs sign every request " +
        "with the credentials that they are configured with.",
    ),
  ];
}

function seeAlso(context: PageContext, operation: OperationInfo): readonly Block[] {
  const { names, packageName } = context;
  const { id } = operation.shape;
  const vendor = vendorReference(context, operation);
  return [
    heading(2, "See Also"),
    ...bullets([
      ...(context.hasCommands
        ? [
            [
              text("On the command line: "),
              pageLink(`${context.command} ${names.command(id)}`, context.commandPath(operation)),
            ],
            [
              text("In TypeScript: "),
              code(names.operation(id).name),
              text(" of "),
              code(`${packageName}/operations`),
              text(", or the method "),
              code(names.method(id)),
              text(" of "),
              code(`${packageName}/client`),
            ],
          ]
        : [[text("In TypeScript: the types and validators of "), code(packageName)]]),
      ...(vendor === undefined ? [] : [[webLink("AWS API Documentation and SDKs", vendor)]]),
      ...externalLinks(operation.shape),
    ]),
  ];
}
