import type { Location } from "../source/source.js";

/** Smithy's severities (Smithy 2.0, "Model validation"), least first. ERROR and DANGER break a model. */
export const severities = ["SUPPRESSED", "NOTE", "WARNING", "DANGER", "ERROR"] as const;

/** One of {@link severities} (Smithy 2.0, "Severity"). */
export type Severity = (typeof severities)[number];

/** One finding, as every stage returns it. Plain data; rendering is a later choice. */
export interface Diagnostic {
  /** Smithy's event ID for what Smithy defines (`Target`, `TraitValue`), else ours with its room (`syntax/…`, `emit/…`). */
  readonly code: string;
  readonly severity: Severity;
  /** One or more sentences in plain text. */
  readonly message: string;
  /** The shape ID it is about. */
  readonly shape?: string | undefined;
  readonly location?: Location | undefined;
  /** What to try: `Did you mean "Layer"?`, or the edit that mends it. */
  readonly suggestion?: string | undefined;
  /** Other places that explain this one. */
  readonly related?: readonly RelatedLocation[] | undefined;
  /** Why it was suppressed, when its severity is SUPPRESSED. */
  readonly suppressionReason?: string | undefined;
}

/** A place that explains a finding, such as the first of two definitions, and what is there. */
export interface RelatedLocation {
  readonly message: string;
  readonly location: Location;
}

/** True for the severities that break a model, ERROR and DANGER: no code is generated with them (Smithy 2.0, "Severity"). */
export function isFailure(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "ERROR" || diagnostic.severity === "DANGER";
}
