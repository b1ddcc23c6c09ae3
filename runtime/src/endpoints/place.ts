/** Where something stands in the JSON of a rule set: the way to it, from the inside out. Costs one object a step. */
export interface Place {
  readonly parent: Place | undefined;
  readonly step: string | number;
}

/** A place as a JSON pointer (RFC 6901), from the document on; the empty string is the whole of it, as is undefined. */
export function pointerOf(place: Place | undefined): string {
  const steps: string[] = [];
  for (let at = place; at?.parent !== undefined; at = at.parent) {
    steps.push(String(at.step).replaceAll("~", "~0").replaceAll("/", "~1"));
  }
  return steps
    .toReversed()
    .map((step) => `/${step}`)
    .join("");
}

/** The place of a whole rule set. */
export const rootPlace: Place = { parent: undefined, step: "" };

/** The place of a member or item of what stands at another place. */
export function placeWithin(parent: Place, step: string | number): Place {
  return { parent, step };
}

/** What is wrong with a rule set. */
export interface RuleProblem {
  readonly message: string;
  /** Where, as a JSON pointer into what was loaded. */
  readonly pointer: string;
}

/** Ends the reading or checking of one part of a rule set. Never leaves this folder. */
export class RuleFault extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** Runs one step; what it cannot do becomes a problem, and its result undefined. */
export function collectProblems<Result>(problems: RuleProblem[], step: () => Result): Result | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    problems.push({ message: error.message, pointer: pointerOf(error.place) });
    return undefined;
  }
}
