import { DecodeError } from "./codec-errors.js";
import { NumberToken } from "./number-token.js";
import { setMember } from "./objects.js";

export interface ParseJsonOptions {
  /**
   * Whether numbers that a double cannot hold arrive as {@link NumberToken}. Costs one scan of the text, and more only where the
   * scan finds such a number.
   */
  readonly lossless?: boolean | undefined;
  /** How deep lists and objects may nest; by default there is no limit, since `JSON.parse` does not recurse. */
  readonly maximumDepth?: number | undefined;
}

/**
 * Sixteen digits, or an exponent of three: what a double may round, overflow or underflow; a zero at the end of a fraction, which
 * says how exact a decimal is. May also match inside a string.
 */
const suspicious = /\d[\d.]{15}|\d[eE][+-]?\d{3}|\.\d*0(?!\d)/;
const jsonNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Parses JSON text (RFC 8259). Of members with the same name the last one counts. A member called `__proto__` is a member like any other.
 *
 * @throws DecodeError for text that is not JSON.
 */
export function parseJson(text: string, options?: ParseJsonOptions): unknown {
  if (options?.maximumDepth !== undefined && isDeeperThan(text, options.maximumDepth)) {
    throw new DecodeError("", `lists and objects nest more than ${options.maximumDepth} deep`);
  }
  try {
    return options?.lossless === true && suspicious.test(text) ? parseLossless(text) : JSON.parse(text);
  } catch {
    throw new DecodeError("", "it is not JSON");
  }
}

/** `JSON.parse` whose error never shows what the text holds. @throws DecodeError for text that is not JSON. */
export function parsePlainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DecodeError("", "it is not JSON");
  }
}

/** {@link parseJson} without loss, for whoever takes a parser. */
export function parseLosslessJson(text: string): unknown {
  return parseJson(text, { lossless: true });
}

/**
 * Numbers that a double would change become objects with one member whose name is nowhere in the text, `JSON.parse` reads the
 * rest, and a walk turns them into tokens: the platform's parser stays the only judge of what JSON is.
 */
function parseLossless(text: string): unknown {
  let mark = "#";
  while (text.includes(mark)) mark += "#";
  const marked = markNumbers(text, mark);
  return marked === undefined ? JSON.parse(text) : replaceMarks(JSON.parse(marked), mark);
}

/** Without recursion, however deep the value nests. A reviver of `JSON.parse` would take ten times as long. */
function replaceMarks(root: unknown, mark: string): unknown {
  const top = { root };
  const open: object[] = [top];
  for (let container = open.pop(); container !== undefined; container = open.pop()) {
    const members = container as Record<string, unknown>;
    for (const key of Object.keys(members)) {
      const value = members[key];
      if (typeof value !== "object" || value === null) continue;
      if (Object.hasOwn(value, mark)) {
        setMember(members, key, new NumberToken(String((value as Record<string, unknown>)[mark])));
      } else open.push(value);
    }
  }
  return top.root;
}

function markNumbers(text: string, mark: string): string | undefined {
  let marked = "";
  let copied = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) {
      offset = endOfString(text, offset);
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      jsonNumber.lastIndex = offset;
      const token = jsonNumber.exec(text)?.[0];
      if (token === undefined) continue;
      if (isLossy(token)) {
        marked += `${text.slice(copied, offset)}{"${mark}":"${token}"}`;
        copied = offset + token.length;
      }
      offset += token.length - 1;
    }
  }
  return copied === 0 ? undefined : marked + text.slice(copied);
}

/** The offset of the closing quote, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

/** Whether the double nearest to the number may print differently. */
function isLossy(token: string): boolean {
  if (!suspicious.test(token)) return false;
  return String(Number(token)) !== token;
}

function isDeeperThan(text: string, maximum: number): boolean {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) offset = endOfString(text, offset);
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > maximum) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
