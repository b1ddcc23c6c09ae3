import type { Json } from "../../../runtime/src/jmespath/json.js";
import { evaluateExpression, JmespathError, parseExpression } from "../../../runtime/src/jmespath/index.js";
import { isDeepStrictEqual } from "node:util";
import type { Suite } from "../suite.js";

type Outcome = { readonly value: Json } | { readonly error: string; readonly text: string };

export const jmespath: Suite = {
  name: "jmespath",
  run: ({ expect }) => {
    const text = String(expect["expression"]);
    if (Object.hasOwn(expect, "parses")) return expectParses(text, expect["parses"] === true);
    const outcome = attempt(() => evaluateExpression(parseExpression(text), expect["given"] as Json));
    if (Object.hasOwn(expect, "error")) return expectError(outcome, String(expect["error"]));
    if ("error" in outcome) throw new Error(outcome.text);
    if (Object.hasOwn(expect, "result") && !isDeepStrictEqual(plain(outcome.value), plain(expect["result"] as Json))) {
      throw new Error(`- ${JSON.stringify(expect["result"])}\n+ ${JSON.stringify(outcome.value)}`);
    }
  },
};

/** Objects without regard to prototypes. */
function plain(value: Json): unknown {
  return JSON.parse(JSON.stringify(value));
}

function attempt(run: () => Json): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof JmespathError) return { error: error.kind, text: error.message };
    throw error;
  }
}

function expectParses(text: string, wanted: boolean): void {
  const outcome = attempt(() => {
    parseExpression(text);
    return null;
  });
  if ("value" in outcome !== wanted) throw new Error("error" in outcome ? outcome.text : "The expression is accepted");
}

function expectError(outcome: Outcome, kind: string): void {
  if ("value" in outcome) throw new Error(`Expected ${kind}, but found ${JSON.stringify(outcome.value)}`);
  if (outcome.error !== kind) throw new Error(`Expected ${kind}, but found ${outcome.error}: ${outcome.text}`);
}
