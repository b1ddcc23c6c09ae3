import type { Location } from "../source/source.js";
import type { Diagnostic, RelatedLocation, Severity } from "./diagnostic.js";

/** What a diagnostic says beside its message. */
export interface DiagnosticDetails {
  readonly location?: Location | undefined;
  readonly shape?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly related?: readonly RelatedLocation[] | undefined;
}

/** A kind of diagnostic: makes one from the typed parameters of its message. */
export interface DiagnosticDefinition<Parameters extends readonly unknown[]> {
  readonly code: string;
  readonly severity: Severity;
  /** The message alone, for a message that holds another. */
  text(...parameters: Parameters): string;
  create(details: DiagnosticDetails, ...parameters: Parameters): Diagnostic;
}

/**
 * Registers a kind of diagnostic, so that a code and the words of a message stand in one place.
 *
 * ```ts
 * const unknownShapeType = defineDiagnostic("Model", "ERROR", (type: string) => `Unknown shape type: ${type}`);
 * unknownShapeType.create({ location }, "strucutre");
 * ```
 */
export function defineDiagnostic<Parameters extends readonly unknown[]>(
  code: string,
  severity: Severity,
  text: (...parameters: Parameters) => string,
): DiagnosticDefinition<Parameters> {
  return {
    code,
    severity,
    text,
    create: (details, ...parameters) => ({ code, severity, message: text(...parameters), ...details }),
  };
}
