import { copiedHashOrder } from "../../shapes/hash-order.js";

/** Finds terms of one or more words in names ("Word boundary matching"). */
export interface WordBoundaryMatcher {
  /** The term that is found in a name, in lower case; of several one that Smithy's order puts first. */
  firstMatch(name: string): string | undefined;
}

/** Terms as they are searched: in lower case, each also with its words written together. */
export function createWordBoundaryMatcher(terms: readonly string[]): WordBoundaryMatcher {
  const given = terms.map((term) => term.toLowerCase());
  const searched = copiedHashOrder(given.flatMap((term) => [term, term.replaceAll(" ", "")]));
  const found = new Map<string, string | undefined>();
  return {
    firstMatch(name) {
      if (!found.has(name)) {
        const words = wordsOf(name);
        found.set(
          name,
          searched.find((term) => hasTerm(words, term)),
        );
      }
      return found.get(name);
    },
  };
}

/**
 * Why a text is no term that can be searched.
 *
 * Smithy fails on terms of one character as well, without saying why.
 */
export function termProblem(term: string): string | undefined {
  if (term === "") return "Invalid empty search terms";
  if (term.length < 2) return `Invalid search terms of one character: ${term}`;
  for (const [index, character] of [...term].entries()) {
    if (character === " ") {
      if (index === 0 || index === term.length - 1 || term.charAt(index - 1) === " ") {
        return `Invalid spaces in word boundary search: ${term}`;
      }
    } else if (!/[\p{L}\p{Nd}]/u.test(character)) {
      return `Invalid non-alphanumeric characters in word boundary search:${term}`;
    }
  }
  return undefined;
}

/** Only the first place where the letters stand is looked at, as in Smithy. */
function hasTerm(words: string, term: string): boolean {
  const start = words.indexOf(term);
  if (start < 0) return false;
  const end = start + term.length;
  return (start === 0 || words[start - 1] === " ") && (end === words.length || words[end] === " ");
}

/** The words of a name in lower case with spaces between: letters by case, digits; `HTTPHeader2` is `http header 2`. */
function wordsOf(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
  return words.map((word) => word.toLowerCase()).join(" ");
}
