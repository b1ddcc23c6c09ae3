import { describeExpression, type Literal, type Place } from "@tsmith/runtime/endpoints";
import type { Severity } from "../../diagnostics/diagnostic.js";

/** Properties of one authentication scheme, as an endpoint's `authSchemes` lists them. */
export type AuthScheme = ReadonlyMap<string, Literal>;

/** A mistake in the `authSchemes` of an endpoint, and where in the rules it is. */
export interface AuthSchemeProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
}

/** What is wrong with a scheme. */
type AuthSchemeCheck = (scheme: AuthScheme, place: Place) => Iterable<AuthSchemeProblem>;

/** The checks of AWS's schemes that apply to a name ("Endpoint `authSchemes` list property"). */
export function awsAuthSchemeChecks(name: string): readonly AuthSchemeCheck[] {
  if (name === "sigv4") return [checkSigv4];
  if (name === "sigv4a") return [checkSigv4a];
  if (name.startsWith("sigv4-")) return [checkSigv4Variant];
  return name.startsWith("beta-") ? [checkSigningName] : [];
}

function* checkSigv4(scheme: AuthScheme, place: Place): Iterable<AuthSchemeProblem> {
  yield* checkNames(scheme, place, [
    "name",
    "signingName",
    "signingRegion",
    "disableDoubleEncoding",
    "disableNormalizePath",
  ]);
  yield* checkShared(scheme, place);
  if (scheme.has("signingRegion")) yield* checkProperty(scheme, "signingRegion", "string", "a string", place);
}

function* checkSigv4a(scheme: AuthScheme, place: Place): Iterable<AuthSchemeProblem> {
  yield* checkNames(scheme, place, [
    "name",
    "signingName",
    "signingRegionSet",
    "disableDoubleEncoding",
    "disableNormalizePath",
  ]);
  yield* checkProperty(scheme, "signingRegionSet", "tuple", "an array<string>", place);
  const regions = scheme.get("signingRegionSet");
  if (regions?.kind === "tuple") {
    if (regions.items.length === 0) {
      yield error("The `signingRegionSet` property must not be an empty list.", regions.place);
    }
    for (const region of regions.items) {
      if (region.kind !== "string") yield wrongType("signingRegionSet.Value", region, "a string");
    }
  }
  yield* checkShared(scheme, place);
}

function* checkSigv4Variant(scheme: AuthScheme, place: Place): Iterable<AuthSchemeProblem> {
  yield* checkSigningName(scheme, place);
  const message = "Requirements for `sigv4-` auth sub-scheme validation may change.";
  yield { severity: "DANGER", message, place };
}

function checkSigningName(scheme: AuthScheme, place: Place): Iterable<AuthSchemeProblem> {
  return checkProperty(scheme, "signingName", "string", "a string", place);
}

/** What the schemes of Signature Version 4 share, all of it optional. */
function* checkShared(scheme: AuthScheme, place: Place): Iterable<AuthSchemeProblem> {
  if (scheme.has("signingName")) yield* checkSigningName(scheme, place);
  for (const name of ["disableDoubleEncoding", "disableNormalizePath"]) {
    if (scheme.has(name)) yield* checkProperty(scheme, name, "boolean", "a boolean", place);
  }
}

function* checkNames(scheme: AuthScheme, place: Place, valid: readonly string[]): Iterable<AuthSchemeProblem> {
  for (const name of scheme.keys()) {
    if (valid.includes(name)) continue;
    yield error(`Unexpected key: \`${name}\` (valid keys: [${valid.join(", ")}])`, place);
  }
}

function* checkProperty(
  scheme: AuthScheme,
  name: string,
  kind: Literal["kind"],
  expected: string,
  place: Place,
): Iterable<AuthSchemeProblem> {
  const value = scheme.get(name);
  if (value === undefined) {
    yield error(`Expected auth property \`${name}\` of ${expected} type but didn't find one`, place);
  } else if (value.kind !== kind) yield wrongType(name, value, expected);
}

function wrongType(name: string, value: Literal, expected: string): AuthSchemeProblem {
  const found = describeExpression(value);
  return error(
    `Unexpected type for auth property \`${name}\`, found \`${found}\` but expected ${expected} value`,
    value.place,
  );
}

function error(message: string, place: Place): AuthSchemeProblem {
  return { severity: "ERROR", message, place };
}
