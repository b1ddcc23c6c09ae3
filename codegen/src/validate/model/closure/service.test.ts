import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { serviceRule } from "./service.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `service S { operations: [O] }
operation O { input := { a: String, b: smithy.api#String } }
string String`,
    [
      "NOTE Service a#String: Shape name `a#String` conflicts with `smithy.api#String` in the `a#S` service closure. Shapes in the closure of a service should have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.",
    ],
  ],
  [
    `service S { operations: [O] }
operation O { input := { a: Integer, b: smithy.api#Integer } }
string Integer`,
    [
      "ERROR Service a#Integer: Shape name `a#Integer` conflicts with `smithy.api#Integer` in the `a#S` service closure. Shapes in the closure of a service must have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.",
      "ERROR Service smithy.api#Integer: Shape name `smithy.api#Integer` conflicts with `a#Integer` in the `a#S` service closure. Shapes in the closure of a service must have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.",
    ],
  ],
  [
    `service S { operations: [O] }
operation O { input := { a: A, b: a } }
list A { member: String }
list a { member: String }`,
    [
      "WARNING Service a#A: Shape name `a#A` conflicts with `a#a` in the `a#S` service closure. Shapes in the closure of a service should have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.",
      "WARNING Service a#a: Shape name `a#a` conflicts with `a#A` in the `a#S` service closure. Shapes in the closure of a service should have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.",
    ],
  ],
  [
    `service S { operations: [O], rename: { "a#T": "s" } }
operation O { input := { t: T } }
structure T {}`,
    [
      'ERROR Service a#S: Shape name `a#S` conflicts with `a#T` (renamed to "s") in the `a#S` service closure. Shapes in the closure of a service must have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.',
      'ERROR Service a#T: Renamed shape name "s" conflicts with `a#S` in the `a#S` service closure. Shapes in the closure of a service must have case-insensitively unique names regardless of their namespaces. Use the `rename` property of the service to disambiguate shape names.',
    ],
  ],
  [
    `service S { operations: [O], rename: { "a#T": "-", "a#U": "U", "a#O": "P", "a#V": "W" } }
operation O { input := { t: T, u: U } }
structure T {}
structure U {}
structure V {}`,
    [
      'ERROR Service a#S: Service attempts to rename `a#T` to an invalid identifier, "-"',
      "ERROR Service a#S: Service rename for `a#U` does not actually change the name from `U`",
      'ERROR Service a#S: Service attempts to rename a operation shape from `a#O` to "P"; operations cannot be renamed',
      "ERROR Service a#S: Service attempts to rename a shape not in the service: a#V",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(serviceRule, text)).toEqual(findings);
});
