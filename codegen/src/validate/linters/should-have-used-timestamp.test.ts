import { describe, expect, it } from "vitest";
import type { NodeObject } from "../../shapes/node.js";
import { lint } from "../testing/lint.js";
import { shouldHaveUsedTimestampLinter } from "./should-have-used-timestamp.js";

describe("shouldHaveUsedTimestampLinter", () => {
  it.each<[NodeObject, string, string[]]>([
    [
      {},
      "string StartTime\ntimestamp EndTime\nstructure S { createdAt: String, date: Times, updatedOn: Timestamp, common: String }\nlist Times { member: Timestamp }",
      [
        "DANGER ShouldHaveUsedTimestamp a#StartTime: Shape `StartTime` is named like a timestamp but is a `string` shape.",
        "DANGER ShouldHaveUsedTimestamp a#S$createdAt: Member `createdAt` is named like a timestamp but references a `string` shape",
      ],
    ],
    [
      { additionalPatterns: ["when.*"] },
      "union U { whenever: Integer, ifWhen: Integer }",
      [
        "DANGER ShouldHaveUsedTimestamp a#U$whenever: Member `whenever` is named like a timestamp but references a `integer` shape",
      ],
    ],
    [
      { additionalPatterns: ["(a+)+$"] },
      "",
      [
        expect.stringMatching(
          /^Deserialization error at \(\/additionalPatterns\/0\): .*: It takes exponential time on/,
        ),
      ],
    ],
  ])("with %j finds in %j", (configuration, text, findings) => {
    expect(lint(shouldHaveUsedTimestampLinter, configuration, text)).toEqual(findings);
  });
});
