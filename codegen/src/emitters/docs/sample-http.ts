import { effectiveAuth } from "../../knowledge/auth.js";
import { awsServiceInfo } from "../../knowledge/aws-service.js";
import { errorInfo } from "../../knowledge/errors.js";
import { examplesOf, jsonBody, type OperationExample } from "../../knowledge/examples.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node } from "../../shapes/node.js";
import type { ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";

/**
 * What a real exchange has and no model holds. Every sample shows the same values, those of a call recorded on a day in December
 * 2016, so that pages are a function of the model alone.
 */
const sampleTransport = {
  amzDate: "20161216T195733Z",
  httpDate: "Fri, 16 Dec 2016 19:57:33 GMT",
  userAgent: "aws-cli/1.11.22 Python/2.7.12 Darwin/16.3.0 botocore/1.4.79",
  requestId: "e2422faf-c3c9-11e6-a3ee-63b3b5dcf3b9",
  region: "us-east-1",
} as const;

/** One entry of `smithy.api#examples` as it looks on the wire. */
export interface SampleExchange {
  readonly title: string;
  readonly documentation: string | undefined;
  /** Raw HTTP, line ends `\n`. */
  readonly request: string;
  readonly response: string;
}

/** The `X-Amz-Target` of an operation (AWS JSON protocols, "Protocol behavior"). */
function targetHeader(service: ServiceShape, operation: OperationInfo): string {
  return `${nameOf(service.id)}.${nameOf(operation.shape.id)}`;
}

/** The host that serves a region by the usual pattern, which begins with the endpoint prefix (AWS traits, "aws.api#service"). */
export function sampleHost(service: ServiceShape): string {
  const { endpointPrefix } = awsServiceInfo(service);
  return endpointPrefix === undefined
    ? "service.example.com"
    : `${endpointPrefix}.${sampleTransport.region}.amazonaws.com`;
}

/**
 * Every documented example of an operation as a raw exchange, in the way that the AWS CLI and an awsJson service write it: the
 * request with a space after `,` and `:`, the answer without.
 */
export function sampleExchanges(
  model: Model,
  service: ServiceShape,
  operation: OperationInfo,
  mediaType: string,
): readonly SampleExchange[] {
  return examplesOf(operation).map((example) => ({
    title: example.title,
    documentation: example.documentation,
    request: sampleRequest(model, service, operation, mediaType, example),
    response: sampleResponse(model, operation, mediaType, example),
  }));
}

function sampleRequest(
  model: Model,
  service: ServiceShape,
  operation: OperationInfo,
  mediaType: string,
  example: OperationExample,
): string {
  const body = jsonText(jsonBody(model, operation.input, example.input), commandLineStyle);
  const signed = isSigned(model, service, operation);
  return [
    "POST / HTTP/1.1",
    `Host: ${sampleHost(service)}`,
    "Accept-Encoding: identity",
    `Content-Length: ${utf8Length(body)}`,
    `X-Amz-Target: ${targetHeader(service, operation)}`,
    ...(signed ? [`X-Amz-Date: ${sampleTransport.amzDate}`] : []),
    `User-Agent: ${sampleTransport.userAgent}`,
    `Content-Type: ${mediaType}`,
    ...(signed ? ["Authorization: AUTHPARAMS"] : []),
    "",
    body,
  ].join("\n");
}

function sampleResponse(
  model: Model,
  operation: OperationInfo,
  mediaType: string,
  { result }: OperationExample,
): string {
  let status = 200;
  let body: string;
  if (result.kind === "output") {
    body = jsonText(jsonBody(model, operation.output, result.output), compactStyle);
  } else {
    status = errorInfo(result.shape).statusCode;
    const content = jsonText(jsonBody(model, result.shape, result.content), compactStyle).slice(1, -1);
    const type = `"__type":${JSON.stringify(nameOf(result.shape.id))}`;
    body = content === "" ? `{${type}}` : `{${type},${content}}`;
  }
  return [
    `HTTP/1.1 ${status} ${reasonPhrase(status)}`,
    `Date: ${sampleTransport.httpDate}`,
    `Content-Type: ${mediaType}`,
    `Content-Length: ${utf8Length(body)}`,
    "Connection: keep-alive",
    `x-amzn-RequestId: ${sampleTransport.requestId}`,
    "",
    body,
  ].join("\n");
}

/** Whether requests of the operation carry a signature. */
export function isSigned(model: Model, service: ServiceShape, operation: OperationInfo): boolean {
  return effectiveAuth(model, service, operation.shape).includes("aws.auth#sigv4");
}

interface JsonStyle {
  readonly comma: string;
  readonly colon: string;
  /** Whether everything beyond ASCII is written as `\u` escapes. */
  readonly ascii: boolean;
}

/** How the AWS CLI writes a request's body. */
const commandLineStyle: JsonStyle = { comma: ", ", colon: ": ", ascii: true };
const compactStyle: JsonStyle = { comma: ",", colon: ":", ascii: false };

function jsonText(node: Node, style: JsonStyle): string {
  if (isNodeArray(node)) return `[${node.map((item) => jsonText(item, style)).join(style.comma)}]`;
  if (isNodeObject(node)) {
    const entries = Object.entries(node).map(
      ([key, value]) => `${quoted(key, style)}${style.colon}${jsonText(value, style)}`,
    );
    return `{${entries.join(style.comma)}}`;
  }
  return typeof node === "string" ? quoted(node, style) : String(node);
}

function quoted(value: string, style: JsonStyle): string {
  const json = JSON.stringify(value);
  if (!style.ascii) return json;
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function utf8Length(value: string): number {
  return new TextEncoder().encode(value).length;
}

const reasonPhrases: ReadonlyMap<number, string> = new Map([
  [200, "OK"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [402, "Payment Required"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [409, "Conflict"],
  [410, "Gone"],
  [412, "Precondition Failed"],
  [413, "Content Too Large"],
  [422, "Unprocessable Content"],
  [423, "Locked"],
  [424, "Failed Dependency"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
]);

function reasonPhrase(status: number): string {
  return reasonPhrases.get(status) ?? (status < 500 ? "Client Error" : "Server Error");
}
