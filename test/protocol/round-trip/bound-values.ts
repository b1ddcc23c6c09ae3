import * as fc from "fast-check";
import type { HttpBinding } from "../../../codegen/src/knowledge/http-bindings.js";
import { expectShape, type Model } from "../../../codegen/src/shapes/model.js";
import type { StructureShape } from "../../../codegen/src/shapes/shape.js";
import { scalars, valuesOf, type Scalars } from "../../codecs/arbitrary-values.js";

/** What escaping, quoting and trimming may get wrong. */
const nasty = fc.constantFrom(
  ..."\u0000 \u0007 \u007f \u0085 \u00a0 \u2028 \ufeff \ufffe \ud800 \udc00x 😀 é \" ' \\ ]]> <!--x--> &amp; &#13; % %2F %zz + = & ? # / // . .. a/../b".split(
    " ",
  ),
  ...'a,b "a","b" a\\ \\" {} [] null NaN Infinity -0 1e3 true __proto__ constructor ${x} `x`'.split(" "),
  ...["", " ", "\t", " a ", "a\r\nb", "\r", "\n", "a\rb", ", ,", '" "', "a b", "\ud83d\ude00\ud83d"],
);

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string() },
  { weight: 3, arbitrary: nasty },
  { weight: 1, arbitrary: fc.array(nasty, { maxLength: 3 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: scalars["string"] as fc.Arbitrary<string> },
);

const longs = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n, 2n ** 53n + 1n, -1n, 0n),
);

/** Any values of members in bodies, longs as `bigint`. */
export const anyScalars: Scalars = {
  ...scalars,
  string: texts,
  long: longs,
  float: fc.oneof(fc.float(), fc.constantFrom(-0)),
  double: fc.oneof(
    fc.double(),
    fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 5e-324, 1.7976931348623157e308, 1e21, 1e-7),
  ),
  bigDecimal: fc.oneof(
    scalars["bigDecimal"] as fc.Arbitrary<string>,
    fc.constantFrom("0", "-1", "0.1", "1.10", "123456789012345678901234567890", "-0.000000000000000000001"),
  ),
  timestamp: fc.oneof(
    scalars["timestamp"] as fc.Arbitrary<Date>,
    fc.constantFrom(
      new Date(0),
      new Date(-1),
      new Date(1),
      new Date("0001-01-01T00:00:00Z"),
      new Date("9999-12-31T23:59:59.999Z"),
    ),
  ),
};

/** Mostly what headers and paths can carry. */
const lines = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.string({ unit: fc.constantFrom(...'abZ09 ,"\\;=é\u00a0/%+&?#'), minLength: 1, maxLength: 8 }),
  },
  { weight: 1, arbitrary: texts },
);
const lineScalars: Scalars = { ...anyScalars, string: lines };

const tokens = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: fc.constantFrom(..."abZ09-_."), minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "", "a b", "é", "x:") },
);
const prefixed = fc.dictionary(tokens, lines, { maxKeys: 3, noNullPrototype: true });

/** Successes that have a body (RFC 9110, section 15.3). */
const codes = fc.integer({ min: 200, max: 299 }).filter((code) => code !== 204 && code !== 205);

/** Maps that may also have the parameter that a member stands for. */
function withShared(maps: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const shared = fc.option(texts, { nil: undefined });
  return fc.tuple(maps, shared).map(([map, text]) => {
    const entries = Object.entries(map as object);
    if (text === undefined || entries.length === 0) return map;
    const isList = Array.isArray(entries[0]?.[1]);
    return Object.assign(map as object, { shared: isList ? [text] : text });
  });
}

/** Values of a structure whose members are bound to places of an HTTP message. */
export function boundValues(
  model: Model,
  structure: StructureShape,
  bindings: readonly HttpBinding[],
): fc.Arbitrary<object> {
  const values = bindings.map(({ member, location }): readonly [string, fc.Arbitrary<unknown>] => {
    const target = expectShape(model, member.target);
    if (location === "prefixHeaders") return [member.name, prefixed];
    if (location === "queryParams") return [member.name, withShared(valuesOf(model, target, 3, anyScalars))];
    if (location === "responseCode") return [member.name, codes];
    const isLine = location === "header" || location === "label";
    return [member.name, valuesOf(model, target, 3, isLine ? lineScalars : anyScalars)];
  });
  const requiredKeys = bindings.map(({ member }) => member).filter(({ traits }) => traits.has("smithy.api#required"));
  return fc.record(Object.fromEntries(values), {
    requiredKeys: requiredKeys.map(({ name }) => name),
    noNullPrototype: true,
  });
}
