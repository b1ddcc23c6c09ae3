import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitters } from "../../codegen/src/tool/emitters.js";
import { generate, PackageFolder } from "../support/generated-package.js";

type Value = Readonly<Record<string, unknown>>;

interface Module {
  readonly readXmlRoot: (xml: unknown, root: string, read: unknown) => Value;
  readonly XmlReader: new (text: string, isTolerant?: boolean) => unknown;
  readonly parseForm: (text: string) => unknown;
  readonly [name: string]: unknown;
}

const needed = ["types", "errors", "validators", "codecs", "bindings", "operations", "server"] as const;
const folder = new PackageFolder();
let module: Module;

beforeAll(async () => {
  const text = readFileSync(new URL("text-kinds.smithy", import.meta.url), "utf8");
  const chosen = Object.entries(emitters).flatMap(([name, emit]) => (needed.includes(name as never) ? [emit] : []));
  folder.writeAll(generate(text, chosen).files);
  folder.write(
    "src/all.ts",
    [
      ...["xml", "query", "ec2-query"].map((dialect) => `export * from "./codecs-${dialect}.js";`),
      'export { createTextKindsServer } from "./server.js";',
      'export { readXmlRoot } from "@tsmith/runtime/bindings/xml";',
      'export { XmlReader } from "@tsmith/runtime/codec/xml";',
      'export { parseForm } from "@tsmith/runtime/codec/query";',
    ].join("\n"),
  );
  module = (await folder.load("src/all.js")) as Module;
});
afterAll(() => folder.remove());

const call = (name: string, ...given: readonly unknown[]): unknown =>
  (module[name] as (...rest: readonly unknown[]) => unknown)(...given);
const encodeXml = (shape: string, value: unknown): string => `<X${call(`encodeXml${shape}`, value) as string}</X>`;
const readXml = (verb: "decode" | "receive", shape: string, xml: string): Value =>
  module.readXmlRoot(new module.XmlReader(xml, verb === "receive"), "X", module[`${verb}Xml${shape}`]);

const date = new Date("2014-04-29T18:30:38.500Z");

describe("XML", () => {
  it.each<[what: string, value: Value, xml: string]>([
    ["nothing", {}, "<X></X>"],
    [
      "attributes",
      { type: '<"&', size: 3, string: "a" },
      '<X xsi:type="&lt;&quot;&amp;" size="3"><string>a</string></X>',
    ],
    [
      "scalars",
      { string: "", boolean: false, long: -5, double: Number.NaN, bigInteger: 10n ** 20n, bigDecimal: "1.10" },
      "<X><string></string><boolean>false</boolean><long>-5</long><double>NaN</double><bigInteger>100000000000000000000</bigInteger><bigDecimal>1.10</bigDecimal></X>",
    ],
    ["blobs", { blob: new Uint8Array([255, 0]) }, "<X><blob>/wA=</blob></X>"],
    [
      "timestamps",
      { timestamp: date, seconds: date, httpDate: date },
      "<X><timestamp>2014-04-29T18:30:38.5Z</timestamp><seconds>1398796238.5</seconds><httpDate>Tue, 29 Apr 2014 18:30:38.5 GMT</httpDate></X>",
    ],
    ["enums", { color: "RED" }, "<X><color>RED</color></X>"],
    ["namespaces", { renamed: "a" }, '<X><p:renamed xmlns:p="urn:n">a</p:renamed></X>'],
    ["wrapped lists", { list: ["a", ""] }, "<X><list><item>a</item><item></item></list></X>"],
    ["empty lists", { list: [] }, "<X><list></list></X>"],
    ["flattened lists", { flat: ["a", "b"] }, "<X><flat-list>a</flat-list><flat-list>b</flat-list></X>"],
    [
      "lists of lists",
      { matrix: [["a"], []] },
      "<X><matrix><member><item>a</item></member><member></member></matrix></X>",
    ],
    ["wrapped maps", { map: { a: 1 } }, "<X><map><entry><K>a</K><value>1</value></entry></map></X>"],
    ["flattened maps", { flatMap: { "<": 1 } }, "<X><flatMap><K>&lt;</K><value>1</value></flatMap></X>"],
    ["unions", { choice: { text: "a" } }, "<X><choice><text>a</text></choice></X>"],
    ["the unit", { choice: { nothing: {} } }, "<X><choice><nothing></nothing></choice></X>"],
    [
      "flattened members of unions",
      { choice: { many: ["a", "b"] } },
      "<X><choice><many>a</many><many>b</many></choice></X>",
    ],
    [
      "structures in structures",
      { nested: { size: 1, nested: {} }, nestedList: [{ type: "t" }, {}] },
      '<X><nested size="1"><nested></nested></nested><nestedList><member xsi:type="t"></member><member></member></nestedList></X>',
    ],
  ])("%s", (_, value, xml) => {
    expect(encodeXml("Kinds", value)).toBe(xml);
    expect(readXml("decode", "Kinds", xml)).toEqual(value);
    expect(readXml("receive", "Kinds", xml)).toEqual(value);
  });

  it.each<[xml: string, path: string, problem: string, tolerant?: unknown]>([
    ["<Y/>", "", "expected the root element X", {}],
    ["<X>text</X>", "", "expected elements, but found text", {}],
    ["<X><long> 1 </long></X>", "/long", "expected an integer between", { long: 1 }],
    ["<X><list><wrong>a</wrong></list></X>", "/list/wrong", "expected elements called item", { list: [] }],
    [
      "<X><choice/></X>",
      "/choice",
      "expected a union with one member, but found none",
      { choice: { $unknown: ["", undefined] } },
    ],
    [
      "<X><choice><new>a<b/></new></choice></X>",
      "/choice/new",
      "member that the model does not know",
      { choice: { $unknown: ["new", "a<b/>"] } },
    ],
    ["<X><choice><text/><text/></choice></X>", "/choice/text", "but found several"],
    ["<X><choice><many/><text/></choice></X>", "/choice/text", "but found several"],
    ["<X><boolean>True</boolean></X>", "/boolean", "expected true or false"],
    [
      "<X><nested><nestedList><member size='a'/></nestedList></nested></X>",
      "/nested/nestedList/member/size",
      "expected an integer",
    ],
    ["<X><string><b/></string></X>", "/string", "expected text, but found an element"],
  ])("%s is refused", (xml, path, problem, tolerant) => {
    const read = (): unknown => readXml("decode", "Kinds", xml);
    expect(read).toThrow(problem);
    expect(read).toThrow(expect.objectContaining({ name: "DecodeError", path }) as Error);
    if (tolerant === undefined) expect(() => readXml("receive", "Kinds", xml)).toThrow(problem);
    else expect(readXml("receive", "Kinds", xml)).toEqual(tolerant);
  });

  it("drops what the model does not have, on either side", () => {
    expect(readXml("decode", "Kinds", "<X new='1'><new><string>a</string></new><string>b</string></X>")).toEqual({
      string: "b",
    });
    expect(encodeXml("Kinds", { string: "b", secret: "c" })).toBe("<X><string>b</string></X>");
  });

  it("corrects what a service left out, and nothing that a client did", () => {
    expect(readXml("receive", "Result", "<X/>")).toEqual({
      name: "",
      inner: { time: new Date(0) },
      items: [],
      count: 7,
      choice: { $unknown: ["", null] },
    });
    // An empty flattened list has no form of its own.
    expect(readXml("decode", "Result", "<X/>")).toEqual({ items: [], count: 7 });
  });

  it.each<[value: Value, problem: string]>([
    [{ string: "\u0000" }, "Kinds.string: the string has characters that XML does not have"],
    [{ choice: { text: "a", nothing: {} } }, "Choice: expected a union with one member, but found several"],
    [{ choice: {} }, "Choice: the union has no member that the model knows"],
    [{ choice: { many: [] } }, "Choice.many: XML has no form for a flattened collection without items"],
    [{ list: "a" }, "Kinds.list: expected a list, but got a string"],
  ])("refuses to write %j", (value, problem) => {
    expect(() => encodeXml("Kinds", value)).toThrow(problem);
  });
});

describe.each(["Query", "Ec2Query"])("forms of %s", (dialect) => {
  it.each<[value: Value, query: string, ec2Query: string]>([
    [{ string: "a b", type: "" }, "&xsi%3Atype=&string=a%20b", "&Xsi%3Atype=&String=a%20b"],
    [{ double: 1e21, long: 1 }, "&long=1&double=1e%2B21", "&Long=1&Double=1e%2B21"],
    [
      { timestamp: date, seconds: date },
      "&timestamp=2014-04-29T18%3A30%3A38.5Z&seconds=1398796238.5",
      "&Timestamp=2014-04-29T18%3A30%3A38.5Z&Seconds=1398796238.5",
    ],
    [{ renamed: "a" }, "&p%3Arenamed=a", "&Other=a"],
    [{ list: ["a", "b"] }, "&list.item.1=a&list.item.2=b", "&List.1=a&List.2=b"],
    [{ flat: ["a"] }, "&flat-list.1=a", "&Flat-list.1=a"],
    [{ matrix: [["a"], []] }, "&matrix.member.1.item.1=a&matrix.member.2=", "&Matrix.1.1=a&Matrix.2="],
    [{ map: { a: 1 } }, "&map.entry.1.K=a&map.entry.1.value=1", "&Map.entry.1.K=a&Map.entry.1.value=1"],
    [{ flatMap: { a: 1 } }, "&flatMap.1.K=a&flatMap.1.value=1", "&FlatMap.1.K=a&FlatMap.1.value=1"],
    [{ choice: { nothing: {} } }, "&choice.nothing=", "&Choice.Nothing="],
    [{ choice: { many: ["a"] } }, "&choice.many.1=a", "&Choice.Many.1=a"],
    [{ choice: { nested: {} } }, "&choice.nested=", "&Choice.Nested="],
    [
      { nestedList: [{}, { long: 1 }] },
      "&nestedList.member.1=&nestedList.member.2.long=1",
      "&NestedList.1=&NestedList.2.Long=1",
    ],
  ])("%o", (value, query, ec2Query) => {
    const form = dialect === "Query" ? query : ec2Query;
    expect(call(`encode${dialect}Kinds`, value, "&")).toBe(form);
    expect(call(`decode${dialect}Kinds`, module.parseForm(form))).toEqual(value);
  });

  it.each([
    ["list.item.0=a", "List.0=a", "numbered from 1"],
    ["long=x", "Long=x", "expected an integer"],
    ["choice.new=a", "Choice.New=a", "the model does not know"],
    ["choice.text=a&choice.nothing=", "Choice.Text=a&Choice.Nothing=", "but found several"],
    ["nested=a", "Nested=a", "expected keys below this one"],
    ["string.x=a", "String.x=a", "expected one value"],
  ])("refuses %s", (query, ec2Query, problem) => {
    const form = module.parseForm(dialect === "Query" ? query : ec2Query);
    expect(() => call(`decode${dialect}Kinds`, form)).toThrow(problem);
  });
});

describe("one server of three protocols", () => {
  const answerTo = async (init: RequestInit, path = "/"): Promise<readonly [number, string]> => {
    const create = module["createTextKindsServer"] as (
      handlers: object,
      options: object,
    ) => {
      fetch(request: Request): Promise<Response>;
    };
    const server = create({ exchange: (input: unknown) => input }, { requestId: () => "1" });
    const response = await server.fetch(new Request(`https://example.com${path}`, { method: "POST", ...init }));
    return [response.status, await response.text()];
  };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const namespace = 'xmlns="https://example.com/?a&amp;b"';

  it("tells requests apart", async () => {
    const xml = "<Letter><kinds><string>a</string></kinds></Letter>";
    expect(await answerTo({ body: xml, headers: { "content-type": "application/xml" } }, "/exchange")).toEqual([
      200,
      `<Letter ${namespace}><kinds><string>a</string></kinds></Letter>`,
    ]);
    expect(await answerTo({ body: "Action=Exchange&Version=2020-01-08&kinds.string=a", headers: form })).toEqual([
      200,
      `<ExchangeResponse ${namespace}><ExchangeResult><kinds><string>a</string></kinds></ExchangeResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></ExchangeResponse>`,
    ]);
  });

  it.each(["<Letter>", "<Other/>", "<!DOCTYPE x><Letter/>", "\ufeff<Letter>&e;</Letter>"])(
    "refuses %s",
    async (body) => {
      const [status, text] = await answerTo({ body, headers: { "content-type": "application/xml" } }, "/exchange");
      expect([status, /<Code>(\w+)<\/Code><Message>/.exec(text)?.[1]]).toEqual([400, "SerializationException"]);
    },
  );
});
