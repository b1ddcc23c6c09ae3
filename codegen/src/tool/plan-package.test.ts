import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultGenerateOptions, type GenerateOptions } from "../emit/emitter.js";
import { loadModel } from "../loader/load-model.js";
import type { Model } from "../shapes/model.js";
import { createSource } from "../source/source.js";
import { emitters } from "./emitters.js";
import { planPackage, type PackagePlan } from "./plan-package.js";

/** One model in several files that refer to each other in circles, and add to each other's shapes. */
const sources = {
  "service.smithy": `$version: "2.0"
namespace example
use aws.protocols#awsJson1_1
@awsJson1_1
@title("Shelves")
service Shelves { version: "1", operations: [GetBook, PutBook], resources: [Shelf], errors: [Missing] }
`,
  "books.smithy": `$version: "2.0"
namespace example
use example.parts#Paged
operation GetBook { input := with [Paged] { @required id: String }, output := { book: Book, related: Books } }
operation PutBook { input := { @required book: Book } }
structure Book with [Stamped] { @required title: Title, genre: Genre, sequel: Book, price: BigDecimal }
list Books { member: Book }
enum Genre { NOVEL, ATLAS }
`,
  "parts.smithy": `$version: "2.0"
namespace example.parts
@mixin
structure Paged { token: String, most: Integer }
`,
  "shelf.smithy": `$version: "2.0"
namespace example
resource Shelf { identifiers: { shelf: String }, read: GetShelf }
@readonly
operation GetShelf { input := { @required shelf: String }, output := { book: Book, tags: Tags } }
map Tags { key: Title, value: Choice }
union Choice { text: String, tags: Tags }
@mixin
structure Stamped { stamped: Timestamp }
@length(min: 1)
string Title
@error("client")
structure Missing { message: String }
`,
  "more.smithy": `$version: "2.0"
namespace example
apply Book$title @documentation("What the cover says.")
apply GetBook @documentation("Looks a book up.")
apply Title @pattern("^[A-Z]")
apply Missing @httpError(404)
`,
};

const options: GenerateOptions = {
  ...defaultGenerateOptions,
  packageName: "@example/shelves",
  packageVersion: "1.0.0",
};

function load(files: readonly (readonly [name: string, text: string])[]): Model {
  const { model, diagnostics } = loadModel(files.map(([name, text]) => createSource(name, text)));
  expect(diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  if (model === undefined) throw new Error("The model does not load");
  return model;
}

const plan = (model: Model, table = emitters): PackagePlan => planPackage(model, "example#Shelves", options, table);

describe("a plan", () => {
  const files = Object.entries(sources);
  const expected = plan(load(files));

  it("has files of every emitter", () => {
    expect(expected.diagnostics.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(expected.files.length).toBeGreaterThan(20);
  });

  it("is the same when it is made again", () => {
    const model = load(files);
    expect(plan(model)).toEqual(expected);
    expect(plan(model)).toEqual(expected);
  });

  it("is the same whatever the order of the model's files", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(plan(load(shuffled))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it("is the same whatever the order of the emitters", () => {
    const table = Object.entries(emitters);
    fc.assert(
      fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
        expect(plan(load(files), Object.fromEntries(shuffled)).files).toEqual(expected.files);
      }),
      { numRuns: 10 },
    );
  });
});
