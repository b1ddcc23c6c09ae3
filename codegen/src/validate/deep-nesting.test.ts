import { describe, expect, it } from "vitest";
import { loadModel } from "../loader/load-model.js";
import { createSource } from "../source/source.js";
import { validate } from "./validate.js";

const deep = 100_000;
const head = '$version: "2"\nnamespace a\n';

function nested(open: string, close: string, inner: string): string {
  return open.repeat(deep) + inner + close.repeat(deep);
}

function chain(length: number, write: (here: number, next: number) => string, end: string): string {
  return `${head}${Array.from({ length }, (_, index) => write(index, index + 1)).join("\n")}\n${end}`;
}

function waiter(path: string): string {
  const output = `{ path: "${path}", expected: "x", comparator: "stringEquals" }`;
  return `${head}use smithy.waiters#waitable
    @waitable(W: { acceptors: [{ state: "success", matcher: { output: ${output} } }] })
    operation A { output := { a: String } }`;
}

function validator(selector: string): string {
  return `$version: "2"\nmetadata validators = [{
    name: "EmitEachSelector", id: "A", configuration: { selector: "${selector}" }
  }]\nnamespace a\nstring A`;
}

function endpoint(url: string): string {
  const rule = `{ conditions: [], type: "endpoint", endpoint: { url: "${url}" } }`;
  return `${head}use smithy.rules#endpointRuleSet
    @endpointRuleSet({ version: "1.0", parameters: {}, rules: [${rule}] })
    service S { version: "1" }`;
}

describe("texts inside traits that nest 100,000 deep", () => {
  it.each([
    ["a trait's selector", `${head}@trait(selector: "${nested(":not(", ")", "*")}") structure t {}\n@t string A`],
    ["a selector of many steps", `${head}@trait(selector: "${"> ".repeat(deep)}*") structure t {}\n@t string A`],
    [
      "a selector of many attributes",
      `${head}@trait(selector: "${"[id=a]".repeat(deep)}") structure t {}\n@t string A`,
    ],
    ["a validator's selector", validator(nested(":is(", ")", "*"))],
    ["a pattern", `${head}@pattern("${nested("(", ")", "a")}") string A`],
    ["a URI", `${head}@readonly @http(method: "GET", uri: "${"/{a}".repeat(deep)}") operation A {}`],
    ["a JMESPath expression", waiter(nested("(", ")", "a"))],
    ["a JMESPath expression of many steps", waiter(`a${".b".repeat(deep)}`)],
    ["an endpoint's URL", endpoint(nested("{", "}", "a"))],
  ])("give a diagnostic: %s", (_, text) => {
    const { model, diagnostics } = loadModel([createSource("m.smithy", text)]);
    expect(diagnostics).toEqual([]);
    expect(validate(model, { allPhases: true })).not.toEqual([]);
  });
});

describe("shapes that lead to each other in a row of thousands", () => {
  it.each([
    ["members", chain(5000, (here, next) => `structure S${here} { @required m: S${next} }`, "structure S5000 {}")],
    ["lists", chain(5000, (here, next) => `list L${here} { member: L${next} }`, "string L5000")],
    ["resources", chain(5000, (here, next) => `resource R${here} { resources: [R${next}] }`, "resource R5000 {}")],
    ["traits", chain(5000, (here, next) => `@trait @t${next} structure t${here} {}`, "@trait structure t5000 {}")],
    [
      "mixins",
      chain(5000, (here, next) => `@mixin structure M${here} with [M${next}] {}`, "@mixin structure M5000 {}"),
    ],
  ])("are checked: %s", (_, text) => {
    const { model, diagnostics } = loadModel([createSource("m.smithy", text)]);
    expect(diagnostics).toEqual([]);
    expect(validate(model).filter(({ severity }) => severity === "ERROR")).toEqual([]);
  });
});
