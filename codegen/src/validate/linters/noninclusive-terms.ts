import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { listOf, mapOf, flag, objectOf, text } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";
import { traitName } from "../trait-name.js";
import { type ModelText, textsOf } from "./model-texts.js";

const code = "NoninclusiveTerms";

type Terms = ReadonlyMap<string, readonly string[]>;

/** Terms with what to say instead. */
const defaultTerms: Terms = new Map([
  ["master", ["primary", "parent", "main"]],
  ["slave", ["secondary", "replica", "clone", "child"]],
  ["blacklist", ["denyList"]],
  ["whitelist", ["allowList"]],
]);

const configuration = objectOf<{ terms: Terms; excludeDefaults: boolean }>(
  "software.amazon.smithy.linters.NoninclusiveTermsValidator$Config",
  { terms: { decoder: mapOf(listOf(text)) }, excludeDefaults: { decoder: flag, nullProblem: "" } },
);

/**
 * `NoninclusiveTerms.Shape`, `.Trait`, `.Namespace`: names and the texts of traits use no terms that exclude people
 * ("NoninclusiveTerms").
 */
export const noninclusiveTermsLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { terms = new Map(), excludeDefaults = false } = decoded.value;
  if (excludeDefaults && terms.size === 0) {
    return { problem: "Cannot set 'excludeDefaults' to true and leave 'terms' empty or unspecified." };
  }
  const all: Terms = excludeDefaults ? terms : new Map([...defaultTerms, ...terms]);
  return { rule: (model) => findTerms(model, all) };
};

function* findTerms(model: Model, terms: Terms): Iterable<Diagnostic> {
  for (const given of textsOf(model)) {
    const lowerCase = given.text.toLowerCase();
    for (const [term, replacements] of terms) {
      const start = lowerCase.indexOf(term.toLowerCase());
      if (start >= 0) yield finding(given, given.text.slice(start, start + term.length), replacements);
    }
  }
}

function finding(given: ModelText, found: string, replacements: readonly string[]): Diagnostic {
  const term = found.toLowerCase();
  const uses = `non-inclusive term \`${found}\`.${suggest(found, replacements)}`;
  switch (given.kind) {
    case "namespace": {
      const message = `${given.text} namespace uses a ${uses}`;
      return { code: `${code}.Namespace.${given.text}.${term}`, severity: "WARNING", message };
    }
    case "shape": {
      const { shape } = given;
      const kind = shape.kind.charAt(0).toUpperCase() + shape.kind.slice(1);
      return shapeFinding("WARNING", `${code}.Shape.${term}`, shape, `${kind} shape uses a ${uses}`);
    }
    case "trait": {
      const name = traitName(given.trait.id);
      const path = given.path.join("/");
      const where = path === "" ? "trait has a value that" : `trait value at path {${path}}`;
      const id = [code, "Trait", term, name, ...(path === "" ? [] : [path])].join(".");
      return shapeFinding("WARNING", id, given.shape, `'${name}' ${where} contains a ${uses}`, given.trait);
    }
  }
}

/** The replacements begin with a capital where the term does. */
function suggest(found: string, replacements: readonly string[]): string {
  if (replacements.length === 0) return "";
  const isCapital = /^\p{Lu}/u.test(found);
  const cased = replacements.map((replacement) => {
    const first = replacement.charAt(0);
    return (isCapital ? first.toUpperCase() : first.toLowerCase()) + replacement.slice(1);
  });
  return ` Consider using one of the following terms instead: ${tickedList(cased)}`;
}
