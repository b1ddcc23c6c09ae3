import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { standardOperationVerbLinter } from "./standard-operation-verb.js";

describe("standardOperationVerbLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      { verbs: ["Create", "Get"], prefixes: ["Batch"], suggestAlternatives: { Make: ["Put", "Create"] } },
      "operation CreateFoo {}\noperation BatchGetFoo {}\noperation Batch {}\noperation MakeFoo {}\noperation BatchFindFoo {}",
      [
        "DANGER StandardOperationVerb a#Batch: Operation name consists of only a verb prefix: Batch",
        "DANGER StandardOperationVerb a#MakeFoo: Operation shape `MakeFoo` uses a non-standard verb, `Make`. Consider using one of the following verbs instead: `Create`, `Put`",
        "DANGER StandardOperationVerb a#BatchFindFoo: Operation shape `BatchFindFoo` uses a non-standard verb, `Find`, with a detected prefix of `Batch`. Expected one of the following verbs: `Create`, `Get`",
      ],
    ],
    [{}, "", ["Either verbs or suggestAlternatives must be set when configuring StandardOperationVerb"]],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(standardOperationVerbLinter, configuration, text)).toEqual(findings);
  });
});
