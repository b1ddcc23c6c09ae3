import { formProtocols } from "./torture-protocols.js";
import { describeTorture, tortureCase, type TortureCase } from "./torture-suite.js";

const unfit = /Invalid|Value|expected/;

/** What the two protocols have in common; they call lists and maps differently. */
const cases: readonly TortureCase[] = [
  tortureCase("no pair", "&&&&", {}),
  tortureCase("a key alone", "Other", {}),
  tortureCase("no key", "=a", "any"),
  tortureCase("an escape that is none", "Other=%zz", /escape/),
  tortureCase("half an escape", "Other=%4", /escape/),
  tortureCase("an escape alone", "Other=%", /escape/),
  tortureCase("an escape in a key", "%zz=a", /escape/),
  tortureCase("an escape that is no UTF-8", "Other=%ff", /escape/),
  tortureCase("half of an escaped character", "Other=%c3", /escape/),
  tortureCase("an escaped surrogate", "Other=%ed%a0%80", /escape/),
  tortureCase("an overlong escape", "Other=%c0%af", /escape/),
  tortureCase("bytes that are no UTF-8", Buffer.from("Other=\xff", "latin1"), /UTF-8/),
  tortureCase("a key twice", "Other=a&Other=b", /two values/),
  tortureCase("a key with a value and keys below", "Other=a&Other.b=c", "any"),
  tortureCase("dots alone", "....=a", "any"),
  tortureCase("dots at the end", "Other.=a", "any"),
  tortureCase("__proto__", "__proto__=a&__proto__.b=c&constructor.prototype.x=d", {}),
  tortureCase("JSON", "{}", {}),
  tortureCase("XML", "<a/>", {}),
  tortureCase("a key of 100,000 segments", `${"a.".repeat(100_000)}a=b`, /segments/),
  tortureCase("a key of many characters", `${"a".repeat(200_000)}=b`, {}),
  tortureCase("many pairs", Array.from({ length: 300_000 }, (_, at) => `a${at}=`).join("&"), /too many/),
  tortureCase(
    "a thousand keys of 400 segments",
    Array.from({ length: 1000 }, (_, at) => `a${at}${".b".repeat(400)}=`).join("&"),
    /too many/,
  ),
  tortureCase("many ampersands", "&".repeat(200_000), {}),
  tortureCase("many plus signs", `Other=${"+".repeat(200_000)}`, {}),
  tortureCase("many percent signs", `Other=${"%".repeat(200_000)}`, /escape/),
];

const awsQuery: readonly TortureCase[] = [
  tortureCase(
    "every kind",
    "text=a+%2B&flag=true&number=1&list.member.1=a&map.entry.1.key=a&map.entry.1.value=b&inner.text=c",
    {
      text: "a +",
      flag: true,
      number: 1,
      list: ["a"],
      map: { a: "b" },
      inner: { text: "c" },
    },
  ),
  tortureCase("an integer that is a text", "number=one", unfit),
  tortureCase("an integer without digits", "number=", unfit),
  tortureCase("an integer with a blank", "number=+1", unfit),
  tortureCase("an integer that is too large", "number=2147483648", unfit),
  tortureCase("a boolean that is a number", "flag=1", unfit),
  tortureCase("a blob that is not base64", "blob=*", unfit),
  tortureCase("a date of no calendar", "time=2024-13-40T25%3A61%3A61Z", unfit),
  tortureCase("a text with keys below", "text.a=b", unfit),
  tortureCase("a structure with a value", "inner=a", unfit),
  tortureCase("a list with a value", "list=a", unfit),
  tortureCase("a list with another name", "list.item.1=a", unfit),
  tortureCase("a list with a text for an index", "list.member.one=a", unfit),
  tortureCase("a list that begins with nothing", "list.member.0=a", "any"),
  tortureCase("a list with a negative index", "list.member.-1=a", unfit),
  tortureCase("a list with a huge index", "list.member.4294967296=a", "any"),
  tortureCase("a list with a hole", "list.member.1=a&list.member.1000000000=b", "any"),
  tortureCase("a list whose index says the same twice", "list.member.1=a&list.member.01=b", "any"),
  tortureCase("a map without a value", "map.entry.1.key=a", unfit),
  tortureCase("a map without a key", "map.entry.1.value=a", unfit),
  tortureCase("a map with __proto__", "map.entry.1.key=__proto__&map.entry.1.value=a", "any"),
  tortureCase("a union with two members", "choice.text=a&choice.number=1", unfit),
  tortureCase("structures, 499 deep", `${"inner.".repeat(498)}text=a`, "any"),
  tortureCase(
    "lists of 100,000 items",
    Array.from({ length: 100_000 }, (_, at) => `list.member.${at + 1}=a`).join("&"),
    "any",
  ),
  tortureCase("a big integer of many digits", `big=${"9".repeat(200_000)}`, "any"),
  tortureCase("a decimal with a huge exponent", "decimal=1e999999999", "any"),
];

for (const protocol of formProtocols) {
  const own = protocol.protocol.endsWith("awsQuery") ? awsQuery : [];
  describeTorture("broken forms", protocol, [...cases, ...own]);
}
