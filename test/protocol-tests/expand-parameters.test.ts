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
