import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { missingPaginatedTraitLinter } from "./missing-paginated-trait.js";

const reason =
  "Paginating operations that can return potentially unbounded lists of data helps to maintain a predictable SLA and helps to prevent operational issues in the future.";

describe("missingPaginatedTraitLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "operation ListFoos {}",
      [
        `DANGER MissingPaginatedTrait a#ListFoos: The verb of this operation, \`list\`, requires that the operation is marked with the \`paginated\` trait. ${reason}`,
      ],
    ],
    [
      {},
      "operation Query { input := { a: String, MaxResults: Integer } }",
      [
        `DANGER MissingPaginatedTrait a#Query: This operation contains an input member, \`MaxResults\`, that requires that the operation is marked with the \`paginated\` trait. ${reason}`,
      ],
    ],
    [
      {},
      "operation Query { output := { nextToken: String } }",
      [
        `DANGER MissingPaginatedTrait a#Query: This operation contains an output member, \`nextToken\`, that requires that the operation is marked with the \`paginated\` trait. ${reason}`,
      ],
    ],
    [
      {},
      "operation DescribeFoos { output := { foos: Foos } }\nlist Foos { member: String }",
      [
        `WARNING MissingPaginatedTrait a#DescribeFoos: The verb of this operation, \`describe\`, and the presence of a top-level list member in its output, suggests that the operation should have the \`paginated\` trait. ${reason}`,
      ],
    ],
    [{}, 'operation DescribeFoo { output := { foo: String } }\n@paginated(items: "x") operation ListBars {}', []],
    [
      { verbsRequirePagination: ["Find"], inputMembersRequirePagination: [] },
      "operation ListFoos { input := { limit: Integer } }\noperation FindFoos {}",
      [
        `DANGER MissingPaginatedTrait a#FindFoos: The verb of this operation, \`find\`, requires that the operation is marked with the \`paginated\` trait. ${reason}`,
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(missingPaginatedTraitLinter, configuration, text)).toEqual(findings);
  });
});
