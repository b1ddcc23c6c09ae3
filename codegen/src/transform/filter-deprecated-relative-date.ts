import type { Model } from "../shapes/model.js";
import { removeDeprecatedSince } from "./filter-deprecated.js";
import { failedTransform, type TransformResult, transformed } from "./transform-result.js";

const calendarDate = /^[0-9]{4}-?(?:1[0-2]|0[1-9])-?(?:3[01]|0[1-9]|[12][0-9])$/;

/**
 * Removes what was deprecated before a date. Where `since` is no date, nothing is removed.
 *
 * @param date - a calendar date of ISO 8601, `2024-10-01` or `20241001`
 */
export function filterDeprecatedRelativeDate(model: Model, date: string): TransformResult {
  if (!calendarDate.test(date)) {
    const problem = "does not match ISO8601 calendar date format (YYYY-MM-DD).";
    return failedTransform(model, `Provided relativeDate: \`${date}\` ${problem}`);
  }
  const limit = date.replaceAll("-", "");
  const isBefore = (since: string): boolean => calendarDate.test(since) && since.replaceAll("-", "") < limit;
  return transformed(removeDeprecatedSince(model, isBefore));
}
