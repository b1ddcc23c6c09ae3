import { encodeXmlString } from "../../codec/xml/index.js";

/** Plain data without a shape as the inside of an XML element: what errors of the framework have. Items are called `member`. */
export function encodePlainXml(value: unknown): string {
  return `>${contents(value)}`;
}

function contents(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map((item) => `<member>${contents(item)}</member>`).join("");
  if (typeof value !== "object") return encodeXmlString(String(value), "error");
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${contents(member)}</${name}>`)
    .join("");
}
