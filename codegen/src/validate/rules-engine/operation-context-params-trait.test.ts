import { describe, expect, it } from "vitest";
import { findingsOf } from "../testing/findings.js";
import { operationContextParamsTraitRule } from "./operation-context-params-trait.js";

const start =
  "ERROR OperationContextParamsTrait a#Op: The operation `a#Op` is marked with `smithy.rules#operationContextParams` which contains a";

describe("operationContextParamsTraitRule", () => {
  it.each<readonly [string, readonly string[]]>([
    ["name", []],
    ["items[*].name", []],
    ["items[*].[name, size]", []],
    ["keys(byName)", []],
    [
      "...",
      [
        `${start} key \`P\` with an unparseable JMESPath path \`...\`: Syntax error at line 1 column 1: Expected ['@', 'A-Z|a-z|_', '\`', '*', '{', '[', '[]', '&', '!', '[?', '('], but found '.'.`,
      ],
    ],
    [
      "nope",
      [
        `${start} path \`P\` with an invalid JMESPath path \`nope\`: 'Object field 'nope' does not exist in object with properties [name, items, byName]'.`,
      ],
    ],
    ["items[0]", [`${start} key \`P\` with a JMESPath path \`items[0]\` with unsupported expressions: 'index'.`]],
    [
      "length(items)",
      [
        `${start} key \`P\` with a JMESPath path \`length(items)\` with unsupported expressions: '\`length\` function'.`,
      ],
    ],
    [
      "items[?name == 'x'].name",
      [
        `${start} key \`P\` with a JMESPath path \`items[?name == 'x'].name\` with unsupported expressions: 'filter projection'.`,
      ],
    ],
    [
      "name || {a: name}",
      [`${start} key \`P\` with a JMESPath path \`name || {a: name}\` with unsupported expressions: 'or'.`],
    ],
  ])("%s", (path, findings) => {
    const text = `@smithy.rules#operationContextParams(P: {path: ${JSON.stringify(path)}})
      operation Op { input := { name: String, items: Items, byName: ByName } }
      list Items { member: Item }
      structure Item { name: String, size: String }
      map ByName { key: String, value: String }`;
    expect(findingsOf(operationContextParamsTraitRule, text)).toEqual(findings);
  });
});
