import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { referencesTraitRule } from "./references-trait.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `resource R { identifiers: { a: String, b: String } }
@references([{resource: R, rel: "x"}])
string S
@references([{resource: R, ids: {a: "a"}}])
string T
@references([{resource: S}])
structure U {}`,
    [
      'ERROR ReferencesTrait a#S: This string shape contains an invalid reference to a#R: Reference{"resource":"a#R","rel":"x"}. References on a string shape can only refer to resource shapes with exactly one entry in its identifiers property, but this shape has the following identifiers: [`a`, `b`]',
      'ERROR ReferencesTrait a#T: References applied to string shapes cannot contain \'ids\': Reference{"resource":"a#R","ids":{"a":"a"}}',
      'ERROR ReferencesTrait a#T: This string shape contains an invalid reference to a#R: Reference{"resource":"a#R","ids":{"a":"a"}}. References on a string shape can only refer to resource shapes with exactly one entry in its identifiers property, but this shape has the following identifiers: [`a`, `b`]',
      'ERROR ReferencesTrait a#U: `references` trait reference targets a string shape not a resource: Reference{"resource":"a#S"}',
    ],
  ],
  [
    `resource R { identifiers: { a: String, b: String } }
@references([{resource: R}])
structure S { a: Integer }
@references([{resource: R, ids: {c: "x", a: "y", b: "z"}, service: V}])
structure T { x: String, z: Integer }
@references([{resource: R, ids: {a: "x"}}])
structure U { x: String }
service V {}`,
    [
      'ERROR ReferencesTrait a#S: `references` trait Reference{"resource":"a#R"} is invalid for the following reasons: `a` refers to a member that does not target a string shape; implicit binding of `b` is not part of the structure (set "rel" to "collection" to create a collection binding)',
      'ERROR ReferencesTrait a#T: Too many identifiers were provided in the `ids` properties of Reference{"resource":"a#R","ids":{"a":"y","b":"z","c":"x"},"service":"a#V"}. Expected 2 identifiers(s), but found 3. This resource requires bindings for the following identifiers: [`a`, `b`].',
      'ERROR ReferencesTrait a#T: `references` trait Reference{"resource":"a#R","ids":{"a":"y","b":"z","c":"x"},"service":"a#V"} contains extraneous resource identifier bindings, [`c`], that are not actually identifier names of the resource, `a#R`. This resource has the following identifier names: [`a`, `b`]',
      'ERROR ReferencesTrait a#T: `references` trait Reference{"resource":"a#R","ids":{"a":"y","b":"z","c":"x"},"service":"a#V"} is invalid for the following reasons: `y` refers to a member that is not part of the structure; `z` refers to a member that does not target a string shape',
      'ERROR ReferencesTrait a#U: Not enough identifiers were provided in the `ids` properties of Reference{"resource":"a#R","ids":{"a":"x"}}. Expected 2 identifiers(s), but found 1. This resource requires bindings for the following identifiers: [`a`, `b`].',
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(referencesTraitRule, text)).toEqual(findings);
});
