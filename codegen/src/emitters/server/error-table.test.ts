import { expect, it } from "vitest";
import { createNames } from "../../emit/names.js";
import { loadModel } from "../../loader/load-model.js";
import { expectKind } from "../../shapes/model.js";
import { createSource } from "../../source/source.js";
import { errorEntry } from "./error-table.js";

it.each<[traits: string, members: string, standsForOthers: boolean]>([
  ['@error("server")', "message: String", true],
  ['@error("server") @httpError(500)', "message: String, detail: String", true],
  ['@error("server")', "message: String, @required detail: String", false],
  ['@error("server") @httpError(503)', "message: String", false],
  ['@error("server") @retryable', "message: String", false],
])("whether an error stands for failures that no one expected: %s with %s", (traits, members, standsForOthers) => {
  const text = `$version: "2"
namespace example
@aws.protocols#awsJson1_1
service Example { version: "1", operations: [Act] }
operation Act { errors: [Fault] }
${traits}
structure Fault { ${members} }`;
  const { model } = loadModel([createSource("model.smithy", text)]);
  if (model === undefined) throw new Error("The model does not load");
  const service = "example#Example";
  const names = createNames(model, service);
  const entry = errorEntry(
    { model, service, names, options: {} } as never,
    expectKind(model, "example#Fault", "structure"),
  );
  expect(entry).toMatchObject({ fault: "server", messageMember: standsForOthers ? "message" : undefined });
});
