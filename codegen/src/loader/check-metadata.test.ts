import { describe, expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { checkMetadata } from "./check-metadata.js";

const location = { source: createSource("m.smithy", ""), start: 0, end: 0 };

describe("checkMetadata", () => {
  it.each([
    ["anything", 1, []],
    ["suppressions", [{ id: "A", namespace: "*", reason: "r" }], []],
    [
      "suppressions",
      [{}, 1],
      ["Missing expected member `id`.", "Expected array element 1 to be a object but found number."],
    ],
    ["suppressions", {}, ["Expected array, but found object."]],
    ["suppressions", [{ id: 1, namespace: "*" }], ["Expected `id` to be a string."]],
    ["severityOverrides", [{ id: "A", namespace: "*", severity: "DANGER" }], []],
    [
      "severityOverrides",
      [{ id: "A", namespace: "*", severity: "ERROR" }],
      ["Expected one of `DANGER`, `WARNING`; got `ERROR`."],
    ],
    ["validators", [], []],
    ["validators", {}, ["validators must be an array. Found object."]],
  ])("checks %s = %j", (key, value, messages) => {
    const found = checkMetadata({ kind: "metadata", key, value, location });
    expect(found.map(({ message }) => message)).toEqual(messages);
  });
});
