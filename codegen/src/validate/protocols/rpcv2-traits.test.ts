import { expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { rpcv2CborTraitRule, rpcv2JsonTraitRule } from "./rpcv2-traits.js";

it.each([
  ["Rpcv2CborTrait", "rpcv2Cbor", rpcv2CborTraitRule],
  ["Rpcv2JsonTrait", "rpcv2Json", rpcv2JsonTraitRule],
] as const)("%s compares the versions of HTTP of %s", (code, protocol, rule) => {
  const text = `@smithy.protocols#${protocol}(http: ["h2"], eventStreamHttp: ["h2", "http/1.1"]) service S { version: "1" }`;
  expect(findingsOf(rule, text)).toEqual([
    `ERROR ${code} a#S: The following values of the \`eventStreamHttp\` property do not also appear in the \`http\` property of the smithy.protocols#${protocol} protocol trait: [http/1.1]`,
  ]);
  expect(findingsOf(rule, text.replace(', "http/1.1"', ""))).toEqual([]);
});
