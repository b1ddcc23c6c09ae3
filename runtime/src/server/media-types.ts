/** The media type of streams of events (Amazon Event Stream Specification). */
export const eventStreamType = "application/vnd.amazon.eventstream";

/** A media type without its parameters, in lower case; the empty string where there is none. */
export function mediaTypeOf(mediaType = ""): string {
  const end = mediaType.indexOf(";");
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
}

/** Whether `Accept` (RFC 9110, section 12.5.1) allows the media type: a range of it with a weight above zero. */
export function accepts(accept: string, mediaType: string): boolean {
  if (accept === "*/*" || accept === mediaType) return true;
  const family = `${mediaType.slice(0, mediaType.indexOf("/"))}/*`;
  return accept.split(",").some((range) => {
    const type = mediaTypeOf(range);
    const refused = /;\s*q\s*=\s*0(?:\.0*)?\s*(?:;|$)/i.test(range);
    return !refused && (type === "" || type === "*/*" || type === family || type === mediaType);
  });
}

/** Whether the body of a request is a stream of events, as its header says. */
export function isEventStream(request: { header(name: string): string | undefined }): boolean {
  return mediaTypeOf(request.header("content-type")) === eventStreamType;
}
