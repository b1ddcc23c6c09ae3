import { HttpServerProtocol, type HttpRoute } from "../../server/http-server.js";
import type { HttpWire } from "../../server/http-wire.js";
import type { ErrorHead, ServerProtocol } from "../../server/types.js";

/** The server's side of restJson1 (Smithy 2.0, "AWS restJson1 protocol"). */
export function restJson1Server(_service: string, wire: HttpWire): ServerProtocol<HttpRoute> {
  const protocol = "aws.protocols#restJson1";
  return new HttpServerProtocol({ protocol, writeError, finishError }, wire);
}

function writeError({ statusCode }: ErrorHead, value: unknown) {
  return { status: statusCode, headers: ["Content-Type", "application/json"], body: JSON.stringify(value) };
}

/** The name of an error is in the header, without a namespace. */
function finishError({ shape, queryError }: ErrorHead, answer: ReturnType<typeof writeError>) {
  answer.headers.push("X-Amzn-Errortype", shape.slice(shape.indexOf("#") + 1));
  if (queryError !== undefined) answer.headers.push("x-amzn-query-error", queryError);
  return answer;
}
