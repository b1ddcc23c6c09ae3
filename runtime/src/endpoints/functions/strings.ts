import { expectBoolean, expectInteger, expectString } from "../expect-value.js";
import { arrayType, booleanType, integerType, optionalType, stringType } from "../type.js";
import { EvaluationFault } from "../value.js";
import type { FunctionDefinition } from "./definition.js";

/** "isValidHostLabel function". A label may end with a hyphen, as in Smithy's implementation. */
export const isValidHostLabel: FunctionDefinition = {
  name: "isValidHostLabel",
  arguments: [stringType, booleanType],
  returns: booleanType,
  evaluate: ([label, allowSubDomains]) => {
    const text = expectString(label);
    return expectBoolean(allowSubDomains) ? text.split(".").every(isHostLabel) : isHostLabel(text);
  },
};

function isHostLabel(text: string): boolean {
  return /^[a-z\d][a-z\d-]{0,62}$/i.test(text);
}

/** "substring function": none of text that is not ASCII, or shorter than the range. */
export const substring: FunctionDefinition = {
  name: "substring",
  arguments: [stringType, integerType, integerType, booleanType],
  returns: optionalType(stringType),
  evaluate: ([input, from, to, reverse]) => {
    const text = expectString(input);
    const start = expectInteger(from);
    const stop = expectInteger(to);
    const isReverse = expectBoolean(reverse);
    if (start >= stop || text.length < stop || !isAscii(text)) return undefined;
    return isReverse ? text.slice(text.length - stop, text.length - start) : text.slice(start, stop);
  },
};

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}

/** "split function" */
export const split: FunctionDefinition = {
  name: "split",
  arguments: [stringType, stringType, integerType],
  returns: arrayType(stringType),
  since: { major: 1, minor: 1 },
  evaluate: ([input, separator, most]) => {
    const text = expectString(input);
    const delimiter = expectString(separator);
    const limit = expectInteger(most);
    if (delimiter === "") throw new EvaluationFault("Split delimiter cannot be empty");
    const pieces = text.split(delimiter);
    if (limit === 0 || pieces.length <= limit) return pieces;
    return [...pieces.slice(0, limit - 1), pieces.slice(limit - 1).join(delimiter)];
  },
};

/** Half a pair. A class of Unicode would say it shorter, and take milliseconds to compile. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** "uriEncode function": percent-encodes all but RFC 3986's unreserved characters; half a surrogate pair counts as `?`. */
export const uriEncode: FunctionDefinition = {
  name: "uriEncode",
  arguments: [stringType],
  returns: stringType,
  evaluate: ([value]) =>
    encodeURIComponent(expectString(value).replaceAll(loneSurrogate, "?")).replaceAll(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
};
