import { maximumDepth } from "./failure.js";

/** An object that can hold members: no array, no null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A member by a name that every object inherits something under, such as `constructor` or `__proto__`: only what the value has
 * itself counts.
 */
export function ownMember(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The first half of a surrogate pair. An engine knows at once that a text of one byte a character has none. */
const leadSurrogate = /[\ud800-\udbff]/;

/** The number of Unicode scalar values in a text: a surrogate pair is one, and so is half of one. */
export function scalarLength(text: string): number {
  return leadSurrogate.test(text) ? countScalars(text) : text.length;
}

function countScalars(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      length -= 1;
      index += 1;
    }
  }
  return length;
}

export function isTimestamp(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

export function isBlob(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** A `ReadableStream` of this realm or another. */
export function isStream(value: unknown): boolean {
  return typeof value === "object" && value !== null && "getReader" in value && typeof value.getReader === "function";
}

/** An event stream: anything that `for await` can read. */
export function isAsyncIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

/** A `long` written as a bigint: a signed integer of 64 bits. */
export function isInt64(value: unknown): value is bigint {
  return typeof value === "bigint" && BigInt.asIntN(64, value) === value;
}

const decimalNumeral = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A decimal numeral as a text. Longer ones than any use of `bigDecimal` are refused, since comparing them takes their length. */
export function isDecimal(value: unknown): value is `${number}` {
  return typeof value === "string" && value.length <= 1024 && decimalNumeral.test(value);
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`; both are decimal numerals. */
export function compareDecimals(left: string, right: string): number {
  const a = decompose(left);
  const b = decompose(right);
  if (a.sign !== b.sign) return a.sign - b.sign;
  if (a.sign === 0) return 0;
  if (a.magnitude !== b.magnitude) return a.magnitude > b.magnitude ? a.sign : -a.sign;
  const width = Math.max(a.digits.length, b.digits.length);
  const one = a.digits.padEnd(width, "0");
  const other = b.digits.padEnd(width, "0");
  return one === other ? 0 : one > other ? a.sign : -a.sign;
}

/** One text for all numerals of the same value: `1.50`, `1.5` and `15e-1` agree. */
export function decimalKey(numeral: string): string {
  const { sign, digits, magnitude } = decompose(numeral);
  return `${sign}:${digits}:${magnitude}`;
}

interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Significant digits without zeros at either end: the value is 0.digits times ten to the magnitude. */
  readonly digits: string;
  readonly magnitude: bigint;
}

function decompose(numeral: string): Decimal {
  const negative = numeral.startsWith("-");
  const [mantissa = "", exponent = "0"] = numeral.slice(negative ? 1 : 0).split(/[eE]/);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  const digits = all.replace(/^0+/, "");
  if (digits === "") return { sign: 0, digits: "", magnitude: 0n };
  const leading = all.length - digits.length;
  return {
    sign: negative ? -1 : 1,
    digits: withoutTrailingZeros(digits),
    magnitude: BigInt(whole.length - leading) + BigInt(exponent.replace(/^\+/, "")),
  };
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end -= 1;
  return digits.slice(0, end);
}

/** Whether a value is a document: null, boolean, text, number, list or object of documents, not nested too deep. */
export function isDocument(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case "boolean":
    case "string":
    case "number":
    case "bigint":
      return true;
    case "object":
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth > maximumDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isDocument(item, depth + 1));
  return Object.values(value).every((item) => item === undefined || isDocument(item, depth + 1));
}

/** One text for all blobs of the same bytes. */
export function blobKey(value: Uint8Array): string {
  let key = "";
  for (const byte of value) key += String.fromCharCode(byte);
  return key;
}

/** Whether no key appears twice. */
export function hasUniqueKeys(keys: readonly unknown[]): boolean {
  return new Set(keys).size === keys.length;
}

/** One text for all maps with the same entries, in whatever order. */
export function mapKey<T>(map: Readonly<Record<string, T>>, keyOfValue: (value: T) => string): string {
  const entries = Object.entries(map).map(([key, value]) => `${JSON.stringify(key)}:${keyOfValue(value)}`);
  return `{${entries.toSorted().join(",")}}`;
}

/** An integer from `min` to `max`. */
export function isIntegerWithin(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}
