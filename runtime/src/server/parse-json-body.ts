import { DecodeError, parseJson } from "../codec/index.js";
import { maximumDepth } from "../validate/index.js";
import { findJsonProblem } from "./json-problem.js";
import type { JsonWireOperation } from "./json-wire.js";

/** The JSON of a request's body. @throws DecodeError that tells where the text stops being JSON */
export function parseJsonBody(text: string, operation: Pick<JsonWireOperation, "lossless" | "nests">): unknown {
  try {
    return parseJson(text, {
      lossless: operation.lossless,
      maximumDepth: operation.nests === true ? maximumDepth : undefined,
    });
  } catch (error) {
    const problem = findJsonProblem(text);
    throw problem === undefined ? error : new DecodeError("", `it is not JSON: ${problem}`);
  }
}
