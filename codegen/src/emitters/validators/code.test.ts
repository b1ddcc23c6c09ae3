import { expect, test } from "vitest";
import { ifAny, ifGuarded } from "./code.js";

const long = "a".repeat(50);

test.each([
  { made: ifAny(["first", "second"], "return false;"), want: "if (first || second) return false;" },
  { made: ifAny(["(first && second)"], "return false;"), want: "if (first && second) return false;" },
  { made: ifGuarded("given", ["first"], "return true;"), want: "if (given && first) return true;" },
  { made: ifGuarded("given", ["first", "second"], "fail();"), want: "if (given && (first || second)) fail();" },
  {
    made: ifAny([`value !== "${long}"`, `value !== "${long}"`], "fail();"),
    want: `if (value !== "${long}" || value !== "${long}") {\n  fail();\n}`,
  },
])("$want", ({ made, want }) => {
  expect(made).toBe(want);
});
