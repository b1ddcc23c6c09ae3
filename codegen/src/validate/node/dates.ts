import type { Node } from "../../shapes/node.js";

/** An RFC 3339 date and time in UTC, which Smithy has end in `Z`. */
export function isDateTime(node: Node): boolean {
  if (typeof node !== "string") return false;
  const match = /^(-?\d{4}|[+-]\d{5,10})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(node);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (day < 1 || day > daysOfMonth(year, month)) return false;
  const isLeapSecond = hour === 23 && minute === 59 && second === 60;
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  return isEndOfDay || (hour < 24 && minute < 60 && (second < 60 || isLeapSecond));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** A date as in HTTP headers. The day of the week and the seconds may be absent; Smithy reads RFC 1123. */
export function isHttpDate(node: Node): boolean {
  if (typeof node !== "string") return false;
  const match = /^(?:([a-z]{3}), )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? GMT$/i.exec(node);
  if (match === null || !node.endsWith("GMT")) return false;
  const [, weekday, dayText, monthName = "", yearText, hour, minute, second = "0"] = match;
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  const [day, year] = [Number(dayText), Number(yearText)];
  if (month === 0 || day < 1 || day > 31) return false;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return false;
  if (weekday === undefined) return true;
  // A day that the month does not have counts as its last.
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year, month - 1, Math.min(day, daysOfMonth(year, month)));
  return weekdays[date.getUTCDay()] === weekday.toLowerCase();
}

/** Zero for what is no month. */
function daysOfMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
