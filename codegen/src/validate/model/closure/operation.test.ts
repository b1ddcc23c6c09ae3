import { expect, it } from "vitest";
import { findingsOf } from "../../testing/findings.js";
import { operationRule } from "./operation.js";

it.each<readonly [text: string, findings: readonly string[]]>([
  [
    `operation Get { input: GetInput, output: GetOutput }
@input structure GetInput {}
@output structure GetOutput {}`,
    [],
  ],
  [
    `operation Get { input: I, output: J }
@input structure I {}
@output structure J { i: I }`,
    [
      "WARNING OperationInputOutputName.input a#Get: The input of this operation should target a shape that starts with the operation's name, 'Get', but the targeted shape is `a#I`",
      "ERROR OperationInputOutputMisuse a#J$i: Members cannot target structures marked with the @input trait: a#I",
      "WARNING OperationInputOutputName.output a#Get: The output of this operation should target a shape that starts with the operation's name, 'Get', but the targeted shape is `a#J`",
    ],
  ],
  [
    `operation Get { input: J, output: I }
@input structure I {}
@output structure J {}`,
    [
      "ERROR OperationInputOutputMisuse a#Get: Operation `output` cannot target structures marked with the `@input` trait: `a#I`",
      "ERROR OperationInputOutputMisuse a#Get: Operation `input` cannot target structures marked with the `@output` trait: `a#J`",
    ],
  ],
  [
    `operation A { input: I }
operation B { input: I }
@input structure I {}`,
    [
      "WARNING OperationInputOutputName.input a#A: The input of this operation should target a shape that starts with the operation's name, 'A', but the targeted shape is `a#I`",
      "WARNING OperationInputOutputName.input a#B: The input of this operation should target a shape that starts with the operation's name, 'B', but the targeted shape is `a#I`",
      "ERROR OperationInputOutputMisuse a#I: Shapes marked with the @input trait cannot be used as input by multiple operations: `a#A`, `a#B`",
    ],
  ],
  [
    `operation Get { output: Other }
structure GetInput {}
structure GetRequest {}
structure GetResponse {}
structure Other {}`,
    [
      "WARNING OperationNameAmbiguity a#GetInput: The name of this shape implies that it is the input of a#Get, but that operation uses smithy.api#Unit for input. This kind of ambiguity can confuse developers calling this operation and can cause issues in code generators that use similar naming conventions to generate input types.",
      "WARNING OperationNameAmbiguity a#GetRequest: The name of this shape implies that it is the input of a#Get, but that operation uses smithy.api#Unit for input. This kind of ambiguity can confuse developers calling this operation and can cause issues in code generators that use similar naming conventions to generate input types.",
      "WARNING OperationNameAmbiguity a#GetResponse: The name of this shape implies that it is the output of a#Get, but that operation uses a#Other for output. This kind of ambiguity can confuse developers calling this operation and can cause issues in code generators that use similar naming conventions to generate output types.",
    ],
  ],
])("checks %j", (text, findings) => {
  expect(findingsOf(operationRule, text)).toEqual(findings);
});
