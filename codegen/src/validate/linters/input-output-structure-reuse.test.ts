import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { inputOutputStructureReuseLinter } from "./input-output-structure-reuse.js";

describe("inputOutputStructureReuseLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "operation Op { input: In, output: Out }\nstructure In {}\n@output structure Out {}\noperation None {}",
      [
        "WARNING InputOutputStructureReuse.Input.Op a#In: This structure is the input of `a#Op`, but it is not marked with the @input trait. The @input trait gives operations more flexibility to evolve their top-level input members in ways that would otherwise be backward incompatible.",
      ],
    ],
    [
      {},
      "operation Op { input := {}, output: Out }\nstructure Out {}",
      [
        "WARNING InputOutputStructureReuse.Output.Op a#Out: This structure is the output of `a#Op`, but it is not marked with the @output trait.",
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(inputOutputStructureReuseLinter, configuration, text)).toEqual(findings);
  });
});
