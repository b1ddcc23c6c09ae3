import type { Linter, RuleModule } from "../rule.js";
import { abbreviationNameLinter } from "./abbreviation-name.js";
import { camelCaseLinter } from "./camel-case.js";
import { inputOutputStructureReuseLinter } from "./input-output-structure-reuse.js";
import { missingClientOptionalTraitLinter } from "./missing-client-optional-trait.js";
import { missingPaginatedTraitLinter } from "./missing-paginated-trait.js";
import { missingSensitiveTraitLinter } from "./missing-sensitive-trait.js";
import { noninclusiveTermsLinter } from "./noninclusive-terms.js";
import { repeatedShapeNameLinter } from "./repeated-shape-name.js";
import { reservedWordsLinter } from "./reserved-words.js";
import { shouldHaveUsedTimestampLinter } from "./should-have-used-timestamp.js";
import { standardOperationVerbLinter } from "./standard-operation-verb.js";
import { stutteredShapeNameLinter } from "./stuttered-shape-name.js";

/** Linters run only where `metadata validators` asks for them. */
export const linterRules: RuleModule = {
  name: "smithy-linters",
  namespaces: [],
  rules: [],
  linters: new Map<string, Linter>([
    ["AbbreviationName", abbreviationNameLinter],
    ["CamelCase", camelCaseLinter],
    ["InputOutputStructureReuse", inputOutputStructureReuseLinter],
    ["MissingClientOptionalTrait", missingClientOptionalTraitLinter],
    ["MissingPaginatedTrait", missingPaginatedTraitLinter],
    ["MissingSensitiveTrait", missingSensitiveTraitLinter],
    ["NoninclusiveTerms", noninclusiveTermsLinter],
    ["RepeatedShapeName", repeatedShapeNameLinter],
    ["ReservedWords", reservedWordsLinter],
    ["ShouldHaveUsedTimestamp", shouldHaveUsedTimestampLinter],
    ["StandardOperationVerb", standardOperationVerbLinter],
    ["StutteredShapeName", stutteredShapeNameLinter],
  ]),
};
