import { cborProtocol } from "./torture-protocols.js";
import { describeTorture, tortureCase, type TortureCase, type Verdict } from "./torture-suite.js";

type Part = string | Uint8Array;

/** Bytes: hexadecimal texts, or bytes as they are. */
function bytes(...parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part.replaceAll(" ", ""), "hex") : part)),
  );
}

const text = (value: string): Buffer => {
  const content = Buffer.from(value);
  return Buffer.concat([Buffer.of(0x60 + content.length), content]);
};

/** A map with one member. */
const member = (name: string, ...value: readonly Part[]): Buffer => bytes("a1", text(name), ...value);

/** An item as a member of the type, as one that the model does not have, and where it is refused as the whole body. */
function everywhere(name: string, item: string, verdict: RegExp): readonly TortureCase[] {
  return [
    tortureCase(`${name} as a body`, bytes(item), verdict),
    tortureCase(`${name} as a document`, member("any", item), verdict),
    tortureCase(`${name} beside the model`, member("other", item), verdict),
    tortureCase(`${name} in a list`, member("list", "81", item), verdict),
  ];
}

const broken = /not well-formed|ends before it is complete|expected /;
const many = (part: string, count: number): Buffer => bytes(part.repeat(count));
const depth = 100_000;

const wellFormedness = [
  ["nothing of a head with one byte", "18"],
  ["half of a head with two bytes", "1901"],
  ["half of a head with four bytes", "1a010203"],
  ["half of a head with eight bytes", "1b01020304050607"],
  ["reserved information 28", "1c"],
  ["reserved information 29", "5d"],
  ["reserved information 30 of a list", "9e"],
  ["reserved information 28 of a map", "bc"],
  ["reserved information 30 of a tag", "de"],
  ["reserved information 29 of a simple value", "fd"],
  ["an integer of indefinite length", "1f"],
  ["a negative integer of indefinite length", "3f"],
  ["a tag of indefinite length", "df 00"],
  ["a break alone", "ff"],
  ["half of a text", "63 6161"],
  ["half of a byte string", "43 0102"],
  ["a text of 4 GiB", "7a ffffffff 61"],
  ["a text of 2^64 bytes", "7b ffffffffffffffff 61"],
  ["a byte string of 2^64 bytes", "5b ffffffffffffffff 61"],
  ["a list of 4 GiB", "9a ffffffff 00"],
  ["a list of 2^64 items", "9b ffffffffffffffff 00"],
  ["a map of 2^64 entries", "bb ffffffffffffffff 6161 00"],
  ["half of a list", "82 00"],
  ["a list without its break", "9f 00"],
  ["a map without its break", "bf 6161 00"],
  ["a map without a value", "a1 6161"],
  ["a map with a break for a value", "bf 6161 ff"],
  ["a text without its break", "7f 6161"],
  ["a text with a byte string in it", "7f 4161 ff"],
  ["a text with a text of indefinite length in it", "7f 7f6161ff ff"],
  ["a text with an integer in it", "7f 00 ff"],
  ["a byte string with a text in it", "5f 6161 ff"],
  ["a tag without a value", "c1"],
  ["a tag with a break", "c1 ff"],
  ["a tag of a date without a value", "c1 fb"],
  ["a simple value in two bytes that has one", "f8 14"],
  ["half of a half", "f9 00"],
  ["half of a float", "fa 000000"],
  ["half of a double", "fb 00000000000000"],
] as const;

const cases: readonly TortureCase[] = [
  ...wellFormedness.flatMap(([name, item]) => everywhere(name, item, broken)),
  tortureCase("nothing, which is an empty input", bytes(), {}),
  tortureCase("a map of indefinite length", bytes("bf", text("text"), text("a"), "ff"), { text: "a" }),
  tortureCase("texts of indefinite length", member("text", "7f 6161 60 6162 ff"), { text: "ab" }),
  tortureCase("a name of indefinite length", bytes("a1 7f", text("te"), text("xt"), "ff", text("a")), { text: "a" }),
  tortureCase("byte strings of indefinite length", member("blob", "5f 4101 40 4102 ff"), { blob: Uint8Array.of(1, 2) }),
  tortureCase("lists of indefinite length", member("list", "9f 6161 ff"), { list: ["a"] }),
  tortureCase("heads that are longer than they must be", bytes("b8 01 78 04 74657874 7b 0000000000000001 61"), {
    text: "a",
  }),
  tortureCase(
    "members twice, of which the last one counts",
    bytes("a2", text("text"), text("a"), text("text"), text("b")),
    "any",
  ),
  tortureCase("entries twice", member("map", "a2 6161 6161 6161 6162"), "any"),
  tortureCase("__proto__ as a member", member("__proto__", "a1", text("text"), text("a")), {}),
  tortureCase("null and undefined for members", bytes("a2", text("text"), "f6", text("list"), "f7"), {}),
  tortureCase("bytes behind the body", bytes("a0 00"), /behind/),
  tortureCase("a list as a body", bytes("80"), broken),
  tortureCase("a text as a body", text("{}"), broken),
  tortureCase("null as a body", bytes("f6"), "any"),
  tortureCase("an integer for a name", bytes("a1 01 02"), broken),
  tortureCase("a byte string for a name", bytes("a1 4161 02"), broken),
  tortureCase("a list for a name", bytes("a1 80 02"), broken),
  tortureCase("a name that is not UTF-8", bytes("a1 61ff 02"), /not UTF-8/),
  tortureCase("a text that is not UTF-8", member("text", "62c328"), /not UTF-8/),
  tortureCase("half of a character", member("text", "61e2"), /not UTF-8/),
  tortureCase("half of a surrogate pair", member("text", "63eda080"), /not UTF-8/),
  tortureCase("a text that is not UTF-8 beside the model", member("other", "62c328"), /not UTF-8/),
  tortureCase("a simple value beside the model", member("other", "f0"), {}),
  tortureCase("an unknown tag beside the model", member("other", "d9 d9f7 80"), {}),
  ...[
    ["a text for an integer", "number", text("1")],
    ["an integer for a text", "text", "01"],
    ["a byte string for a text", "text", "4161"],
    ["a text for a byte string", "blob", text("YQ==")],
    ["an integer for a boolean", "flag", "01"],
    ["a text for a float", "real", text("NaN")],
    ["a fraction for an integer", "number", "fb3ff8000000000000"],
    ["an integer that is too large", "number", "1a80000000"],
    ["a byte that is too small", "small", "38 80"],
    ["a long that is too large", "long", "1b 8000000000000000"],
    ["a long that is too small", "long", "3b 8000000000000000"],
    ["an integer of a bigger tag", "number", "c2 49 010000000000000000"],
    ["a list for a map", "map", "80"],
    ["a map for a list", "list", "a0"],
    ["a list for a structure", "inner", "80"],
    ["a text for a date", "time", text("1970-01-01T00:00:00Z")],
    ["a tagged text for a date", "time", bytes("c1", text("1"))],
    ["a date that is not a number", "time", "c1 fb7ff8000000000000"],
    ["a date that is infinite", "time", "c1 fb7ff0000000000000"],
    ["a date far away", "time", "c1 fb7fefffffffffffff"],
    ["null in a list", "list", "81 f6"],
    ["null in a map", "map", "a1 6161 f6"],
    ["a decimal whose exponent is a text", "decimal", "c4 82 6131 01"],
    ["a decimal with three parts", "decimal", "c4 83 01 01 01"],
    ["a union with two members", "choice", bytes("a2", text("text"), text("a"), text("number"), "01")],
    ["a union without members", "choice", "a0"],
  ].map(([name, place, value]) =>
    tortureCase(name as string, member(place as string, value as Part), /Value|Invalid|expected/),
  ),
  tortureCase("a decimal with a large exponent", member("decimal", "c4 82 1a7fffffff 01"), "any"),
  tortureCase("a decimal with a huge exponent", member("decimal", "c4 82 1b7fffffffffffffff 01"), "any"),
  tortureCase("a decimal with a small exponent", member("decimal", "c4 82 3a7fffffff 01"), "any"),
  tortureCase("a big integer of many bytes", member("big", "c2 5a 000186a0", new Uint8Array(100_000).fill(255)), "any"),
  tortureCase(
    "a decimal of many bytes",
    member("decimal", "c4 82 00 c2 5a 000186a0", new Uint8Array(100_000).fill(255)),
    "any",
  ),
  ...(
    [
      ["lists", "81", "", "00"],
      ["lists of indefinite length", "9f", "ff", "00"],
      ["maps", "a1 6161", "", "00"],
      ["maps of indefinite length", "bf 6161", "ff", "00"],
      ["tags", "c1", "", "00"],
      ["tags that nobody knows", "d9 ffff", "", "00"],
      ["tags of decimals", "c4 82 00", "", "00"],
      ["lists without an end", "81", "", ""],
      ["lists of indefinite length without an end", "9f", "", ""],
    ] as const
  ).flatMap(([name, open, close, inside]) => {
    const item = bytes(many(open, depth), inside, many(close, depth));
    const verdict: Verdict = inside === "" ? broken : "any";
    return [
      // A map as a whole body is an input with a member that nobody knows.
      tortureCase(`${name}, 100,000 deep`, item, name.startsWith("maps") ? {} : /nest|expected|well-formed/),
      tortureCase(`${name}, 100,000 deep in a document`, member("any", item), /nest|expected|well-formed/),
      tortureCase(`${name}, 100,000 deep beside the model`, member("other", item), verdict),
      tortureCase(`${name}, 100,000 deep in a date`, member("time", item), /nest|expected|well-formed/),
    ];
  }),
  tortureCase(
    "structures, 100,000 deep",
    bytes(Buffer.concat(Array(depth).fill(bytes("a1", text("inner")))), "a0"),
    /nest/,
  ),
  tortureCase(
    "unions, 100,000 deep",
    member("choice", Buffer.concat(Array(depth).fill(bytes("a1", text("all"), "a1", text("choice")))), "a0"),
    /nest/,
  ),
  tortureCase("many empty lists in a document", member("any", "9a 000186a0", many("80", 100_000)), "any"),
  tortureCase("many empty chunks", member("text", "7f", many("60", 100_000), "ff"), { text: "" }),
  tortureCase("many chunks of bytes", member("blob", "5f", many("4101", 100_000), "ff"), {
    blob: new Uint8Array(100_000).fill(1),
  }),
];

describeTorture("broken CBOR", cborProtocol, cases);
