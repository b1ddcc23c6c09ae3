/** Where in the headers of an answer, names and values in turn, the name `Content-Length` stands; -1 where it does not. */
export function contentLengthAt(headers: readonly string[]): number {
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] as string;
    if (name.length === 14 && name.toLowerCase() === "content-length") return index;
  }
  return -1;
}

/**
 * The headers of an answer with the length of its body in bytes. A member may be bound to `Content-Length`: what it says counts where the
 * answer has no body to contradict it, which is that to a HEAD (RFC 9110, section 8.6).
 */
export function withContentLength(headers: readonly string[], length: number, isHead: boolean): string[] {
  const at = contentLengthAt(headers);
  if (at < 0) return [...headers, "Content-Length", String(length)];
  return isHead ? [...headers] : [...headers.slice(0, at), ...headers.slice(at + 2), "Content-Length", String(length)];
}
