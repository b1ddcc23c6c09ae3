import { expect, it } from "vitest";
import { expandParameters } from "./expand-parameters.js";

const base = { id: "t", protocol: "p#p" };

it("makes one definition an index, with both formats and escaped dollars", () => {
  const request = { body: '{ "a": $value:S, "b": ${value:L}, "c": "$$", "d": "$other:L" }' };
  const testParameters = { value: ['x"y', "z"], unused: ["1", "2"] };
  expect(expandParameters({ ...base, request, testParameters }).map((one) => one.request?.body)).toEqual([
    '{ "a": "x\\"y", "b": x"y, "c": "$", "d": "$other:L" }',
    '{ "a": "z", "b": z, "c": "$", "d": "$other:L" }',
  ]);
});

it("leaves a definition without parameters as it is", () => {
  const definition = { ...base, request: { body: "$$" } };
  expect(expandParameters(definition)).toEqual([definition]);
});

it("takes an escaped dollar of the response for a dollar all the same", () => {
  const response = { code: 400, body: { mediaType: "text/plain", assertion: { contents: "^a$$ ^b$" } } };
  const [definition] = expandParameters({ ...base, response });
  expect(definition?.response?.body?.assertion.contents).toBe("^a$ ^b$");
});
