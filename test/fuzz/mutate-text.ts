import type { Random } from "./random.js";

const oddCharacters = [
  ..."\"'\\{}[]()@#$:=,.-_/ \n\r\t0129aZ",
  '"""',
  "///",
  "\u0000",
  "\u2028",
  "\uFEFF",
  "\uD800",
  "é",
  "𝒳",
];

/** Changes, removes, doubles or inserts a few characters, or cuts the text off. */
export function mutateBytes(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(random.chance(0.2) ? 400 : 6));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, start) + random.pick(oddCharacters) + text.slice(start);
    case 2:
      return text.slice(0, start) + random.pick(oddCharacters) + text.slice(start + 1);
    case 3:
      return text.slice(0, end) + text.slice(start);
    case 4:
      return text.slice(0, start) + random.pick(oddCharacters).repeat(1 + random.below(300)) + text.slice(start);
    default:
      return random.chance(0.2) ? text.slice(0, start) : text.slice(0, start) + text.slice(start + 1);
  }
}

const tokenPattern =
  /"""[^]*?"""|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|[A-Za-z_]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\s+|:=|[^]/gs;

export function tokensOf(text: string): readonly string[] {
  return text.match(tokenPattern) ?? [];
}

/** Removes, doubles, swaps or replaces tokens; new ones come from `others`, tokens of another text. */
export function mutateTokens(text: string, others: readonly string[], random: Random): string {
  const tokens = [...tokensOf(text)];
  if (tokens.length === 0 || others.length === 0) return text + random.pick(oddCharacters);
  const times = 1 + random.below(4);
  for (let time = 0; time < times; time += 1) {
    const index = random.below(tokens.length);
    const count = 1 + random.below(random.chance(0.2) ? 20 : 2);
    switch (random.below(5)) {
      case 0:
        tokens.splice(index, count);
        break;
      case 1:
        tokens.splice(index, 0, ...tokens.slice(index, index + count));
        break;
      case 2:
        tokens.splice(index, 0, random.pick(others));
        break;
      case 3:
        tokens[index] = random.pick(others);
        break;
      default: {
        const other = random.below(tokens.length);
        [tokens[index], tokens[other]] = [tokens[other] ?? "", tokens[index] ?? ""];
      }
    }
    if (tokens.length === 0) return "";
  }
  return tokens.join("");
}
