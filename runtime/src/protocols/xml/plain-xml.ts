import { encodeXmlString, replaceForbidden } from "../../codec/xml/index.js";

/**
 * The plain data of an error without a shape as the inside of an XML element. Items are called `member`, and the text of the error is in
 * `Message`, where clients of AWS look for it.
 */
export function encodePlainXml(error: unknown): string {
  const { message, ...others } = error as { readonly message?: unknown };
  return `>${contents({ ...others, Message: message })}`;
}

function contents(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => `<member>${contents(item)}</member>`).join("");
  // An answer must go out whatever its text quotes of the request.
  if (typeof value !== "object") return encodeXmlString(replaceForbidden(String(value)), "error");
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `<${name}>${contents(member)}</${name}>`)
    .join("");
}

/** The inside of an element with more elements in front of its own. Values of attributes have no `>`. */
export function withElements(inside: string, elements: string): string {
  const end = inside.indexOf(">") + 1;
  return inside.slice(0, end) + elements + inside.slice(end);
}

/** The inside of an element that the answer with an error has as its body. An empty body stands for no members. */
export function insideOf(body: string | Uint8Array | ReadableStream<Uint8Array>): string {
  return typeof body === "string" && body !== "" ? body : ">";
}
