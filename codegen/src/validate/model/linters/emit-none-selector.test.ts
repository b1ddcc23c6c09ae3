import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../../shapes/node.js";
import { lint } from "../../testing/lint.js";
import { emitNoneSelectorLinter } from "./emit-none-selector.js";

describe("emitNoneSelectorLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [{ selector: "string" }, "string S", []],
    [
      { selector: "string" },
      "structure S {}",
      ["DANGER EmitNoneSelector undefined: Expected at least one shape to match selector: string"],
    ],
    [{}, "", ["selector is required"]],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(emitNoneSelectorLinter, configuration, text)).toEqual(findings);
  });
});
