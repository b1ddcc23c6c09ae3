import { expect, it } from "vitest";
import type { Model } from "./model.js";
import { oncePerKey, oncePerModel } from "./once-per-model.js";

const models: readonly Model[] = [1, 2].map(() => ({ shapes: new Map(), metadata: {} }));

it("computes a value once per model, an undefined one too", () => {
  const asked: Model[] = [];
  const compute = oncePerModel((model) => {
    asked.push(model);
    return undefined;
  });
  for (const model of [...models, ...models]) compute(model);
  expect(asked).toEqual(models);
});

it("computes a value once per model and key", () => {
  const asked: string[] = [];
  const compute = oncePerKey((model, key: string) => {
    asked.push(`${models.indexOf(model)}${key}`);
    return asked.length;
  });
  const values = [...models, ...models].flatMap((model) => ["a", "b"].map((key) => compute(model, key)));
  expect(asked).toEqual(["0a", "0b", "1a", "1b"]);
  expect(values).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});
