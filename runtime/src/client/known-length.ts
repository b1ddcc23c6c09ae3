import { isStream } from "../http/byte-streams.js";
import type { CallStep } from "./call-step.js";

/**
 * Reads a stream to its end before it is sent, so that the request tells its length (Smithy 2.0, "requiresLength trait"). A caller who
 * gives the header `content-length` knows it, and has the stream sent as it comes.
 */
export const knownLength: CallStep = {
  async request(request) {
    const { body, headers } = request;
    if (!isStream(body) || headers["content-length"] !== undefined) return request;
    return { ...request, body: new Uint8Array(await new Response(body as BodyInit).arrayBuffer()) };
  },
};
