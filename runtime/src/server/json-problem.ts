/**
 * Why a text is not JSON (RFC 8259): what is wrong and where, never what it says. Undefined for a text that is JSON. Only called for
 * texts that `JSON.parse` refused: it reads faster, but does not tell the place.
 */
export function findJsonProblem(text: string): string | undefined {
  const open: ("{" | "[")[] = [];
  let expected: Expectation = "value";
  for (let offset = skipSpace(text, 0); offset < text.length;) {
    const token = scanToken(text, offset);
    if (token.kind === "broken") {
      const at = placeOf(text, token.end);
      return token.end >= text.length ? "the text ends too early" : `unexpected character at ${at}`;
    }
    const next = step(expected, token.kind, open);
    if (next === undefined) return `unexpected ${token.kind} at ${placeOf(text, offset)}`;
    expected = next;
    offset = skipSpace(text, token.end);
  }
  return expected === "end" ? undefined : "the text ends too early";
}

type TokenKind = "{" | "}" | "[" | "]" | "," | ":" | "string" | "value";

/** What may stand at a place. */
type Expectation = "value" | "value or ]" | "key" | "key or }" | ":" | ", or close" | "end";

function step(expected: Expectation, token: TokenKind, open: ("{" | "[")[]): Expectation | undefined {
  const after = (): Expectation => (open.length === 0 ? "end" : ", or close");
  if (token === "}" || token === "]") {
    const isEmpty = expected === (token === "}" ? "key or }" : "value or ]");
    if (!isEmpty && expected !== ", or close") return undefined;
    if (open.at(-1) !== (token === "}" ? "{" : "[")) return undefined;
    open.pop();
    return after();
  }
  switch (expected) {
    case "value":
    case "value or ]":
      if (token === "{" || token === "[") {
        open.push(token);
        return token === "{" ? "key or }" : "value or ]";
      }
      return token === "string" || token === "value" ? after() : undefined;
    case "key":
    case "key or }":
      return token === "string" ? ":" : undefined;
    case ":":
      return token === ":" ? "value" : undefined;
    case ", or close":
      if (token !== ",") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    default:
      return undefined;
  }
}

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

function scanToken(text: string, offset: number): { readonly kind: TokenKind | "broken"; readonly end: number } {
  const character = text.charAt(offset);
  switch (character) {
    case "{":
    case "}":
    case "[":
    case "]":
    case ",":
    case ":":
      return { kind: character, end: offset + 1 };
    case '"':
      return scanString(text, offset);
    default: {
      literal.lastIndex = offset;
      const match = literal.exec(text);
      return match === null ? { kind: "broken", end: offset } : { kind: "value", end: offset + match[0].length };
    }
  }
}

const escape = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

function scanString(text: string, start: number): { readonly kind: "string" | "broken"; readonly end: number } {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x22) return { kind: "string", end: offset + 1 };
    if (code < 0x20) return { kind: "broken", end: offset };
    if (code === 0x5c) {
      escape.lastIndex = offset;
      const match = escape.exec(text);
      if (match === null) return { kind: "broken", end: offset };
      offset += match[0].length - 1;
    }
  }
  return { kind: "broken", end: text.length };
}

function skipSpace(text: string, start: number): number {
  let offset = start;
  while ("\t\n\r ".includes(text.charAt(offset)) && offset < text.length) offset++;
  return offset;
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}`;
}
