import { expect, it } from "vitest";
import { oncePerText } from "./once-per-text.js";

it.each([
  { limit: 2, texts: ["a", "b", "a", "b"], computed: ["a", "b"] },
  { limit: 2, texts: ["a", "b", "c", "c", "a"], computed: ["a", "b", "c", "a"] },
  { limit: 1, texts: ["a", "a", "b", "a"], computed: ["a", "b", "a"] },
])("computes $computed of $texts with a limit of $limit", ({ limit, texts, computed }) => {
  const seen: string[] = [];
  const upper = oncePerText(limit, (text) => {
    seen.push(text);
    return text.toUpperCase();
  });
  expect(texts.map(upper)).toEqual(texts.map((text) => text.toUpperCase()));
  expect(seen).toEqual(computed);
});
