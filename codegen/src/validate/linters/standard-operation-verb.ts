import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { OperationShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { listOf, mapOf, objectOf, text } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";
import { camelCaseWords } from "./camel-case-words.js";

interface Configuration {
  readonly verbs: readonly string[];
  readonly prefixes: readonly string[];
  readonly suggestAlternatives: ReadonlyMap<string, readonly string[]>;
}

const configuration = objectOf<Configuration>("software.amazon.smithy.linters.StandardOperationVerbValidator$Config", {
  verbs: { decoder: listOf(text) },
  prefixes: { decoder: listOf(text) },
  suggestAlternatives: { decoder: mapOf(listOf(text)) },
});

/** `StandardOperationVerb`: operations begin with one of some verbs, after a prefix or not ("StandardOperationVerb"). */
export const standardOperationVerbLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { verbs = [], prefixes = [], suggestAlternatives = new Map() } = decoded.value;
  if (verbs.length === 0 && suggestAlternatives.size === 0) {
    return { problem: "Either verbs or suggestAlternatives must be set when configuring StandardOperationVerb" };
  }
  const asked = { verbs, prefixes, suggestAlternatives };
  return {
    rule: (model) =>
      modelIndex(model)
        .ofKind("operation")
        .flatMap((operation) => checkVerb(operation, asked)),
  };
};

function checkVerb(
  operation: OperationShape,
  { verbs, prefixes, suggestAlternatives }: Configuration,
): readonly Diagnostic[] {
  const name = nameOf(operation.id);
  const [first = "", second] = camelCaseWords(name);
  const prefix = prefixes.includes(first) ? first : undefined;
  const verb = prefix === undefined ? first : second;
  const find = (message: string) => [shapeFinding("DANGER", "StandardOperationVerb", operation, message)];
  if (verb === undefined) return find(`Operation name consists of only a verb prefix: ${name}`);
  const detected = prefix === undefined ? "" : `, with a detected prefix of \`${prefix}\``;
  const found = `Operation shape \`${name}\` uses a non-standard verb, \`${verb}\`${detected}.`;
  const alternatives = suggestAlternatives.get(verb);
  if (alternatives !== undefined) {
    return find(`${found} Consider using one of the following verbs instead: ${tickedList(alternatives)}`);
  }
  if (verbs.includes(verb)) return [];
  return find(`${found} Expected one of the following verbs: ${tickedList(verbs)}`);
}
