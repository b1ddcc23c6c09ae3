import { expect, test } from "vitest";
import { expectKind } from "../shapes/model.js";
import { deconflictErrorsWithSharedStatusCode } from "./deconflict-errors-with-shared-status-code.js";
import { modelOf, shapesOf } from "./testing/models.js";

const service = 'namespace a; service V { version: "1", operations: [O], errors: [F] }; operation O { errors: [E, G] }';

function deconflict(text: string) {
  const model = modelOf(text);
  return deconflictErrorsWithSharedStatusCode(model, expectKind(model, "a#V", "service"));
}

test("errors of one status code become one error with a union", () => {
  const errors =
    '@error("client") structure E { @httpHeader("x-h") h: String, a: String }; @error("client") structure F {}; @error("server") structure G {}';
  const { model, diagnostics } = deconflict(`${service}; ${errors}`);
  expect(diagnostics).toEqual([]);
  expect(shapesOf(model)).toMatchObject({
    "a#O": { errors: [{ target: "a#G" }, { target: "a#O400Error" }] },
    "a#O400Error": {
      members: {
        errorUnion: { target: "a#O400ErrorContent" },
        h: { target: "smithy.api#String", traits: { "smithy.api#httpHeader": "x-h" } },
      },
      traits: { "smithy.api#error": "client", "smithy.api#httpError": 400 },
    },
    "a#O400ErrorContent": { members: { E: { target: "a#E" }, F: { target: "a#F" } } },
  });
  expect([...(model.shapes.get("a#E")?.members.keys() ?? [])]).toEqual(["a"]);
});

test("headers that contradict each other fail", () => {
  const errors =
    '@error("client") structure E { @httpHeader("x-h") h: String }; @error("client") structure F { @httpHeader("y-h") h: String }; @error("server") structure G {}';
  const { diagnostics } = deconflict(`${service}; ${errors}`);
  expect(diagnostics.map(({ message }) => message)).toEqual(["Conflicting header when de-conflicting"]);
});
