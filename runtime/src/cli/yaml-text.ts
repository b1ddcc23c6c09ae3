import { parseDocument, Scalar, stringify } from "yaml";
import { formatJsonText } from "./json-text.js";
import { isScalar } from "./scalars.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

/** Why a text is not YAML. */
export class YamlTextError extends Error {}

/**
 * Parses YAML 1.2 (core schema).
 *
 * @throws YamlTextError
 */
export function parseYamlText(text: string): Value {
  const document = parseDocument(text, { intAsBigInt: true, logLevel: "silent" });
  const problem = document.errors[0];
  if (problem !== undefined) throw new YamlTextError(problem.message);
  return valueOf(document.toJS({ mapAsMap: true, maxAliasCount: 100 }));
}

function valueOf(node: unknown): Value {
  if (typeof node === "string" || typeof node === "boolean") return node;
  if (typeof node === "bigint" || typeof node === "number") return new NumberText(String(node));
  if (node instanceof Uint8Array) return node;
  if (node instanceof Date) return node.toISOString();
  if (Array.isArray(node)) return node.map(valueOf);
  if (node instanceof Map) return new Map([...node].map(([key, item]) => [String(key), valueOf(item)]));
  return null;
}

/** YAML in block style, keys sorted, as the AWS CLI prints it; a plain value alone as in JSON. */
export function formatYamlText(value: Value): string {
  if (isScalar(value)) return `${formatJsonText(value)}\n`;
  return stringify(nodeOf(value), {
    lineWidth: 0,
    sortMapEntries: true,
    indentSeq: false,
    singleQuote: true,
    aliasDuplicateObjects: false,
    nullStr: "null",
  });
}

/** YAML has no number text; a token that a double would change becomes a bigint or stays a plain scalar. */
function nodeOf(value: Value): unknown {
  if (value instanceof NumberText) {
    if (value.isInteger) return BigInt(value.text);
    return Number(value.text);
  }
  if (isList(value)) return value.map(nodeOf);
  if (isObject(value)) return new Map([...value].map(([key, item]) => [key, nodeOf(item)]));
  if (typeof value === "string" && readAsTime.test(value)) {
    const quoted = new Scalar(value);
    quoted.type = Scalar.QUOTE_SINGLE;
    return quoted;
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
}

/** What readers of YAML 1.1 take for a date rather than a text. */
const readAsTime =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/;
