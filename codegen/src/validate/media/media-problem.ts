import { parseMediaType } from "../../knowledge/media-type.js";
import { jsonProblem } from "./json-problem.js";
import { xmlProblem } from "./xml-problem.js";

/** Why a text is no body of a media type; undefined for a body, for an empty one, and for types other than JSON and XML. */
export function mediaProblem(body: string, mediaType: string): string | undefined {
  const parsed = body === "" || mediaType === "" ? undefined : parseMediaType(mediaType);
  if (parsed === undefined || "problem" in parsed) return undefined;
  const format = parsed.subtype.slice(parsed.subtype.lastIndexOf("+") + 1);
  if (format === "xml") return xmlProblem(body);
  return format === "json" ? jsonProblem(body) : undefined;
}
