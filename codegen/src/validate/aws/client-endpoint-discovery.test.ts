import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { clientEndpointDiscoveryRule } from "./client-endpoint-discovery.js";

const service = (error: string, operations: string): string =>
  `@aws.api#clientEndpointDiscovery(operation: D${error}) service S { version: "1", operations: [${operations}] }
@error("client") structure E {}
@aws.api#clientDiscoveredEndpoint(required: true) operation G { input := {} }`;

const discovery = (
  input: string,
  output: string,
): string => `operation D { input := { ${input} }, output := { ${output} } }
list Endpoints { member: Endpoint }
list Texts { member: String }
map Ids { key: String, value: String }`;

const endpoint = "structure Endpoint { Address: String, CachePeriodInMinutes: Long }";

describe("clientEndpointDiscoveryRule", () => {
  it.each<[string, string, readonly string[]]>([
    [", error: E", "D, G", ["ERROR ClientEndpointDiscovery a#G: The operation `a#G` is marked with"]],
    ["", "D, G", ["DANGER ClientEndpointDiscovery.MissingErrorDefinition a#S: Services SHOULD define an error"]],
    [
      "",
      "D",
      [
        "DANGER ClientEndpointDiscovery.MissingErrorDefinition a#S: Services SHOULD define an error",
        "WARNING ClientEndpointDiscovery.NoOperations a#S: The service `a#S` is configured to use endpoint discovery",
        "ERROR ClientEndpointDiscovery a#G: The operation `a#G` is marked with",
      ],
    ],
    [
      "",
      "G",
      [
        "DANGER ClientEndpointDiscovery.MissingErrorDefinition a#S: Services SHOULD define an error",
        "ERROR ClientEndpointDiscovery.UnboundOperation.D a#S: The operation `a#D` must be bound to the service `(service: `a#S`)`",
      ],
    ],
  ])("checks a service with%s and the operations %s", (error, operations, starts) => {
    const text = [service(error, operations), discovery("Operation: String", "Endpoints: Endpoints"), endpoint].join(
      "\n",
    );
    const found = findingsOf(clientEndpointDiscoveryRule, text);
    expect(found.map((finding, index) => finding.slice(0, starts[index]?.length))).toEqual(starts);
  });

  it.each<[string, string, string, readonly string[]]>([
    ["Operation: String, Identifiers: Ids", "Endpoints: Endpoints", endpoint, []],
    [
      "Operation: Blob, Identifiers: String, TTL: Long",
      "Endpoints: Endpoints",
      endpoint,
      [
        "a#DInput: Input for endpoint discovery operation `a#D` may only have the members Operation and Identifiers but found: Operation, Identifiers, TTL",
        "smithy.api#Blob: The Operation member of an endpoint discovery operation must be a string",
        "a#DInput$Identifiers: The Identifiers member of an endpoint discovery operation must be a map whose keys and values are strings.",
      ],
    ],
    [
      "",
      "Other: String",
      endpoint,
      ["a#D: Endpoint discovery operation output must only contain an `Endpoints` member, but found: [Other]"],
    ],
    [
      "",
      "Endpoints: String",
      endpoint,
      ["a#DOutput$Endpoints: The output member `Endpoints` on an endpoint discovery operation must be a list."],
    ],
    [
      "",
      "Endpoints: Texts",
      endpoint,
      ["a#Texts: The member of the Endpoints list in an endpoint discovery operation must be a structure shape."],
    ],
    [
      "",
      "Endpoints: Endpoints",
      "structure Endpoint { Address: Long, CachePeriodInMinutes: String, x: String }",
      [
        "a#Endpoint$Address: The `Address` member of the `Endpoint` shape must be a string type.",
        "a#Endpoint$CachePeriodInMinutes: The `CachePeriodInMinutes` member of the `Endpoint` shape must be a long type.",
        "a#Endpoint: The `Endpoint` shape must only have the members `Address` and `CachePeriodInMinutes`, but found: Address, x, CachePeriodInMinutes",
      ],
    ],
  ])("checks an operation with %j, %j and %j", (input, output, shape, findings) => {
    const text = [
      '@aws.api#clientEndpointDiscovery(operation: D, error: E) service S { version: "1", operations: [D, G] }',
      '@error("client") structure E {}',
      "@aws.api#clientDiscoveredEndpoint(required: true) operation G { input := {}, errors: [E] }",
      discovery(input, output),
      shape,
    ].join("\n");
    const found = findingsOf(clientEndpointDiscoveryRule, text);
    expect(found).toEqual(findings.map((finding) => `ERROR ClientEndpointDiscovery ${finding}`));
  });
});
