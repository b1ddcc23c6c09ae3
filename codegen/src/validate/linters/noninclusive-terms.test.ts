import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { noninclusiveTermsLinter } from "./noninclusive-terms.js";

describe("noninclusiveTermsLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      '@documentation("a Blacklist") @tags(["slaves"]) string MasterKey',
      [
        "WARNING NoninclusiveTerms.Shape.master a#MasterKey: String shape uses a non-inclusive term `Master`. Consider using one of the following terms instead: `Main`, `Parent`, `Primary`",
        "WARNING NoninclusiveTerms.Trait.blacklist.documentation a#MasterKey: 'documentation' trait has a value that contains a non-inclusive term `Blacklist`. Consider using one of the following terms instead: `DenyList`",
        "WARNING NoninclusiveTerms.Trait.slave.tags.0 a#MasterKey: 'tags' trait value at path {0} contains a non-inclusive term `slave`. Consider using one of the following terms instead: `child`, `clone`, `replica`, `secondary`",
      ],
    ],
    [
      { terms: { a: [] }, excludeDefaults: true },
      '@externalDocumentation(master: "https://b") string S',
      [
        "WARNING NoninclusiveTerms.Namespace.a.a undefined: a namespace uses a non-inclusive term `a`.",
        "WARNING NoninclusiveTerms.Trait.a.externalDocumentation.master/key a#S: 'externalDocumentation' trait value at path {master/key} contains a non-inclusive term `a`.",
      ],
    ],
    [{ excludeDefaults: true }, "", ["Cannot set 'excludeDefaults' to true and leave 'terms' empty or unspecified."]],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(noninclusiveTermsLinter, configuration, text)).toEqual(findings);
  });
});
