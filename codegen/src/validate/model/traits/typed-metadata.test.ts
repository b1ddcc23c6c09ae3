import { expect, it } from "vitest";
import { loadModel } from "../../../loader/load-model.js";
import { createSource } from "../../../source/source.js";
import { typedMetadataRule } from "./typed-metadata.js";

it.each<[string, string[]]>([
  ['k = ["a"]', []],
  [
    'k = ["a", 1]',
    [
      "ERROR TypedMetadata.k: metadata.k.1: Expected string value for string shape, `smithy.api#String`; found number value, `1`",
    ],
  ],
  ["other = 1", []],
])("metadata %s", (metadata, findings) => {
  const text = `$version: "2"\nmetadata ${metadata}\nnamespace a\n@metadata(key: "k")\nlist L { member: String }`;
  const { model } = loadModel([createSource("m.smithy", text)]);
  expect([...typedMetadataRule(model)].map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual(
    findings,
  );
});
