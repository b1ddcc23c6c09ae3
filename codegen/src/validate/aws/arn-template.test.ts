import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { arnTemplateRule } from "./arn-template.js";

describe("arnTemplateRule", () => {
  const start = "ERROR ArnTemplate a#R: Invalid aws.api#arn trait resource";

  it.each<[string, readonly string[]]>([
    ["r/{id}", []],
    [
      "r/{!id}",
      [
        `${start}, \`r/{!id}\`. The following resource identifier names were missing from the \`arn\` template: \`id\``,
        `${start}, \`r/{!id}\`. Found template labels in the trait that are not the names of the identifiers of the resource: [id]. Extraneous identifiers: [\`!id\`]`,
      ],
    ],
    [
      "r/{id-}/{9}",
      [
        "ERROR ArnTemplate a#R: aws.api#arn trait contains invalid template labels: `9`, `id-`. Template labels must match the following regular expression: ^[!|+]?[a-zA-Z_][a-zA-Z0-9_]*$",
      ],
    ],
  ])("of %j finds %j", (template, findings) => {
    const model = `@aws.api#service(sdkId: "S") service S { version: "1", resources: [R] }
@aws.api#arn(template: "${template}") resource R { identifiers: { id: String } }`;
    expect(findingsOf(arnTemplateRule, model)).toEqual(findings);
  });
});
