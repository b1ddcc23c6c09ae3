import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { xmlNamespaceTraitRule } from "./xml-namespace-trait.js";

describe("xmlNamespaceTraitRule", () => {
  it.each<[string, string[]]>([
    ['@xmlNamespace(uri: "https://example.com/a?b=c#d") string S\n@xmlNamespace(uri: "urn:x") string T', []],
    [
      '@xmlNamespace(uri: "https:// x") string S',
      [
        "ERROR XmlNamespaceTrait a#S: An `xmlNamespace` trait is applied to the (string: `a#S`) shape with an invalid uri: https:// x",
      ],
    ],
    ['@xmlNamespace(uri: "1:x") string S', [expect.stringContaining("invalid uri: 1:x")]],
    ['@xmlNamespace(uri: "a:") string S', [expect.stringContaining("invalid uri: a:")]],
    ['@xmlNamespace(uri: "%zz") string S', [expect.stringContaining("invalid uri: %zz")]],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(xmlNamespaceTraitRule, text)).toEqual(findings);
  });
});
