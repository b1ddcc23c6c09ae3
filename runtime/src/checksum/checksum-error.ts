/**
 * What is wrong with bytes: another checksum than came with them, a form that is broken, an end that came too early, a signature that is
 * not the sender's, or a trailer that is missing or was not announced.
 */
export type ChecksumProblem = "mismatch" | "malformed" | "incomplete" | "signature" | "trailer";

/** Bytes that are not those that were sent: a checksum does not match, or what carries the bytes is broken. */
export class ChecksumError extends Error {
  override readonly name = "ChecksumError";
  declare readonly problem: ChecksumProblem;

  constructor(message: string, problem: ChecksumProblem = "mismatch") {
    super(message);
    this.problem = problem;
  }
}
