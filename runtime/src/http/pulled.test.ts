import { describe, expect, it } from "vitest";
import { streamOf } from "./byte-streams.js";
import { pulled, type Source, type Stage } from "./pulled.js";

/** A source that says what it was told; a value may never come. */
function scripted(...values: readonly (string | "never" | Error)[]) {
  const told: string[] = [];
  let index = 0;
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const value = values[index++];
        told.push(`next ${index}`);
        if (value === "never") await new Promise(() => {});
        if (value instanceof Error) throw value;
        return value === undefined ? { done: true, value } : { done: false, value };
      },
      async return() {
        told.push("return");
        return { done: true, value: undefined };
      },
    }),
  };
  return { told, source };
}

async function seen(values: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  try {
    for await (const value of values) all.push(value);
  } catch (error) {
    all.push(String(error));
  }
  return all;
}

const same = (value: string): readonly string[] => [value];

it.each<[string, Source<string>, Stage<string, string>, readonly string[]]>([
  ["values as they are", ["a", "b"], { each: same }, ["a", "b"]],
  ["several for one, and none", ["ab", "", "c"], { each: (value) => value }, ["a", "b", "c"]],
  ["values that take time", ["a"], { each: async (value) => [`${value}!`] }, ["a!"]],
  ["what comes before and after", ["a"], { first: ["<"], each: same, end: () => [">"] }, ["<", "a", ">"]],
  ["a stream", streamOfTexts("a", "b"), { each: same }, ["a", "b"]],
  ["an error of the source", scripted("a", new Error("broken")).source, { each: same }, ["a", "Error: broken"]],
  ["an error of a step, after what came before it", ["ab"], { each: failing }, ["a", "Error: failing"]],
  ["an error at the end", ["a"], { each: same, end: () => failing("") }, ["a", "Error: failing"]],
  [
    "what comes in place of an error",
    ["a", "b"],
    { each: failing, failed: (error) => [String(error)] },
    ["a", "Error: failing"],
  ],
  ["an error that is told otherwise", ["a"], { each: failing, failed: () => fail("other") }, ["a", "Error: other"]],
])("gives %s", async (_, source, stage, expected) => {
  const values = pulled(source, stage);
  expect(await seen(values)).toEqual(expected);
  expect(await values.next()).toEqual({ done: true, value: undefined });
});

function streamOfTexts(...texts: readonly string[]): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(text);
      controller.close();
    },
  });
}

function* failing(value: string): Generator<string, void, undefined> {
  if (value !== "") yield value.slice(0, 1);
  throw new Error("failing");
}

function fail(message: string): never {
  throw new Error(message);
}

it("asks for a value when somebody waits for it, and in turn", async () => {
  const { told, source } = scripted("a", "b", "c");
  const values = pulled(source, { each: same });
  expect(told).toEqual([]);
  expect(await Promise.all([values.next(), values.next()])).toMatchObject([{ value: "a" }, { value: "b" }]);
  expect(told).toEqual(["next 1", "next 2"]);
});

describe("leaving", () => {
  it("is told to the source before the first value", async () => {
    const { told, source } = scripted("a");
    const values = pulled(source, { each: same });
    await values.return();
    expect(told).toEqual(["return"]);
    expect(await values.next()).toMatchObject({ done: true });
    expect(told).toEqual(["return"]);
  });

  it("is told while a value is awaited that never comes, through any number of stages", async () => {
    const { told, source } = scripted("a", "never");
    const inner = pulled(source, { each: async (value) => same(value) });
    const values = pulled(pulled(inner, { each: same }), { each: same });
    await values.next();
    void values.next();
    await new Promise(setImmediate);
    await values.return();
    expect(told).toEqual(["next 1", "next 2", "return"]);
  });

  it("cancels a stream that is being read", async () => {
    let reason: unknown;
    const stream = new ReadableStream<string>({ cancel: (given) => void (reason = given ?? "none") });
    const values = pulled(stream, { each: same });
    const pending = values.next();
    await values.return();
    expect(await pending).toMatchObject({ done: true });
    expect(reason).toBe("none");
  });

  it("reaches the source of a stream that is cancelled within a read", async () => {
    const { told, source } = scripted("never");
    const bytes = pulled(source, { each: (text) => [new TextEncoder().encode(text)] });
    const reader = streamOf(bytes).getReader();
    void reader.read();
    await new Promise(setImmediate);
    await reader.cancel();
    expect(told).toEqual(["next 1", "return"]);
  });

  it("is told of an error that a step throws", async () => {
    const { told, source } = scripted("a", "b");
    expect(await seen(pulled(source, { each: failing }))).toEqual(["a", "Error: failing"]);
    expect(told).toEqual(["next 1", "return"]);
  });

  it("happens once", async () => {
    const { told, source } = scripted("a");
    const values = pulled(source, { each: same });
    await seen(values);
    await values.return();
    await values.return();
    expect(told).toEqual(["next 1", "next 2"]);
  });
});
