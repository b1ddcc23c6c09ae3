import { expect, it } from "vitest";
import type { Node } from "../../shapes/node.js";
import { mappedReaders } from "./mapped-readers.js";

const apiGateway = "software.amazon.smithy.aws.apigateway.traits";
const tests = "software.amazon.smithy.protocoltests.traits";
const byMethod = "Unable to deserialize Node using fromNode method:";
const onEvent = (event: Node): Node => [{ id: "aa", protocol: "a#p", events: [event] }];

it.each<[string, Node, string | undefined]>([
  ["aws.iam#iamAction", { name: null, requiredActions: [], other: 1 }, undefined],
  [
    "aws.iam#iamAction",
    { requiredActions: "x" },
    '(/requiredActions): unable to create java.util.List<java.lang.String> from "x"',
  ],
  [
    "aws.iam#iamAction",
    { resources: { required: { a: 1 } } },
    `(/resources): unable to create software.amazon.smithy.aws.iam.traits.ActionResources from {"required":{"a":1}}: ${byMethod} Expected object, but found number.`,
  ],
  [
    "aws.iam#iamResource",
    { disableConditionKeyInheritance: 1 },
    "(/disableConditionKeyInheritance): unable to create boolean from 1",
  ],
  [
    "aws.cloudformation#cfnResource",
    { additionalSchemas: ["x"] },
    `(/additionalSchemas/0): unable to create software.amazon.smithy.model.shapes.ShapeId from "x": ${byMethod} Invalid shape ID: x`,
  ],
  [
    "aws.apigateway#integration",
    { type: "aws", uri: "x" },
    `(/): unable to create ${apiGateway}.IntegrationTrait from {"type":"aws","uri":"x"}: httpMethod was not set on the builder (builder class is probably ${apiGateway}.IntegrationTrait)`,
  ],
  [
    "aws.apigateway#mockIntegration",
    { responses: { a: { statusCode: 1 } } },
    "(/responses/a/statusCode): unable to create java.lang.String from 1",
  ],
  [
    "aws.apigateway#authorizers",
    { x: { scheme: "a#b", resultTtlInSeconds: "1" } },
    '(/resultTtlInSeconds): unable to create java.lang.Integer from "1"',
  ],
  [
    "smithy.test#eventStreamTests",
    onEvent({ type: "request", headers: { a: { byte: 1, timestamp: "x" } } }),
    undefined,
  ],
  [
    "smithy.test#eventStreamTests",
    onEvent({ type: "x" }),
    `(/events/0/type): unable to create ${tests}.eventstream.EventType from "x": ${byMethod} Expected one of \`request\`, \`response\`; got \`x\`.`,
  ],
  [
    "smithy.test#eventStreamTests",
    onEvent({ type: "request", headers: { a: { x: 1 } } }),
    `(/events/0/headers/a): unable to create ${tests}.eventstream.EventHeaderValue<?> from {"x":1}: ${byMethod} No enum constant ${tests}.eventstream.EventHeaderValue.Type.X`,
  ],
  [
    "smithy.test#eventStreamTests",
    onEvent({ type: "request", bytes: "%" }),
    '(/events/0/bytes): unable to create byte[] from "%": Illegal base64 character 25',
  ],
])("reads %s from %j", (trait, value, problem) => {
  const expected = problem === undefined ? undefined : `Deserialization error at ${problem}`;
  expect(mappedReaders.get(trait)?.(value, "a#S")).toBe(expected);
});
