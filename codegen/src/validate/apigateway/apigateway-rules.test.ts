import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { authorizersTraitRule } from "./authorizers-trait.js";
import { endpointConfigurationRule } from "./endpoint-configuration.js";
import { gatewayResponsesCorsRule } from "./gateway-responses-cors.js";

describe("authorizersTraitRule", () => {
  it.each<[string, readonly string[]]>([
    [`x: { scheme: "aws.auth#sigv4", enableSimpleResponses: true, authorizerPayloadFormatVersion: "2.0" }`, []],
    [`x: { scheme: "aws.auth#sigv4", enableSimpleResponses: true }`, []],
    [
      `y: { scheme: "smithy.api#httpBasicAuth" }, x: { scheme: "a#b" }`,
      [
        "Each `scheme` of the `aws.apigateway#authorizers` trait must target one of the auth schemes applied to the service (i.e., [`aws.auth#sigv4`]). The following mappings of authorizer names to schemes are invalid: x -> a#b, y -> smithy.api#httpBasicAuth",
      ],
    ],
    [
      `x: { scheme: "aws.auth#sigv4", enableSimpleResponses: false, authorizerPayloadFormatVersion: "1.0" }`,
      [
        "The enableSimpleResponses member of aws.apigateway#authorizers is only supported when authorizedPayloadFormatVersion is 2.0. The following authorizers are misconfigured: x",
      ],
    ],
  ])("of %s finds %j", (authorizers, findings) => {
    const text = `@aws.auth#sigv4(name: "s") @aws.apigateway#authorizers(${authorizers}) service S { version: "1" }`;
    const found = findingsOf(authorizersTraitRule, text);
    expect(found).toEqual(findings.map((finding) => `ERROR AuthorizersTrait a#S: ${finding}`));
  });
});

describe("endpointConfigurationRule", () => {
  it.each<[string, readonly string[]]>([
    [`types: ["PRIVATE"]`, []],
    [`types: ["PRIVATE"], ipAddressType: "dualstack"`, []],
    [`types: ["EDGE"], ipAddressType: "ipv4"`, []],
    [
      `types: ["EDGE", "PRIVATE"], ipAddressType: "ipv4"`,
      [
        "ERROR EndpointConfiguration a#S: The `PRIVATE` endpoint type requires `ipAddressType` to be `dualstack`, but found `ipv4`.",
      ],
    ],
  ])("of %s finds %j", (configuration, findings) => {
    const text = `@aws.apigateway#endpointConfiguration(${configuration}) service S { version: "1" }`;
    expect(findingsOf(endpointConfigurationRule, text)).toEqual(findings);
  });
});

describe("gatewayResponsesCorsRule", () => {
  it.each([
    ["", 0],
    ["@cors", 1],
  ])("with %j finds %d", (cors, count) => {
    const text = `${cors} @aws.apigateway#gatewayResponses(DEFAULT_4XX: {}) service S { version: "1" }`;
    const found = findingsOf(gatewayResponsesCorsRule, text);
    const start = "DANGER GatewayResponsesCors a#S: Service has both @gatewayResponses and @cors applied. ";
    expect(found.map((finding) => finding.startsWith(start))).toEqual(Array.from({ length: count }, () => true));
  });
});
