import { isStream, streamOf } from "../http/byte-streams.js";
import { listenForHidden } from "../http/hidden-errors.js";
import { pulled } from "../http/pulled.js";
import type { ServerResponse } from "./types.js";

/** The answer, of whose body `failed` is told when its source fails: with an error that cuts it off, or one that stands in it as an event. */
export function watchBody(response: ServerResponse, failed: (error: unknown) => void): ServerResponse {
  const { body } = response;
  if (!isStream(body)) return response;
  listenForHidden(body, failed);
  const watched = pulled(body, {
    each: (piece) => [piece],
    failed(error) {
      failed(error);
      return undefined;
    },
  });
  return { ...response, body: streamOf(watched) };
}
