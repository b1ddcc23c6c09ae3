import { HttpServerProtocol, type HttpRoute } from "../../server/http-server.js";
import type { HttpAnswer, HttpWire } from "../../server/http-wire.js";
import type { ErrorHead, ServerProtocol } from "../../server/types.js";
import { encodeXmlString, replaceForbidden } from "../../codec/xml/index.js";
import { encodePlainXml, insideOf, withElements } from "../xml/plain-xml.js";
import { tellError } from "../xml/tell-error.js";

/** A service that speaks restXml, as generated code describes it. */
export interface RestXmlWire extends HttpWire {
  /** Whether errors stand for themselves, without an element around them (`noErrorWrapping` of the trait). */
  readonly noErrorWrapping?: boolean | undefined;
  /** The errors, by shape ID, whose body is one member (`httpPayload`), so that it has no element for anything else. */
  readonly payloadErrors?: readonly string[] | undefined;
}

/** The server's side of restXml (Smithy 2.0, "AWS restXml protocol"). */
export function restXmlServer(_service: string, wire: RestXmlWire): ServerProtocol<HttpRoute> {
  const finishError = (head: ErrorHead, answer: HttpAnswer, requestId: string): HttpAnswer => {
    if (wire.payloadErrors?.includes(head.shape) === true) return withErrorType(head, answer);
    return { ...answer, body: errorDocument(head, insideOf(answer.body), requestId, wire.noErrorWrapping === true) };
  };
  // botocore, and with it the AWS CLI, sends XML without a media type.
  const style = { protocol: "aws.protocols#restXml", mayOmitType: true, writeError, tellError, finishError };
  return new HttpServerProtocol(style, wire);
}

/** The name of an error whose body cannot tell it, in the header that restJson1 has for it. */
function withErrorType({ shape }: ErrorHead, answer: HttpAnswer): HttpAnswer {
  answer.headers.push("X-Amzn-Errortype", shape.slice(shape.indexOf("#") + 1));
  return answer;
}

/** An error that no shape describes, as the inside of its element. */
function writeError({ statusCode }: ErrorHead, value: unknown): HttpAnswer {
  return { status: statusCode, headers: ["Content-Type", "application/xml"], body: encodePlainXml(value) };
}

function errorDocument({ shape, statusCode }: ErrorHead, inside: string, requestId: string, isBare: boolean): string {
  const code = encodeXmlString(shape.slice(shape.indexOf("#") + 1), "code");
  const head = `<Type>${statusCode < 500 ? "Sender" : "Receiver"}</Type><Code>${code}</Code>`;
  const error = `<Error${withElements(inside, head)}`;
  const id = `<RequestId>${encodeXmlString(replaceForbidden(requestId), "request identifier")}</RequestId>`;
  return isBare ? `${error}${id}</Error>` : `<ErrorResponse>${error}</Error>${id}</ErrorResponse>`;
}
