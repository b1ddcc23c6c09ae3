import type { Model } from "../shapes/model.js";
import { removeDeprecatedSince } from "./filter-deprecated.js";
import { failedTransform, type TransformResult, transformed } from "./transform-result.js";

const number = String.raw`(?:0|[1-9]\d*)`;
const label = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const build = String.raw`[0-9a-zA-Z-]+`;
const semanticVersion = new RegExp(
  String.raw`^${number}\.${number}\.${number}(?:-${label}(?:\.${label})*)?(?:\+${build}(?:\.${build})*)?$`,
);

/**
 * Removes what was deprecated before a version (https://semver.org). Where `since` is no such version, nothing is removed. As in Smithy's
 * implementation, the parts between dots are compared as texts: 10 comes before 9.
 */
export function filterDeprecatedRelativeVersion(model: Model, version: string): TransformResult {
  if (!semanticVersion.test(version)) {
    return failedTransform(model, `Provided relativeVersion: \`${version}\` is not a valid semantic version.`);
  }
  const isBefore = (since: string): boolean => semanticVersion.test(since) && compareVersions(since, version) < 0;
  return transformed(removeDeprecatedSince(model, isBefore));
}

function compareVersions(left: string, right: string): number {
  const [first, second] = [left.split("."), right.split(".")];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const [one, other] = [first[index] ?? "0", second[index] ?? "0"];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
