import { DecodeError, EncodeError, unexpected, unwritable } from "./codec-errors.js";
import { NumberToken } from "./number-token.js";

/** Seconds since 1970 with a fraction of at most three digits, as JSON text (Smithy 2.0, "timestampFormat trait"). */
export function encodeEpochSeconds(value: Date, where: string): string {
  return String(timeOf(value, where) / 1000);
}

/** `"2014-04-29T18:30:38.5Z"` as JSON text; the fraction only where there is one. */
export function encodeDateTime(value: Date, where: string): string {
  timeOf(value, where);
  return `"${value.toISOString().replace(/\.?0*Z$/, "Z")}"`;
}

/** `"Tue, 29 Apr 2014 18:30:38.5 GMT"` as JSON text; the fraction only where there is one. */
export function encodeHttpDate(value: Date, where: string): string {
  const milliseconds = ((timeOf(value, where) % 1000) + 1000) % 1000;
  const text = value.toUTCString();
  if (milliseconds === 0) return `"${text}"`;
  const fraction = String(milliseconds).padStart(3, "0").replace(/0+$/, "");
  return `"${text.replace(" GMT", `.${fraction} GMT`)}"`;
}

/** Finer fractions are rounded to milliseconds. */
export function decodeEpochSeconds(value: unknown, path: string): Date {
  const seconds = value instanceof NumberToken ? value.toNumber() : value;
  if (typeof seconds !== "number") throw unexpected(path, "a number of seconds since 1970", value);
  const date = new Date(Math.round(seconds * 1000));
  if (Number.isNaN(date.getTime())) throw new DecodeError(path, "the number of seconds is beyond every date");
  return date;
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** RFC 3339 `date-time`, any fraction and offset. */
export function decodeDateTime(value: unknown, path: string): Date {
  if (typeof value !== "string") throw unexpected(path, "a string with a date and time", value);
  const match = dateTime.exec(value);
  if (match !== null) {
    const [, year, month, day, hour, minute, second, fraction = "0", sign, offsetHour = "0", offsetMinute = "0"] =
      match;
    const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === "-" ? -1 : 1);
    const date = utc([year, month, day, hour, minute, second], fraction);
    if (date !== undefined && Number(offsetHour) < 24 && Number(offsetMinute) < 60) {
      return offset === 0 ? date : new Date(date.getTime() - offset * 60_000);
    }
  }
  throw new DecodeError(path, "expected a date and time as RFC 3339 writes it: 2014-04-29T18:30:38Z");
}

/** {@link decodeDateTime} as a server reads it: in UTC alone (Smithy 2.0, "timestampFormat trait"). */
export function decodeUtcDateTime(value: unknown, path: string): Date {
  if (typeof value === "string" && !/[Zz]$/.test(value))
    throw new DecodeError(path, "expected a date and time in UTC, with a Z at its end");
  return decodeDateTime(value, path);
}

const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d):(\d\d)(\.\d+)? GMT$/;
const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** RFC 9110 `IMF-fixdate`, with an optional fraction of the seconds. */
export function decodeHttpDate(value: unknown, path: string): Date {
  if (typeof value !== "string") throw unexpected(path, "a string with a date and time", value);
  const match = httpDate.exec(value);
  if (match !== null) {
    const [, day, month = "", year, hour, minute, second, fraction = "0"] = match;
    const date = utc([year, String(months.indexOf(month) / 3 + 1), day, hour, minute, second], fraction);
    if (date !== undefined) return date;
  }
  throw new DecodeError(path, "expected a date and time as HTTP writes it: Tue, 29 Apr 2014 18:30:38 GMT");
}

/** The instant, unless a field is out of its range. A leap second counts as the second after. */
function utc(fields: readonly (string | undefined)[], fraction: string): Date | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields.map(Number);
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute, second, Math.trunc(Number(fraction) * 1000 + 1e-6));
  return date;
}

function timeOf(value: Date, where: string): number {
  if (!(value instanceof Date)) throw unwritable(where, "a Date", value);
  const time = value.getTime();
  if (Number.isNaN(time)) throw new EncodeError(where, "the Date is invalid");
  return time;
}
