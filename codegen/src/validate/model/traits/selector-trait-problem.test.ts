import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { traitCreationRule } from "../trait-creation.js";

const problem = "Syntax error at line 1 column 1, near `!x`: Unexpected selector character: !; expression: !x";

describe("selectorTraitProblem", () => {
  it.each<[string, string[]]>([
    ['@trait(selector: "!x") structure t {}', [`ERROR Model a#t: Error creating trait \`trait\`: ${problem}`]],
    ['@idRef(selector: "!x") string S', [`ERROR Model a#S: Error creating trait \`idRef\`: ${problem}`]],
    [
      '@trait @traitValidators(x: {selector: "*"}, y: {selector: "!x"}) structure t {}',
      [`ERROR Model a#t: Error creating trait \`traitValidators\`: ${problem}`],
    ],
    ['@trait(selector: "*") structure t {}', []],
  ])("of %s", (text, findings) => {
    expect(findingsOf(traitCreationRule, text)).toEqual(findings);
  });
});
