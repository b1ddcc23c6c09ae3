import { expect, test } from "vitest";
import { ifAny, ifGuarded } from "./code.js";

const long = "a".repeat(50);

test("one condition of many operands is wrapped between them, and never inside a string", () => {
  expect(ifAny([`(value !== "${long}" && value !== "x && \\"y" && value !== '${long} && "z"')`], "return false;")).toBe(
    `if (\n  value !== "${long}" &&\n  value !== "x && \\"y" &&\n  value !== '${long} && "z"'\n) {\n  return false;\n}`,
  );
  expect(ifGuarded("value !== undefined", [`value !== "${long} && ${long}"`], "return false;")).toBe(
    `if (\n  value !== undefined &&\n  value !== "${long} && ${long}"\n) {\n  return false;\n}`,
  );
});
