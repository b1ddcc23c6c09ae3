import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { missingSensitiveTraitLinter } from "./missing-sensitive-trait.js";

describe("missingSensitiveTraitLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "structure BankAccount { email: String, safe: Secret }\n@sensitive string Secret\n@sensitive structure Person { phone: String }\nenum E { EMAIL }\nservice Bank {}",
      [
        "WARNING MissingSensitiveTrait a#BankAccount: This shape possibly contains sensitive data but is not marked with the sensitive trait (based on the presence of 'bank')",
        "WARNING MissingSensitiveTrait a#BankAccount$email: This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait (based on the presence of 'email')",
      ],
    ],
    [
      { terms: ["pet name"], excludeDefaults: true },
      "structure S { email: String, petName: String, petname: String, carpetName: String }",
      [
        "WARNING MissingSensitiveTrait a#S$petName: This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait (based on the presence of 'pet name')",
        "WARNING MissingSensitiveTrait a#S$petname: This member possibly contains sensitive data but neither the enclosing nor target shape are marked with the sensitive trait (based on the presence of 'petname')",
      ],
    ],
    [{ excludeDefaults: true }, "", ["Cannot set 'excludeDefaults' to true and leave 'terms' unspecified."]],
    [{ terms: ["a-b"] }, "", ["Invalid non-alphanumeric characters in word boundary search:a-b"]],
    [{ terms: ["a  b"] }, "", ["Invalid spaces in word boundary search: a  b"]],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(missingSensitiveTraitLinter, configuration, text)).toEqual(findings);
  });
});
