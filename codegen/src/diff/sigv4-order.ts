import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** Signature version 4, whose credentials are for one region ("aws.auth#sigv4 trait"). */
export const sigv4: ShapeId = "aws.auth#sigv4";
/** Signature version 4A, whose credentials may be for several regions ("aws.auth#sigv4a trait"). */
export const sigv4a: ShapeId = "aws.auth#sigv4a";

/** Where the two schemes stand among those that a client may choose from, the preferred first; -1 where it is not there. */
export interface SigV4Order {
  readonly sigv4: number;
  readonly sigv4a: number;
}

/**
 * What a client that has credentials for one of the schemes notices when the other one takes its place or is preferred to it.
 *
 * @param where - whose schemes they are, as the message has it
 */
export function describeSigV4Change(
  before: SigV4Order,
  after: SigV4Order,
  where: string,
): Diagnostic["message"] | undefined {
  const had = { sigv4: before.sigv4 >= 0, sigv4a: before.sigv4a >= 0 };
  const has = { sigv4: after.sigv4 >= 0, sigv4a: after.sigv4a >= 0 };
  const effective = `in the effective auth schemes for ${where}.`;
  if (had.sigv4 !== had.sigv4a && has.sigv4 !== has.sigv4a) {
    if (had.sigv4 === has.sigv4) return undefined;
    const [lost, gained] = had.sigv4 ? [scheme(sigv4), scheme(sigv4a)] : [scheme(sigv4a), scheme(sigv4)];
    return `The ${lost} was replaced by the ${gained} ${effective} Replacing the ${lost} with the ${gained} directly ${consequence(has.sigv4a)}`;
  }
  if (!has.sigv4 || !has.sigv4a || (!had.sigv4 && !had.sigv4a)) return undefined;
  const isNewFirst = after.sigv4a < after.sigv4;
  const [first, second] = isNewFirst ? [scheme(sigv4a), scheme(sigv4)] : [scheme(sigv4), scheme(sigv4a)];
  if (had.sigv4 && had.sigv4a) {
    if (before.sigv4a < before.sigv4 === isNewFirst) return undefined;
    return `The ${first} was moved before the ${second} ${effective} Moving the ${first} before the ${second} ${consequence(isNewFirst)}`;
  }
  // What was added behind what was there is not chosen by those who could do without.
  if (had.sigv4a === isNewFirst) return undefined;
  return `The ${first} was added before the ${second} ${effective} Adding the ${first} before an existing ${second} ${consequence(isNewFirst)}`;
}

function scheme(id: ShapeId): string {
  return `\`${id}\` authentication scheme`;
}

function consequence(prefersSigV4a: boolean): string {
  return prefersSigV4a
    ? "is not backward compatible since not all credentials usable by `aws.auth#sigv4` are compatible with `aws.auth#sigv4a`, and can break existing clients' authentication."
    : "may not be backward compatible if the signing scope was narrowed (typically from `*`).";
}
