import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EchoService } from "./echo-service.js";

const kinds = ["Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "BigInteger", "BigDecimal"] as const;
const formats = ["epoch-seconds", "date-time", "http-date"] as const;
const all = [...kinds.map((kind) => [kind, kind, ""] as const), ...formats.map(dated)];

function dated(format: string) {
  return [format.replaceAll(/\W/g, ""), "Timestamp", `@timestampFormat("${format}")`] as const;
}

/** Every kind of scalar at every place of a request, alone and in lists. */
const model = (protocol: string): string => `$version: "2.0"
namespace x
use aws.protocols#${protocol}
@${protocol} service Places { version: "1", operations: [Labels, Queries, Lines] }
@http(method: "POST", uri: "/labels/${all.map(([name]) => `{${name}}`).join("/")}/{text}/{rest+}")
operation Labels { input: LabelsInput, output: LabelsOutput }
structure LabelsInput {
  ${all.map(([name, kind, traits]) => `@required @httpLabel ${traits} ${name}: ${kind}`).join("\n")}
  @required @httpLabel text: String
  @required @httpLabel rest: String
}
structure LabelsOutput {
  ${all.map(([name, kind, traits]) => `@required ${traits} ${name}: ${kind}`).join("\n")}
  @required text: String
  @required rest: String
}
@http(method: "POST", uri: "/queries?all")
operation Queries { input: QueriesInput, output: QueriesOutput }
structure QueriesInput { ${members((name) => `@httpQuery("${name} %")`)} }
structure QueriesOutput { ${members(() => "")} }
@http(method: "POST", uri: "/headers")
operation Lines { input: Bound, output: Bound }
structure Bound { ${members((name) => `@httpHeader("X-${name}")`)} }
list texts { member: String }
${all.map(([name, kind, traits]) => `list ${name}s { ${traits} member: ${kind} }`).join("\n")}
`;

function members(trait: (name: string) => string): string {
  const one = all.map(([name, kind, traits]) => `${trait(name)} ${traits} ${name}: ${kind}`);
  const lists = all.map(([name]) => `${trait(`${name}s`)} ${name}List: ${name}s`);
  return [...one, ...lists, `${trait("text")} text: String`, `${trait("texts")} textList: texts`].join("\n");
}

const instants = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Boolean: fc.boolean(),
  Byte: fc.integer({ min: -128, max: 127 }),
  Short: fc.integer({ min: -32_768, max: 32_767 }),
  Integer: fc.integer(),
  Long: fc.maxSafeInteger(),
  Float: fc.float().filter((value) => !Object.is(value, -0)),
  Double: fc.double().filter((value) => !Object.is(value, -0)),
  BigInteger: fc.bigInt(),
  BigDecimal: fc.tuple(fc.bigInt(), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
  Timestamp: instants,
};

/** Lists have an item at least: without one there is nothing in a query string. */
function values(text: fc.Arbitrary<string>, required: boolean): fc.Arbitrary<Record<string, unknown>> {
  const record: Record<string, fc.Arbitrary<unknown>> = { text };
  for (const [name, kind] of all) record[name] = scalars[kind] ?? fc.constant(undefined);
  if (required) return fc.record({ ...record, rest: text });
  for (const [name, kind] of all) {
    record[`${name}List`] = fc.array(scalars[kind] ?? fc.constant(undefined), { minLength: 1, maxLength: 3 });
  }
  record["textList"] = fc.array(text, { minLength: 1, maxLength: 3 });
  return fc.record(record, { requiredKeys: [] });
}

describe.each(["restJson1", "restXml"])("values over %s", (protocol) => {
  const service = new EchoService(model(protocol));
  beforeAll(() => service.open());
  afterAll(() => service.close());

  const anyText = fc.string({ unit: "grapheme", minLength: 1 });
  const labelText = anyText.filter((text) => !/^\.{1,2}$/.test(text) && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(text));
  // The space around a header's value does not belong to it.
  const headerText = fc.stringMatching(/^[!-~\u00a1-\u00ff]([ -~\u00a1-\u00ff]*[!-~\u00a1-\u00ff])?$/);

  it.each([
    ["labels", values(labelText, true)],
    ["queries", values(anyText, false)],
    ["lines", values(headerText, false)],
  ])("come back from %s", async (operation, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => {
        expect(await service.call(operation, value)).toEqual({ received: value, output: value });
      }),
      { numRuns: 60 },
    );
  });
});
