import { jsonProtocols } from "./torture-protocols.js";
import { describeTorture, tortureCase, type TortureCase } from "./torture-suite.js";

const unfit = /Invalid|Value|expected|nest/;
const depth = 100_000;
const many = 50_000;
const nested = (open: string, close: string): string => `${open.repeat(depth)}0${close.repeat(depth)}`;

/** What JSONTestSuite does not have: JSON that is sound, and means harm. */
const cases: readonly TortureCase[] = [
  tortureCase("__proto__ as a member", '{"__proto__":{"text":"a"},"constructor":{"prototype":{"text":"b"}}}', {}),
  tortureCase("__proto__ in a map", '{"map":{"__proto__":"a"}}', "any"),
  tortureCase("__proto__ in a document", '{"any":{"__proto__":{"polluted":true}}}', "any"),
  tortureCase("a member twice", '{"text":"a","text":"b"}', { text: "b" }),
  tortureCase("an order mark", '\ufeff{"text":"a"}', "any"),
  tortureCase("an order mark in UTF-16", Buffer.from('\ufeff{"text":"a"}', "utf16le"), /UTF-8/),
  tortureCase("blanks around", ' \n\t\r{"text":"a"}\r\n ', { text: "a" }),
  tortureCase("half of a surrogate pair", String.raw`{"text":"\ud800"}`, "any"),
  tortureCase("a zero character", String.raw`{"text":"\u0000"}`, { text: "\0" }),
  ...[
    ["number", "1.5"],
    ["number", "2147483648"],
    ["number", "1e400"],
    ["number", '"1"'],
    ["number", "true"],
    ["number", "[1]"],
    ["small", "128"],
    ["long", "9223372036854775808"],
    ["long", "123456789012345678901234567890"],
    ["text", "1"],
    ["text", "{}"],
    ["flag", '"true"'],
    ["flag", "0"],
    ["real", '"nan"'],
    ["real", '""'],
    ["blob", '"*"'],
    ["blob", "[1,2]"],
    ["time", '"yesterday"'],
    ["time", "1e300"],
    ["list", "{}"],
    ["list", '"a"'],
    ["list", "[1]"],
    ["map", "[]"],
    ["map", '{"a":1}'],
    ["inner", "[]"],
    ["inner", '"a"'],
    ["choice", "{}"],
    ["choice", "[]"],
    ["choice", '{"text":"a","number":1}'],
    ["sparse", '["a"]'],
  ].map(([name, value]) => tortureCase(`${value} for ${name}`, `{"${name}":${value}}`, unfit)),
  tortureCase("a big integer of many digits", `{"big":${"9".repeat(many)}}`, "any"),
  tortureCase("a big integer of many digits in a text", `{"big":"${"9".repeat(many)}"}`, "any"),
  tortureCase("a decimal of many digits", `{"decimal":0.${"9".repeat(many)}}`, "any"),
  tortureCase("a decimal with a huge exponent", '{"decimal":1e999999999}', "any"),
  tortureCase("a double of many digits", `{"real":0.${"9".repeat(many)}}`, "any"),
  ...["any", "other", "list", "map", "inner", "choice", "text", "time"].flatMap((name) => [
    tortureCase(`lists in ${name}`, `{"${name}":${nested("[", "]")}}`, "any"),
    tortureCase(`objects in ${name}`, `{"${name}":${nested('{"a":', "}")}}`, "any"),
    tortureCase(`lists without an end in ${name}`, `{"${name}":${"[".repeat(depth)}`, unfit),
  ]),
  tortureCase("structures in each other", nested('{"inner":', "}"), unfit),
  tortureCase("unions in each other", nested('{"choice":{"all":', "}}"), unfit),
  tortureCase(
    "many members that nobody knows",
    `{${Array.from({ length: many }, (_, at) => `"a${at}":0`).join(",")}}`,
    {},
  ),
  tortureCase(
    "many members that look like indices",
    `{${Array.from({ length: many }, (_, at) => `"${at}":0`).join(",")}}`,
    {},
  ),
  tortureCase("many empty lists", `{"any":[${"[],".repeat(many)}0]}`, "any"),
  tortureCase("many escapes", `{"text":"${String.raw`\u0061`.repeat(many)}"}`, { text: "a".repeat(many) }),
  tortureCase("many quotes and backslashes", `{"text":"${String.raw`\"\\`.repeat(many)}"}`, {
    text: String.raw`"\ `.trim().repeat(many),
  }),
  tortureCase("many numbers that doubles round", `{"any":[${"12345678901234567890,".repeat(many)}0]}`, "any"),
];

for (const protocol of jsonProtocols) describeTorture("hostile JSON", protocol, cases);
