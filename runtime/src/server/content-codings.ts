/** The codings that a body has, in the order in which they were applied (RFC 9110, section 8.4), as they were written. */
export function contentCodings(header = ""): readonly string[] {
  return header
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "");
}

/** What `Content-Encoding` says of these codings; undefined where there is none. */
export function codingsText(codings: readonly string[]): string | undefined {
  return codings.length === 0 ? undefined : codings.join(", ");
}
