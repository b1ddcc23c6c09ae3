import { chunksOf, isStream, streamOf } from "../http/byte-streams.js";
import { listenForHidden } from "../http/hidden-errors.js";
import type { ServerResponse } from "./types.js";

/** The answer, of whose body `failed` is told when its source fails: with an error that cuts it off, or one that stands in it as an event. */
export function watchBody(response: ServerResponse, failed: (error: unknown) => void): ServerResponse {
  const { body } = response;
  if (!isStream(body)) return response;
  listenForHidden(body, failed);
  return { ...response, body: streamOf(chunksOf(body, failed)) };
}
