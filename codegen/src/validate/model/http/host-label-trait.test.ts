import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { hostLabelTraitRule } from "./host-label-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `@endpoint(hostPrefix: "{a}.x.")
operation O { input := { @required @hostLabel a: String } }`,
    [],
  ],
  [
    `@endpoint(hostPrefix: "{a}x")
operation O { input := { @required @hostLabel a: String } }`,
    [
      "DANGER HostLabelTrait a#O: `endpoint` trait hostPrefix contains host labels and does not end in a period (`.`). This can result in clients inadvertently sending data to domains you do not control.",
    ],
  ],
  [
    `@endpoint(hostPrefix: "{a}.")
operation O { input := { @required @hostLabel b: String } }`,
    [
      "ERROR HostLabelTrait a#OInput$b: This `b` structure member is marked with the `hostLabel` trait, but no corresponding `endpoint` label could be found when used as the input of the `a#O` operation.",
      "ERROR HostLabelTrait a#O: This operation uses a#OInput as input, but the following host labels found in the operation's `endpoint` trait do not have a corresponding member marked with the `hostLabel` trait: `a`",
    ],
  ],
  [
    `@endpoint(hostPrefix: "-x.")
operation O {}`,
    [
      "ERROR HostLabelTrait a#O: The `endpoint` trait hostPrefix, -x., could not expand in to a valid RFC 3986 host: -x.",
    ],
  ],
  [
    `@endpoint(hostPrefix: "a..b")
operation O {}`,
    [
      "ERROR HostLabelTrait a#O: The `endpoint` trait hostPrefix, a..b, could not expand in to a valid RFC 3986 host: a..b",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(hostLabelTraitRule, text)).toEqual(findings);
});
