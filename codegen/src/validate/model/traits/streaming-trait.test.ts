import { describe, expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { streamingTraitRule } from "./streaming-trait.js";

describe("streamingTraitRule", () => {
  it.each<[string, string[]]>([
    ["@streaming blob B\noperation O { input := { @required b: B } }", []],
    [
      "@streaming blob B\nstructure S { b: B }",
      [
        "ERROR StreamingTrait a#S$b: Members that target blobs marked with the `streaming` trait MUST also be marked with the `required` or `default` trait.",
      ],
    ],
    [
      "@streaming @requiresLength blob B\noperation O { output := { @required b: B } }",
      [
        "ERROR StreamingTrait a#OOutput: Structures that contain a reference to a stream marked with the @requiresLength trait can only be used as operation inputs, but this structure is referenced from `a#O` as output",
      ],
    ],
    [
      '@streaming union U { e: E, s: String }\nstructure E {}\nstructure H { u: U }\nstructure S { h: H }\n@error("client") structure X { u: U }\noperation O { errors: [X] }',
      [
        "ERROR StreamingTrait a#S$h: Members cannot target structures that contain a stream, but this member targets a#H",
        "ERROR StreamingTrait a#O: This shape has an invalid `ERROR` relationship to a structure, `a#X`, that contains a stream",
        "ERROR StreamingTrait a#U: Each member of an event stream union must target a structure shape, but the following union members do not: [s]",
      ],
    ],
    [
      "@trait @protocolDefinition(traits: [httpPayload]) structure p {}\n@p service S { operations: [O] }\n@streaming blob B\noperation O { input := { @required b: B }, output := { @required @httpPayload b: B } }",
      [
        "ERROR StreamingTrait a#OInput$b: Member `a#OInput$b` referencing @streaming shape `a#B` must have the @httpPayload trait, as service `a#S` has a protocol that supports @httpPayload.",
      ],
    ],
  ])("finds in %j", (text, findings) => {
    expect(findingsOf(streamingTraitRule, text)).toEqual(findings);
  });
});
