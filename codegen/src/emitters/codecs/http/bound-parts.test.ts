import { expect, test } from "vitest";
import { print } from "../../../emit/print/print.js";
import { createSource } from "../../../source/source.js";
import { planSources } from "../../../tool/plan-sources.js";
import { largestFunction } from "../function-parts.js";

/** Members with one trait each, one more than a function holds. */
function members(name: string, trait: (index: number) => string): string {
  return Array.from({ length: largestFunction + 1 }, (_, index) => `${trait(index)} ${name}${index}: String`).join(
    "\n",
  );
}

test("many bound members are written and read in functions of their own", async () => {
  const headers = members("h", (index) => `@httpHeader("x-${index}")`);
  const query = members("q", (index) => `@httpQuery("q${index}")`);
  const model = `$version: "2"
namespace a
use aws.protocols#restJson1
@restJson1
service S { operations: [Do] }
@http(method: "POST", uri: "/")
operation Do { input := { ${headers} ${query} } output := { ${headers} } }`;
  const { package: planned } = planSources([createSource("m.smithy", model)], { package: "@example/s" });
  const plans = (planned?.files ?? []).filter(({ path }) => path === "src/http-bindings.ts");
  const [file] = await print(plans, { header: "" });
  const parts = [...(file?.text ?? "").matchAll(/^function (\w+Part1Of\w+)\(([^)]*)\): (\w+)/gm)];
  expect(parts.map(([, name, parameters, result]) => `${name}(${parameters}): ${result}`)).toEqual([
    "requestPart1OfRestJsonDoHeaders(input: DoInput, headers: Record<string, string>): void",
    "requestPart1OfRestJsonDoQuery(input: DoInput, query: string): string",
    "readPart1OfRequestRestJsonDoQuery(request: BoundRequest, result: Draft<DoInput>): void",
    "readPart1OfRequestRestJsonDoHeaders(request: BoundRequest, result: Draft<DoInput>): void",
    "respondPart1OfRestJsonDoHeaders(output: DoOutput, headers: string[]): void",
    "receivePart1OfResponseRestJsonDoHeaders(response: HttpResponse, result: Draft<DoOutputReceived>): void",
  ]);
});
