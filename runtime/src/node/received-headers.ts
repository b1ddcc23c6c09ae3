/**
 * Adds a header as it was received: values of the same name are joined, in their order. A content length that is told twice alike is told once;
 * `__proto__` is no name for an object's own.
 *
 * @param name in lower case
 */
export function addReceivedHeader(headers: Record<string, string>, name: string, value: string): void {
  const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (before === undefined) {
    if (name !== "__proto__") headers[name] = value;
  } else if (name !== "content-length" || before !== value) {
    headers[name] = `${before}, ${value}`;
  }
}

/** Headers from a list of names and values in turn, as they were received. */
export function receivedHeaders(list: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < list.length; index += 2) {
    addReceivedHeader(headers, (list[index] ?? "").toLowerCase(), list[index + 1] ?? "");
  }
  return headers;
}
