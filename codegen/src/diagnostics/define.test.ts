import { expect, it } from "vitest";
import { createSource } from "../source/source.js";
import { defineDiagnostic } from "./define.js";

it("makes diagnostics of one code from the parameters of their message", () => {
  const unknown = defineDiagnostic(
    "Target",
    "ERROR",
    (name: string, count: number) => `${name} is unknown ${count} times`,
  );
  const location = { source: createSource("a.smithy", ""), start: 0, end: 0 };
  expect(unknown.create({ location, shape: "a#B" }, "C", 2)).toEqual({
    code: "Target",
    severity: "ERROR",
    message: "C is unknown 2 times",
    location,
    shape: "a#B",
  });
  expect([unknown.code, unknown.severity, unknown.text("C", 2)]).toEqual(["Target", "ERROR", "C is unknown 2 times"]);
});
