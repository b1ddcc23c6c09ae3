import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex, resolveTarget } from "../../shapes/model-index.js";
import type { OperationShape, RootShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { objectOf, textSet } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";
import { camelCaseWords } from "./camel-case-words.js";

const code = "MissingPaginatedTrait";

interface Configuration {
  readonly verbsRequirePagination: readonly string[];
  readonly verbsSuggestPagination: readonly string[];
  readonly inputMembersRequirePagination: readonly string[];
  readonly outputMembersRequirePagination: readonly string[];
}

/** In lower case, as all names are compared. */
const defaults: Configuration = {
  verbsRequirePagination: ["list", "search"],
  verbsSuggestPagination: ["describe", "get"],
  inputMembersRequirePagination: [
    ...["maxresults", "maxitems", "pagesize", "limit"],
    ...["nexttoken", "pagetoken", "token", "marker"],
  ],
  outputMembersRequirePagination: [
    ...["nexttoken", "pagetoken", "token", "marker", "nextpage", "nextpagetoken"],
    ...["position", "nextmarker", "paginationtoken", "nextpagemarker"],
  ],
};

const names = { decoder: textSet, nullProblem: "a list is needed" };

const configuration = objectOf<Configuration>("software.amazon.smithy.linters.MissingPaginatedTraitValidator$Config", {
  verbsRequirePagination: names,
  verbsSuggestPagination: names,
  inputMembersRequirePagination: names,
  outputMembersRequirePagination: names,
});

const reason =
  "Paginating operations that can return potentially unbounded lists of data helps to maintain a predictable SLA and helps to prevent operational issues in the future.";

/**
 * `MissingPaginatedTrait`: operations whose verb, input or output looks paginated carry the trait; a WARNING where only the verb
 * and a list in the output suggest it ("MissingPaginatedTrait").
 */
export const missingPaginatedTraitLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { value } = decoded;
  const lowerCase = (name: keyof Configuration): readonly string[] =>
    (value[name] ?? defaults[name]).map((text) => text.toLowerCase());
  const asked: Configuration = {
    verbsRequirePagination: lowerCase("verbsRequirePagination"),
    verbsSuggestPagination: lowerCase("verbsSuggestPagination"),
    inputMembersRequirePagination: lowerCase("inputMembersRequirePagination"),
    outputMembersRequirePagination: lowerCase("outputMembersRequirePagination"),
  };
  return { rule: (model) => findOperations(model, asked) };
};

function* findOperations(model: Model, asked: Configuration): Iterable<Diagnostic> {
  for (const operation of modelIndex(model).ofKind("operation")) {
    if (operation.traits.has("smithy.api#paginated")) continue;
    const required = whyRequired(model, operation, asked);
    if (required !== undefined) {
      yield shapeFinding("DANGER", code, operation, `${required} \`paginated\` trait. ${reason}`);
    } else if (suggestsPagination(model, operation, asked)) {
      const found = `The verb of this operation, \`${verbOf(operation)}\`, and the presence of a top-level list member in its output,`;
      const message = `${found} suggests that the operation should have the \`paginated\` trait. ${reason}`;
      yield shapeFinding("WARNING", code, operation, message);
    }
  }
}

function verbOf({ id }: OperationShape): string {
  return (camelCaseWords(nameOf(id))[0] ?? "").toLowerCase();
}

function whyRequired(model: Model, operation: OperationShape, asked: Configuration): string | undefined {
  const rule = "requires that the operation is marked with the";
  const verb = verbOf(operation);
  if (asked.verbsRequirePagination.includes(verb)) return `The verb of this operation, \`${verb}\`, ${rule}`;
  const input = findMember(model.shapes.get(operation.input), asked.inputMembersRequirePagination);
  if (input !== undefined) return `This operation contains an input member, \`${input}\`, that ${rule}`;
  const output = findMember(model.shapes.get(operation.output), asked.outputMembersRequirePagination);
  return output === undefined ? undefined : `This operation contains an output member, \`${output}\`, that ${rule}`;
}

function findMember(shape: RootShape | undefined, asked: readonly string[]): string | undefined {
  return [...(shape?.members.keys() ?? [])].find((name) => asked.includes(name.toLowerCase()));
}

function suggestsPagination(model: Model, operation: OperationShape, asked: Configuration): boolean {
  if (!asked.verbsSuggestPagination.includes(verbOf(operation))) return false;
  const members = model.shapes.get(operation.output)?.members.values() ?? [];
  return [...members].some((member) => resolveTarget(model, member)?.kind === "list");
}
