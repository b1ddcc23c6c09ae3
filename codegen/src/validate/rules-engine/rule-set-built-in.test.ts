import { describe, expect, it } from "vitest";
import { loadModel } from "../../loader/load-model.js";
import { createSource } from "../../source/source.js";
import { ruleSetBuiltInRule } from "./rule-set-built-in.js";
import { builtInRegion, ruleSetTrait, testsTrait } from "./testing/rule-models.js";

const core = new Set(["smithy-rules-engine"]);
const withAws = new Set(["smithy-rules-engine", "smithy-aws-endpoints"]);
const awsNames =
  "AWS::Region, AWS::STS::UseGlobalEndpoint, AWS::S3::UseArnRegion, AWS::Auth::AccountIdEndpointMode, AWS::S3::UseGlobalEndpoint, AWS::S3::Accelerate, AWS::S3::ForcePathStyle, AWS::Auth::AccountId, AWS::UseFIPS, AWS::S3::DisableMultiRegionAccessPoints, AWS::UseDualStack, AWS::Auth::CredentialScope, SDK::Endpoint, AWS::S3Control::UseArnRegion";

describe("ruleSetBuiltInRule", () => {
  it.each<readonly [string, ReadonlySet<string>, readonly string[]]>([
    ["SDK::Endpoint", core, []],
    ["AWS::Region", withAws, []],
    ["AWS::Region", core, ["The `AWS::Region` built-in used is not registered, valid built-ins: SDK::Endpoint"]],
    [
      "AWS::Regoin",
      withAws,
      [`The \`AWS::Regoin\` built-in used is not registered, valid built-ins: ${awsNames} Did you mean "AWS::Region"?`],
    ],
  ])("%s", (builtIn, modules, messages) => {
    const rules = ruleSetTrait({ parameters: { Region: { ...builtInRegion, builtIn } } });
    const tests = testsTrait({
      expect: { error: "x" },
      operationInputs: [{ operationName: "Op", builtInParams: { [builtIn]: "x" } }],
    });
    const { model } = loadModel([
      createSource("model.smithy", `$version: "2"\nnamespace a\n${rules} ${tests} service A {}`),
    ]);
    const found = [...ruleSetBuiltInRule(model, { modules })];
    const codes = ["RuleSetBuiltIn.RuleSet", "RuleSetBuiltIn.TestCase.0.Inputs.0"];
    expect(
      found.map(({ code, message, suggestion }) => `${code}: ${[message, suggestion].filter(Boolean).join(" ")}`),
    ).toEqual(codes.flatMap((code) => messages.map((message) => `${code}: ${message}`)));
  });
});
