import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { httpBindingTraitIgnoredRule } from "./http-binding-trait-ignored.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `operation O { input: S }
structure S { @required @httpLabel id: String }`,
    [],
  ],
  [
    `operation O { output: S }
structure S { @required @httpLabel id: String }`,
    [
      "WARNING HttpBindingTraitIgnored.Input a#S$id: The `httpLabel` trait applied to this member is ignored in all contexts.",
    ],
  ],
  [
    `operation O { input: S, output: S }
structure S { @httpResponseCode code: Integer }`,
    [
      "WARNING HttpBindingTraitIgnored.Output a#S$code: The `httpResponseCode` trait applied to this member is ignored in some contexts: {input: [a#O]}",
    ],
  ],
  [
    `operation O { input: I }
structure I { s: S }
structure S { @httpHeader("X") header: String }`,
    [
      "WARNING HttpBindingTraitIgnored.TopLevel a#S$header: The `httpHeader` trait applied to this member is ignored in all contexts.",
    ],
  ],
  [
    `operation O { input: S }
structure T { s: S, t: S }
structure S { @httpHeader("X") header: String }`,
    [
      "WARNING HttpBindingTraitIgnored.TopLevel a#S$header: The `httpHeader` trait applied to this member is ignored in some contexts: {member target: [a#T$s, a#T$t]}",
    ],
  ],
  [`structure S { @httpHeader("X") header: String }`, []],
  [
    `@mixin
structure M { @httpQuery("q") q: String }
structure S with [M] {}
operation O { output: S }`,
    [
      "WARNING HttpBindingTraitIgnored.Input a#S$q: The `httpQuery` trait applied to this mixed in member is ignored in all contexts.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(httpBindingTraitIgnoredRule, text)).toEqual(findings);
});
