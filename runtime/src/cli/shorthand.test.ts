import { describe, expect, it } from "vitest";
import { parseShorthand } from "./shorthand.js";
import { isList, isObject, type Value } from "./value.js";

function plain(value: Value): unknown {
  if (isList(value)) return value.map(plain);
  return isObject(value) ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;
}

describe("shorthand syntax", () => {
  it.each<[string, unknown]>([
    ["a=b", { a: "b" }],
    ["a=", { a: "" }],
    ["a=b,c=d", { a: "b", c: "d" }],
    ["a=b,c", { a: ["b", "c"] }],
    ["a=b,c,d=e,f", { a: ["b", "c"], d: ["e", "f"] }],
    ["a = b , c = d", { a: "b", c: "d" }],
    ["a=b=c", { a: "b=c" }],
    ["a=b\\,c", { a: "b,c" }],
    ["a='b,c'", { a: "b,c" }],
    ['a=\'it\\\'s\',b="say \\"x\\""', { a: "it's", b: 'say "x"' }],
    ["a='x','y'", { a: ["x", "y"] }],
    ["a=[]", { a: [] }],
    ["a=[b]", { a: ["b"] }],
    ["a=[b, c ,'d e']", { a: ["b", "c", "d e"] }],
    ["a=[[b],[c,d]]", { a: [["b"], ["c", "d"]] }],
    ["a={b=c,d={e=f}}", { a: { b: "c", d: { e: "f" } } }],
    ["a=[{b=c},{b=d}],e=f", { a: [{ b: "c" }, { b: "d" }], e: "f" }],
    ["a:b/c.d#e-f_g=h", { "a:b/c.d#e-f_g": "h" }],
    ["a=b c", { a: "b c" }],
    ["a=ü", { a: "ü" }],
    ["__proto__=x", Object.fromEntries([["__proto__", "x"]])],
  ])("reads %s", (text, expected) => {
    expect(plain(parseShorthand(text))).toEqual(expected);
  });

  it.each([
    ["a", "Expected: '=', received: 'EOF' for input:\na\n ^"],
    ["", "Expected: '=', received: 'EOF' for input:\n\n^"],
    ["a=b,", "Expected: '<second>', received: '<none>' for input:\na=b,\n    ^"],
    ["a=[b", "Expected: ',', received: 'EOF' for input:\na=[b\n    ^"],
    ["a={b", "Expected: '=', received: 'EOF' for input:\na={b\n    ^"],
    ["a='b", "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^"],
    ['a="b', "Expected: '<double quoted>', received: '<none>' for input:\na=\"b\n  ^"],
    ["a b=c", "Expected: '=', received: 'b' for input:\na b=c\n  ^"],
    ["a=b,\nc d=e\nf", "Expected: '=', received: 'd' for input:\na=b,\nc d=e\n  ^\nf"],
    [
      "a=b,a=c",
      'Second instance of key "a" encountered for input:\na=b,a=c\n    ^\n' +
        'This is often because there is a preceding "," instead of a space.',
    ],
  ])("explains %j", (text, message) => {
    expect(() => parseShorthand(text)).toThrow(message);
  });
});
