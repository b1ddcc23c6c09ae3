import { jsonMediaTypeOf } from "../../knowledge/protocols.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import { errorEntry, title } from "./api-pages.js";
import {
  apiIndexPath,
  commandIndexPath,
  commonErrorsPath,
  commonParametersPath,
  description,
  externalLinks,
  summary,
  type PageContext,
} from "./context.js";
import { bullets, code, heading, pageLink, paragraph, strong, type Block, type Page } from "./page.js";
import { isSigned, sampleHost } from "./sample-http.js";
import { nameOf } from "../../shapes/shape-id.js";

/** The page from which all of the reference can be reached. */
export function apiIndexPage(context: PageContext): Page {
  const { service } = context.index;
  return {
    path: apiIndexPath,
    label: undefined,
    blocks: [
      heading(1, `${context.title} API Reference`),
      paragraph(`API Version ${service.version}`),
      ...description(context.model, service),
      ...bullets(externalLinks(service)),
      heading(2, "Actions"),
      ...context.operations.map((operation): Block => ({
        kind: "branch",
        term: [context.link(operation.shape.id)],
        blocks: summary(context.model, operation.shape),
      })),
      heading(2, "Data Types"),
      ...(context.dataTypes.length === 0 ? [paragraph("None.")] : []),
      ...context.dataTypes.map((shape): Block => ({
        kind: "branch",
        term: [context.link(shape.id)],
        blocks: summary(context.model, shape),
      })),
      heading(2, "Common to All Actions"),
      ...bullets([
        [pageLink("Common Parameters", commonParametersPath)],
        [pageLink("Common Errors", commonErrorsPath)],
        ...(context.hasCommands ? [[pageLink(`The command line, ${context.command}`, commandIndexPath)]] : []),
      ]),
    ],
  };
}

interface Described {
  readonly name: string;
  /** CommonMark of our own. */
  readonly text: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly statusCode?: number;
}

/** What every request carries, whatever the operation. */
export function commonParametersPage(context: PageContext): Page {
  const { service } = context.index;
  const mediaType = jsonMediaTypeOf(service);
  const signed = context.operations.some((operation) => isSigned(context.model, service, operation));
  const headers: readonly Described[] = [
    {
      name: "Host",
      type: "String",
      required: true,
      text: `The endpoint of the service, such as \`${sampleHost(service)}\`.`,
    },
    ...(mediaType === undefined
      ? []
      : [
          {
            name: "Content-Type",
            type: "String",
            required: true,
            text: `The media type of the body: \`${mediaType}\`.`,
          },
          {
            name: "X-Amz-Target",
            type: "String",
            required: true,
            text: `The operation to perform: \`${nameOf(service.id)}.\` and the operation's name.`,
          },
        ]),
    ...(signed ? signatureHeaders : []),
  ];
  return {
    path: commonParametersPath,
    label: undefined,
    blocks: [
      ...title(context, "Common Parameters"),
      paragraph(
        "Every operation takes the parameters of this page beside its own. They travel as HTTP headers; clients set them by " +
          "themselves.",
      ),
      ...headers.map(definition),
      ...(signed ? [heading(2, "Parameters of a Signature"), ...signatureParts.map(definition)] : []),
    ],
  };
}

const signatureHeaders: readonly Described[] = [
  {
    name: "Authorization",
    type: "String",
    required: true,
    text: "The Signature Version 4 of the request. Its parts are listed below.",
  },
  {
    name: "X-Amz-Date",
    type: "String",
    required: true,
    text: "When the request was signed, in UTC, as `20161216T195733Z`. It must be within minutes of the service's clock.",
  },
  {
    name: "X-Amz-Security-Token",
    type: "String",
    required: false,
    text: "The session token that belongs to temporary credentials. Requests signed with other credentials have none.",
  },
];

const signatureParts: readonly Described[] = [
  { name: "Algorithm", type: "String", required: true, text: "How the signature was made: `AWS4-HMAC-SHA256`." },
  {
    name: "Credential",
    type: "String",
    required: true,
    text: "The access key ID and the scope of the signature: `access-key-id/YYYYMMDD/region/service/aws4_request`.",
  },
  {
    name: "SignedHeaders",
    type: "String",
    required: true,
    text: "The names of the headers that the signature covers, in lower case, sorted and separated by semicolons.",
  },
  { name: "Signature", type: "String", required: true, text: "The signature itself, in hexadecimal digits." },
];

/** Errors of the protocol, of authentication and of the service as a whole. */
export function commonErrorsPage(context: PageContext): Page {
  const { service, errors } = context.index;
  const serviceErrors = service.errors.flatMap((id) => errors.filter((error) => error.id === id));
  const signed = context.operations.some((operation) => isSigned(context.model, service, operation));
  const common = [...protocolErrors, ...(signed ? signatureErrors : [])].toSorted((left, right) =>
    left.name < right.name ? -1 : 1,
  );
  return {
    path: commonErrorsPath,
    label: undefined,
    blocks: [
      ...title(context, "Common Errors"),
      paragraph(
        "Any operation may answer with the errors of this page. Errors that belong to one operation are on the operation's own page. The " +
          "body of an error is a JSON object: ",
        code("__type"),
        " names the error, ",
        code("message"),
        " explains it.",
      ),
      ...serviceErrors.map((error) => errorEntry(context, undefined, error)),
      ...common.map(definition),
    ],
  };
}

const protocolErrors: readonly Described[] = [
  { name: "InternalFailure", statusCode: 500, text: "The service failed for a reason that it does not know." },
  {
    name: "NotAcceptableException",
    statusCode: 406,
    text: "The request's `Accept` header allows no media type that the service can answer with.",
  },
  {
    name: "RequestEntityTooLargeException",
    statusCode: 413,
    text: "The body of the request is larger than the service reads.",
  },
  {
    name: "SerializationException",
    statusCode: 400,
    text: "The body is not valid JSON, or a value in it has the wrong type.",
  },
  {
    name: "ServiceUnavailable",
    statusCode: 503,
    text: "The service cannot take requests at the moment. Try again later.",
  },
  { name: "ThrottlingException", statusCode: 400, text: "Requests arrive faster than is allowed. Try again later." },
  {
    name: "UnknownOperationException",
    statusCode: 404,
    text: "The request names an operation that the service does not have.",
  },
  {
    name: "UnsupportedMediaTypeException",
    statusCode: 415,
    text: "The `Content-Type` of the request is missing or is not the one of this protocol.",
  },
];

const signatureErrors: readonly Described[] = [
  {
    name: "AccessDeniedException",
    statusCode: 400,
    text: "The credentials are valid, but do not permit the operation.",
  },
  { name: "ExpiredTokenException", statusCode: 400, text: "The session token of the request has expired." },
  {
    name: "IncompleteSignatureException",
    statusCode: 400,
    text: "The `Authorization` header lacks a part of the signature, or a part is malformed.",
  },
  {
    name: "InvalidSignatureException",
    statusCode: 400,
    text: "The signature does not match the request, or was made too long ago.",
  },
  { name: "MissingAuthenticationTokenException", statusCode: 400, text: "The request is not signed." },
  {
    name: "UnrecognizedClientException",
    statusCode: 400,
    text: "The access key ID or the session token is not known to the service.",
  },
];

function definition(entry: Described): Block {
  return {
    kind: "definition",
    anchor: entry.name,
    term: [strong(entry.name)],
    blocks: [
      { kind: "documentation", content: parseDocumentation(entry.text) },
      ...(entry.type === undefined ? [] : [paragraph(`Type: ${entry.type}`)]),
      ...(entry.required === undefined ? [] : [paragraph(`Required: ${entry.required ? "Yes" : "No"}`)]),
      ...(entry.statusCode === undefined ? [] : [paragraph(`HTTP Status Code: ${entry.statusCode}`)]),
    ],
  };
}
