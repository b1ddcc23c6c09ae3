import { DecodeError, unexpected } from "./codec-errors.js";
import { bigintOfNumber } from "./number-token.js";
import { decodeBigInteger, decodeDecimal, encodeBigint, encodeDecimal, type Decimal } from "./numbers.js";

/** Numbers of any size as JSON strings (Smithy RPC v2 JSON, "bigInteger string format" and "bigDecimal string format"). */

const integer = /^-?(?:0|[1-9]\d*)$/;
const decimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A bigInteger as a JSON string of its digits. */
export function encodeBigIntegerText(value: bigint, where: string): string {
  return `"${encodeBigint(value, where)}"`;
}

/** A bigDecimal, given as a JSON number, as a JSON string. */
export function encodeDecimalText(value: string, where: string): string {
  return `"${encodeDecimal(value, where)}"`;
}

export function decodeBigIntegerText(value: unknown, path: string): bigint {
  if (typeof value !== "string") throw unexpected(path, "a string of digits", value);
  const found = integer.test(value) ? bigintOfNumber(value) : undefined;
  if (found === undefined) throw new DecodeError(path, "expected an integer of at most 4,096 digits");
  return found;
}

export function decodeDecimalText(value: unknown, path: string): Decimal {
  if (typeof value !== "string") throw unexpected(path, "a string with a number", value);
  if (!decimal.test(value)) throw new DecodeError(path, "expected a decimal number as JSON writes it");
  return value as Decimal;
}

/** {@link decodeBigIntegerText} for a client, which takes numbers as well. */
export function receiveBigIntegerText(value: unknown, path: string): bigint {
  return typeof value === "string" ? decodeBigIntegerText(value, path) : decodeBigInteger(value, path);
}

/** {@link decodeDecimalText} for a client, which takes numbers as well. */
export function receiveDecimalText(value: unknown, path: string): Decimal {
  return typeof value === "string" ? decodeDecimalText(value, path) : decodeDecimal(value, path);
}
