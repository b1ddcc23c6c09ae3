import { expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { modelIndex } from "../shapes/model-index.js";
import { createSource } from "../source/source.js";
import { resourceReach } from "./resource-reach.js";
import { walkShapes } from "./walk-shapes.js";

/** More resources than a word has bits: a tree of them, with rings of structures that some lead to. */
const resources = Array.from({ length: 70 }, (_, index) => {
  const below = [index * 2 + 1, index * 2 + 2].filter((other) => other < 70).map((other) => `R${other}`);
  return `resource R${index} { identifiers: { id: I${index} }, resources: [${below.join(", ")}], operations: [O${index}] }
string I${index}
operation O${index} { input := { ring: S${index % 7} } }
structure S${index} { next: S${(index + 7) % 70}, other: I${index} }`;
});
const text = `$version: "2"\nnamespace a\n${resources.join("\n")}`;

it("says of every resource and shape what a walk from the resource says", () => {
  const { model } = loadModel([createSource("m.smithy", text)]);
  const leadsTo = resourceReach(model);
  const { shapes, ofKind } = modelIndex(model);
  for (const resource of ofKind("resource")) {
    const walked = walkShapes(model, resource);
    const found = shapes.filter((shape) => leadsTo(resource, shape));
    expect(found.map(({ id }) => id)).toEqual(shapes.filter((shape) => walked.has(shape)).map(({ id }) => id));
  }
});
