import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { nameOf } from "../../shapes/shape-id.js";
import { listOf, objectOf, text } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { camelCaseWords } from "./camel-case-words.js";
import { isEnumMember } from "./enum-member.js";

const configuration = objectOf<{ allowedAbbreviations: readonly string[] }>(
  "software.amazon.smithy.linters.AbbreviationNameValidator$Config",
  { allowedAbbreviations: { decoder: listOf(text), nullProblem: "a list is needed" } },
);

/** `AbbreviationName`: names have no words in capitals, such as `HTTP`, but those that are allowed ("AbbreviationName"). */
export const abbreviationNameLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const allowed = new Set(decoded.value.allowedAbbreviations);
  return { rule: (model) => findNames(model, allowed) };
};

function* findNames(model: Model, allowed: ReadonlySet<string>): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).shapes) {
    if (isEnumMember(model, shape)) continue;
    const what = shape.kind === "member" ? "member" : "shape";
    const name = shape.kind === "member" ? shape.name : nameOf(shape.id);
    const recommended = recommend(name, allowed);
    if (recommended === name) continue;
    const found = `${what} name, \`${name}\`, contains invalid abbreviations.`;
    const message = `${found} Change this ${what} name to \`${recommended}\``;
    yield shapeFinding("DANGER", "AbbreviationName", shape, message);
  }
}

function recommend(name: string, allowed: ReadonlySet<string>): string {
  return camelCaseWords(name)
    .map((word) => {
      const isAbbreviation = (word.match(/[A-Z]/g)?.length ?? 0) > 1;
      return isAbbreviation && !allowed.has(word) ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word;
    })
    .join("");
}
