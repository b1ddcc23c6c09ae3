import { expect, it } from "vitest";
import { base64Problem } from "./base64-problem.js";

it.each([
  ["", undefined],
  ["AAAA", undefined],
  ["AA", undefined],
  ["AA==", undefined],
  ["AAA=", undefined],
  ["A", "Last unit does not have enough valid bits"],
  ["AA=", "Input byte array has wrong 4-byte ending unit"],
  ["A===", "Input byte array has wrong 4-byte ending unit"],
  ["AA==AA", "Input byte array has incorrect ending byte at 4"],
  ["A!", "Illegal base64 character 21"],
])("%j", (text, problem) => {
  expect(base64Problem(text)).toBe(problem);
});
