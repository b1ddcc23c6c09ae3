import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { parseSelector } from "./parse-selector.js";
import { eachMatch, evaluate, isFilter, select } from "./select.js";
import type { Selector } from "./selector.js";

const { model } = loadModel([
  createSource(
    "m.smithy",
    `$version: "2"
namespace a
@mark(label: "Z", sizes: [1, 20], by: {x: "Z", y: null})
service Z { version: "v1", resources: [R], operations: [O] }
@mark(label: "stop")
resource R { operations: [P], resources: [Q] }
resource Q { operations: [O] }
@mark operation O { input: I, output: T, errors: [E] }
operation P { input: I }
structure I { @required s: S, n: N, i: I }
structure T { l: L }
@error("client") structure E {}
list L { member: T }
@documentation("Some TEXT") string S
@tags(["x"]) enum N { @tags(["y"]) ONE = "1" }
@trait structure mark { label: String, sizes: Sizes, by: By }
list Sizes { member: Integer }
@sparse map By { key: String, value: String }`,
  ),
]);

function parse(text: string): Selector {
  const { selector, problem } = parseSelector(text);
  if (selector === undefined) throw new Error(problem.message);
  return selector;
}

function idsOf(text: string): string {
  const ids = select(model, parse(text)).map(({ id }) => id);
  return ids
    .filter((id) => id.startsWith("a#"))
    .map((id) => id.slice(2))
    .toSorted()
    .join(" ");
}

describe("select", () => {
  it.each([
    ["string", "N S"],
    ["enum", "N"],
    ["collection", "L Sizes"],
    ["serviceType", "O P Q R Z"],
    ["structure > member", "I$i I$n I$s T$l mark$by mark$label mark$sizes"],
    ["service >", "O R"],
    ["operation -[error]-> *", "E"],
    ["[id=a#T] <", "L$member O"],
    ["[id|name=S] <-[member]-", ""],
    ["list <-[target]-", ""],
    ["[id|name=mark] <-[trait]-", "O R Z"],
    ["[id|name=R] -[bound]-> *", "Z"],
    ["resource -[instanceOperation]->", "O P"],
    ["[id='a#T'] ~>", "L L$member T$l"],
    ["enum ~>", "N$ONE"],
    [":topdown([trait|a#mark])", "O P Q R Z"],
    [":topdown([trait|a#mark], [id|name=R])", "O Z"],
    ["structure :test(> member > list, [trait|error])", "E T mark"],
    ["structure:not(> member):not([trait|trait])", "E"],
    ["[id|name=I] :recursive(> :is(structure, member, list))", "I I$i I$n I$s"],
    ["structure :in(:root(operation -[input, output]->))", "I T"],
    ["service $o(~> operation) ~> structure", "E I T"],
    ["operation $i(-[input]->) -[output]-> :not(:in(${i}))", "T"],
    ["service $o(> operation) ${o}", "O"],
    ["[trait|enum|(values)|tags|(values)=y]", "N"],
    ["[service|version^=v]", "Z"],
    ["[trait|documentation*='text' i]", "S"],
    ["[trait|a#mark|label=Z, stop]", "R Z"],
    ["[trait|a#mark|label?=false] operation", "O P"],
    ["[trait|a#mark|sizes|(values)>=20]", "Z"],
    ["[trait|a#mark|sizes|(length)=2]", "Z"],
    ["[trait|a#mark|sizes|(first)=20]", ""],
    ["[trait|a#mark|by|(keys)=y]", "Z"],
    ["[trait|a#mark|by|y]", ""],
    ["[@trait|a#mark: @{label}=@{by|(values)} && @{sizes|(values)}>19]", "Z"],
    ["[@: @{trait|a#mark|sizes|(values)} {!=} @{trait|a#mark|sizes|(values)}] service", ""],
    ["[@: @{trait|a#mark|sizes|(values)} {=} @{trait|a#mark|sizes|(values)}]", "Z"],
    ["list > [id|member=member] :test(> structure)", "L$member"],
  ])("%s", (text, ids) => {
    expect(idsOf(text)).toBe(ids);
  });

  it.each([
    ["[foo]", "Invalid shape selector attribute: foo"],
    ["[id|foo=1]", "Invalid nested 'id' selector attribute property: foo"],
    ["service[service|foo]", "Invalid nested 'service' selector attribute property: foo"],
  ])("says why %s cannot be evaluated", (text, problem) => {
    expect(evaluate(model, parse(text)).problem).toBe(problem);
  });

  it("gives up where the work grows with a power of the model's size", () => {
    const ring = Array.from({ length: 50 }, (_, index) => `structure S${index} { m: S${(index + 1) % 50} }`);
    const source = createSource("m.smithy", `$version: "2"\nnamespace a\n${ring.join("\n")}`);
    const cyclic = loadModel([source]).model;
    expect(evaluate(cyclic, parse("[id|namespace=a] ~> ~> ~> ~> ~>")).shapes.size).toBe(100);
    expect(evaluate(cyclic, parse("[id|namespace=a] ~> ~> ~> ~> ~> $a(*)")).problem).toBe(
      "The selector takes too many steps on this model",
    );
  });

  it("has no problem with attributes that no shape is asked for", () => {
    expect(evaluate(model, parse("structure[service|foo]"))).toEqual({ shapes: new Set(), problem: undefined });
  });
});

describe("eachMatch", () => {
  it("gives every way to a shape, with the variables", () => {
    const found: string[] = [];
    eachMatch(model, parse("operation $via(*) -[input]->"), ({ id }, variables) => {
      found.push(`${id} ${Array.from(variables.get("via") ?? [], (shape) => shape.id).join()}`);
    });
    expect(found.toSorted()).toEqual(["a#I a#O", "a#I a#P"]);
  });
});

describe("isFilter", () => {
  it.each([
    [":is(structure, string):not([trait|error])", true],
    ["string $a(~>) :test(${a}) :in(member)", true],
    ["operation -[input]-> structure", false],
    [":is(string, list > member)", false],
    [":root(string)", false],
  ])("%s: %s", (text, isPure) => {
    expect(isFilter(parse(text))).toBe(isPure);
  });
});
