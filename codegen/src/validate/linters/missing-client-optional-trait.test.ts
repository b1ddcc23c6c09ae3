import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { missingClientOptionalTraitLinter } from "./missing-client-optional-trait.js";

describe("missingClientOptionalTraitLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      { onRequiredOrDefault: true },
      'structure S { @required a: String = ""\n@required @clientOptional b: String }',
      [
        "DANGER MissingClientOptionalTrait a#S$a: @default members must also be marked with the @clientOptional trait",
        "DANGER MissingClientOptionalTrait a#S$a: @required members must also be marked with the @clientOptional trait",
      ],
    ],
    [
      { onRequiredStructureOrUnion: true },
      "structure S { @required a: String, @required b: U }\nunion U { c: String }",
      [
        "DANGER MissingClientOptionalTrait a#S$b: @required members that target a structure or union must be marked with the @clientOptional trait. Not using the @clientOptional trait here is risky because there is no backward compatible way to replace the @required trait with the @default trait if the member ever needs to be made optional.",
      ],
    ],
    [{}, "structure S { @required a: String }", []],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(missingClientOptionalTraitLinter, configuration, text)).toEqual(findings);
  });
});
