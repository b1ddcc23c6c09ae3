import { EncodeError, unwritable } from "../codec-errors.js";
import { major, writeHead, type CborWriter } from "./writer.js";
import { writeInteger } from "./write-scalars.js";

/** A bigInteger as a bignum, tag 2 or 3 (RFC 8949, section 3.4.3). A number will do where it is a safe integer. */
export function writeBigInteger(writer: CborWriter, value: bigint, where: string): void {
  if (typeof value !== "bigint" && !Number.isSafeInteger(value)) throw unwritable(where, "a bigint", value);
  const integer = BigInt(value);
  const magnitude = integer < 0n ? -1n - integer : integer;
  const digits = magnitude === 0n ? "" : magnitude.toString(16);
  const length = (digits.length + 1) >> 1;
  writer.reserve(1);
  writer.bytes[writer.offset++] = major.tag | (integer < 0n ? 3 : 2);
  writeHead(writer, major.bytes, length);
  writer.reserve(length);
  const even = digits.padStart(length * 2, "0");
  for (let index = 0; index < length; index++) {
    writer.bytes[writer.offset++] = Number.parseInt(even.slice(index * 2, index * 2 + 2), 16);
  }
}

const decimal = /^(-?(?:0|[1-9]\d*))(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A bigDecimal, given as a JSON number, as a decimal fraction: tag 4 with exponent and mantissa (RFC 8949, section 3.4.4). */
export function writeDecimal(writer: CborWriter, value: string, where: string): void {
  if (typeof value !== "string") throw unwritable(where, "the text of a number", value);
  const match = decimal.exec(value);
  if (match === null) throw new EncodeError(where, "the text is not a JSON number");
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const mantissa = BigInt(whole + fraction);
  writer.reserve(2);
  writer.bytes[writer.offset++] = major.tag | 4;
  writer.bytes[writer.offset++] = major.list | 2;
  writeInteger(writer, Number(exponent) - fraction.length, where);
  const isSafe = mantissa >= Number.MIN_SAFE_INTEGER && mantissa <= Number.MAX_SAFE_INTEGER;
  if (isSafe) writeInteger(writer, Number(mantissa), where);
  else writeBigInteger(writer, mantissa, where);
}
