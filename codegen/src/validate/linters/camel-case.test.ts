import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { camelCaseLinter } from "./camel-case.js";

describe("camelCaseLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "string low\n@trait string Up\n@trait @authDefinition structure Free {}\nstructure S { a: String, B: String, c: String }\nlist L { member: String }",
      [
        "DANGER CamelCase a#low: string shape name, `low`, is not upper camel case",
        "DANGER CamelCase a#Up: string trait definition, `Up`, is not lower camel case",
        "DANGER CamelCase a#S$B: Member shape member name, `B`, is not lower camel case; members in the a namespace must all use lower camel case.",
      ],
    ],
    [
      {},
      "service Svc { operations: [Op] }\noperation Op { input := { A: String, B: String, c: String } }\nstructure S { d: String }",
      [
        "DANGER CamelCase a#OpInput$c: Member shape member name, `c`, is not upper camel case; members in the Svc must all use upper camel case.",
      ],
    ],
    [
      { memberNames: "upper" },
      "structure S { a: String }\nenum E { x }",
      [
        "DANGER CamelCase a#S$a: Member shape member name, `a`, is not upper camel case; members in the a namespace must all use upper camel case.",
      ],
    ],
    [
      { memberNames: "camel" },
      "",
      [
        'Deserialization error at (/memberNames): unable to create software.amazon.smithy.linters.CamelCaseValidator$MemberNameHandling from "camel": Expected one of the following enum strings: [upper, lower, auto]',
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(camelCaseLinter, configuration, text)).toEqual(findings);
  });
});
