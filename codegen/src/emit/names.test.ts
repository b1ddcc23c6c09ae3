import * as fc from "fast-check";
import { expect, test } from "vitest";
import { serviceIndex } from "../knowledge/service-index.js";
import { loadModel } from "../loader/load-model.js";
import type { Model } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { camelCase, kebabCase, pascalCase } from "./case.js";
import { isIdentifierName } from "./escape.js";
import { createNames, type Names } from "./names.js";
import { localNames, reservedNames } from "./reserved.js";

/** A service of operations, and of structures that the first of them reaches. */
function modelOf(operations: readonly string[], structures: readonly string[] = []): Model {
  const shapes: Record<string, unknown> = {
    "a#Service": { type: "service", version: "1", operations: operations.map((name) => ({ target: `a#${name}` })) },
  };
  for (const [index, name] of operations.entries()) {
    const input = index === 0 && structures.length > 0 ? { input: { target: "a#AllOfThem" } } : {};
    shapes[`a#${name}`] = { type: "operation", ...input };
  }
  for (const name of structures) shapes[`a#${name}`] = { type: "structure", members: {} };
  if (structures.length > 0) {
    const members = Object.fromEntries(structures.map((name, index) => [`m${index}`, { target: `a#${name}` }]));
    shapes["a#AllOfThem"] = { type: "structure", members };
  }
  const { model, diagnostics } = loadModel([createSource("m.json", JSON.stringify({ smithy: "2.0", shapes }))]);
  expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  return model;
}

/** Every exported name of a package, as often as it is exported. */
function exportedNames(model: Model, names: Names): readonly string[] {
  const index = serviceIndex(model, "a#Service");
  const own = [names.client, names.createServer, names.handlers, names.serviceInfo];
  const derived = index.shapes.flatMap(({ id }) =>
    [names.type, names.received, names.is, names.parse, names.schema, names.encode, names.decode, names.receive].map(
      (use) => use(id),
    ),
  );
  const operations = index.operations.map(({ shape }) => names.operation(shape.id));
  return [...own, ...derived, ...operations].map(({ name }) => name);
}

test("shapes keep their names, and what meets one of them gives way", () => {
  const model = modelOf(["getLayer", "GetLayer", "Get_Layer"], ["Layer", "isLayer", "LayerReceived", "ServiceClient"]);
  const names = createNames(model, "a#Service");
  expect(names.type("a#Layer").name).toBe("Layer");
  expect(names.type("a#isLayer").name).toBe("isLayer");
  expect(names.is("a#Layer").name).toBe("isLayer_");
  expect(names.received("a#Layer").name).toBe("LayerReceived_");
  expect(names.client.name).toBe("ServiceClient_");
  expect(["getLayer", "GetLayer", "Get_Layer"].map((name) => names.method(`a#${name}`))).toEqual([
    "getLayer",
    "getLayer_",
    "getLayer_2",
  ]);
  expect(["getLayer", "GetLayer", "Get_Layer"].map((name) => names.command(`a#${name}`))).toEqual([
    "get-layer",
    "get-layer_",
    "get-layer_2",
  ]);
});

test.each([
  { shape: "Error", want: "Error_" },
  { shape: "Promise", want: "Promise_" },
  { shape: "class", want: "class_" },
  { shape: "constructor", want: "constructor" },
  { shape: "value", want: "value" },
])("the type of $shape is $want", ({ shape, want }) => {
  expect(createNames(modelOf(["Run"], [shape]), "a#Service").type(`a#${shape}`).name).toBe(want);
});

test.each([
  { operation: "Delete", method: "delete", exported: "delete_", command: "delete" },
  { operation: "Input", method: "input", exported: "input_", command: "input" },
  { operation: "Then", method: "then_", exported: "then_", command: "then" },
  { operation: "ToString", method: "toString_", exported: "toString", command: "to-string" },
  { operation: "Constructor", method: "constructor_", exported: "constructor", command: "constructor" },
  { operation: "Help", method: "help", exported: "help", command: "help_" },
  { operation: "_9Lives", method: "_9Lives", exported: "_9Lives", command: "9-lives" },
])("the operation $operation is the method $method, the function $exported, the command $command", (row) => {
  const names = createNames(modelOf([row.operation]), "a#Service");
  const id = `a#${row.operation}`;
  expect([names.method(id), names.operation(id).name, names.command(id)]).toEqual([
    row.method,
    row.exported,
    row.command,
  ]);
});

const identifier = fc
  .tuple(
    fc.constantFrom("", "_", "__"),
    fc.constantFrom("A", "a", "Is", "is", "Get", "get"),
    fc.stringMatching(/^[A-Za-z0-9_]{0,4}$/),
  )
  .map((parts) => parts.join(""));

test("names are identifiers, unique, and hide nothing, whatever shapes are called", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(identifier, { minLength: 2, maxLength: 30, selector: (name) => name.toLowerCase() }),
      (all) => {
        const free = all.filter((name) => !["service", "allofthem"].includes(name.toLowerCase()));
        const middle = Math.max(1, free.length >> 1);
        const model = modelOf(free.slice(0, middle), free.slice(middle));
        const names = createNames(model, "a#Service");
        const exported = exportedNames(model, names);
        expect(new Set(exported).size).toBe(exported.length);
        expect(exported.filter((name) => !isIdentifierName(name) || reservedNames.includes(name))).toEqual([]);
        const operations = serviceIndex(model, "a#Service").operations.map(({ shape }) => shape.id);
        expect(operations.map((id) => names.operation(id).name).filter((name) => localNames.includes(name))).toEqual(
          [],
        );
        for (const unique of [operations.map(names.method), operations.map(names.command)]) {
          expect(new Set(unique).size).toBe(operations.length);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("ten thousand shapes whose names all meet", () => {
  const operations = Array.from(
    { length: 10_000 },
    (_, index) => `Get${index.toString(2).replace(/0/g, "_").replace(/1/g, "__")}X${"_".repeat(index % 7)}${index}`,
  );
  const alike = Array.from(
    { length: 14 },
    (_, bits) => `Do${bits & 1 ? "_" : ""}It${bits & 2 ? "_" : ""}Now${bits & 4 ? "_" : ""}${bits & 8 ? "_" : ""}`,
  );
  const model = modelOf([...operations, ...new Set(alike)]);
  const names = createNames(model, "a#Service");
  const methods = serviceIndex(model, "a#Service").operations.map(({ shape }) => names.method(shape.id));
  expect(new Set(methods).size).toBe(methods.length);
});

test.each([
  { text: "BatchGetHTTPUrl2", camel: "batchGetHTTPUrl2", pascal: "BatchGetHttpUrl2", kebab: "batch-get-http-url2" },
  { text: "CloudWatch Logs", camel: "cloudWatchLogs", pascal: "CloudWatchLogs", kebab: "cloud-watch-logs" },
  { text: "ECR", camel: "ecr", pascal: "Ecr", kebab: "ecr" },
  { text: "2020 Service", camel: "_2020Service", pascal: "_2020Service", kebab: "2020-service" },
  { text: "…", camel: "_unnamed", pascal: "_unnamed", kebab: "unnamed" },
])("$text is $camel, $pascal and $kebab", ({ text, camel, pascal, kebab }) => {
  expect([camelCase(text), pascalCase(text), kebabCase(text)]).toEqual([camel, pascal, kebab]);
});

test("no module exports `then`, which would make a promise of it", () => {
  const names = createNames(modelOf(["Then"], ["then"]), "a#Service");
  expect(names.operation("a#Then").name).not.toBe("then");
  expect(names.type("a#then").name).toBe("then");
});
