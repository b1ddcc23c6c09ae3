import {
  type LabelPattern,
  type ParsedPattern,
  parseSegment,
  type PatternSegment,
  repeatedLabelProblem,
} from "./label-pattern.js";

/** Reads the `hostPrefix` of an `endpoint` trait (Smithy 2.0, "endpoint trait"): literals and labels, none of them greedy. */
export function parseHostPrefix(hostPrefix: string): ParsedPattern<LabelPattern> {
  const segments: PatternSegment[] = [];
  const tokens = hostPrefix.match(/[{}]|[^{}]+/g) ?? [];
  let offset = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    let text = tokens[index] ?? "";
    if (text === "}") return { problem: `Literal segments must not contain \`}\`. Found at: ${offset}` };
    if (text === "{") {
      const before = segments.at(-1);
      if (before !== undefined && before.kind !== "literal") {
        return { problem: `Host labels must not be adjacent in a pattern. Found ${hostPrefix}` };
      }
      // A label is three tokens, whatever they are: what the braces hold is judged as a whole.
      if (index + 2 >= tokens.length) return { problem: `Unclosed label found in pattern at: .${offset}` };
      text += `${tokens[index + 1]}${tokens[index + 2]}`;
      index += 2;
    }
    const parsed = parseSegment(text, offset);
    if ("problem" in parsed) return parsed;
    segments.push(parsed.segment);
    offset += text.length;
  }
  return checkSegments({ text: hostPrefix, segments });
}

function checkSegments(pattern: LabelPattern): ParsedPattern<LabelPattern> {
  const repeated = repeatedLabelProblem(pattern);
  if (repeated !== undefined) return { problem: repeated };
  const greedy = pattern.segments.some(({ kind }) => kind === "greedyLabel");
  return greedy ? { problem: `Pattern must not contain a greedy label. Found ${pattern.text}` } : { pattern };
}
