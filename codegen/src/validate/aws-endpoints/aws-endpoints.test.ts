import { describe, expect, it } from "vitest";
import { builtInRegion, ruleSetTrait } from "../rules-engine/testing/rule-models.js";
import { findingsOf } from "../testing/findings.js";
import { awsSpecialCaseEndpointRule } from "./aws-special-case-endpoint.js";
import { ruleSetAwsBuiltInRule } from "./rule-set-aws-built-in.js";

describe("ruleSetAwsBuiltInRule", () => {
  it.each([
    ["AWS::Region", false],
    ["AWS::Auth::AccountId", true],
    ["AWS::Auth::AccountIdEndpointMode", true],
    ["AWS::Auth::CredentialScope", true],
  ])("%s", (builtIn, isConsidered) => {
    const text = `${ruleSetTrait({ parameters: { P: { ...builtInRegion, builtIn } } })} service A {}`;
    const message = `DANGER RuleSetAwsBuiltIn.${builtIn} a#A: The \`${builtIn}\` built-in used requires additional consideration of the rules that use it.`;
    expect(findingsOf(ruleSetAwsBuiltInRule, text)).toEqual(isConsidered ? [message] : []);
  });
});

describe("awsSpecialCaseEndpointRule", () => {
  const rule = "AwsSpecialCaseEndpoint";
  it.each<readonly [string, readonly string[]]>([
    ["https://{service}.{region}.{dnsSuffix}", []],
    ["http://a.{dualStackDnsSuffix}:8080/x?y#z", []],
    [
      "https://{foo}.{region}.{bar}",
      [
        `DANGER ${rule}.UnsupportedEndpointPattern a#A: Endpoint \`https://{foo}.{region}.{bar}\` contains unsupported patterns: {foo}, {bar}`,
      ],
    ],
    [
      "ftp://a",
      [
        `DANGER ${rule}.InvalidEndpointPatternScheme a#A: Endpoint \`ftp://a\` should start with scheme \`http://\` or \`https://\``,
      ],
    ],
    [
      "a.com",
      [
        `DANGER ${rule}.InvalidEndpointPatternScheme a#A: Endpoint \`a.com\` should start with scheme \`http://\` or \`https://\``,
        `ERROR ${rule}.InvalidEndpointPatternUrl a#A: Endpoint \`a.com\` should be a valid URL.`,
      ],
    ],
    ["https://a b", [`ERROR ${rule}.InvalidEndpointPatternUrl a#A: Endpoint \`https://a b\` should be a valid URL.`]],
  ])("%s", (endpoint, findings) => {
    const cases = (members: string) => `[{ endpoint: "${endpoint}"${members} }]`;
    const traits = [
      `standardRegionalEndpoints(regionSpecialCases: { "us-east-1": ${cases("")} })`,
      `standardRegionalEndpoints(partitionSpecialCases: { aws: ${cases("")} })`,
      `standardPartitionalEndpoints(endpointPatternType: "aws_recommended", partitionEndpointSpecialCases: { aws: ${cases(', region: "r"')} })`,
    ];
    for (const trait of traits) {
      expect(findingsOf(awsSpecialCaseEndpointRule, `@aws.endpoints#${trait} service A {}`)).toEqual(findings);
    }
  });
});
