/** What the process ends with: the answer was yes; it was no; the question could not be asked. */
export const exitCodes = {
  success: 0,
  /** Findings: a model that is not valid, stale output, a file in the way. */
  findings: 1,
  /** Wrong arguments or configuration. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
