import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../../shapes/node.js";
import { lint } from "../../testing/lint.js";
import { emitEachSelectorLinter } from "./emit-each-selector.js";

describe("emitEachSelectorLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      { selector: "structure" },
      "structure S {}",
      ["DANGER EmitEachSelector a#S: Selector capture matched selector: structure"],
    ],
    [
      { selector: "[id|namespace=a]", bindToTrait: "smithy.api#tags" },
      "string S\n@tags([]) string T",
      ["DANGER EmitEachSelector a#T: Selector capture matched selector: [id|namespace=a]"],
    ],
    [
      {
        selector: "structure $tags([trait|tags]) > member :test(> string)",
        messageTemplate: "@@@{id|name}: @{var|tags|trait|tags}, @{trait|required}.",
      },
      '@tags(["x", "y"]) structure S { @required m: String }',
      ['DANGER EmitEachSelector a#S$m: @S: [["x","y"]], {}.'],
    ],
    [
      { selector: "structure", messageTemplate: "@{foo}" },
      "structure S {}",
      ["ERROR EmitEachSelector undefined: The selector `structure` fails: Invalid shape selector attribute: foo"],
    ],
    [{}, "", ["selector is required"]],
    [
      { selector: "!" },
      "",
      [
        'Deserialization error at (/selector): unable to create software.amazon.smithy.model.selector.Selector from "!": Unable to deserialize Node using fromNode method: Syntax error at line 1 column 1, near `!`: Unexpected selector character: !; expression: !',
      ],
    ],
    [
      { selector: "*", messageTemplate: "a @{" },
      "",
      [
        'Deserialization error at (/): unable to create software.amazon.smithy.model.validation.linters.EmitEachSelectorValidator$Config from {"selector":"*","messageTemplate":"a @{"}: Unable to deserialize a Node when invoking target constructor: Syntax error at line 1 column 5 of EmitEachSelector message template: Expected a valid identifier character, but found \'[EOF]\'',
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(emitEachSelectorLinter, configuration, text)).toEqual(findings);
  });
});
