import { isIdentifier } from "../shapes/shape-id.js";

/** One segment of a URI or host pattern: a literal, or a label that stands for a member of the input. */
export interface PatternSegment {
  readonly kind: "literal" | "label" | "greedyLabel";
  /** The literal as written, or the name in a label's braces. */
  readonly content: string;
}

/** A pattern of segments as a trait has it, such as `/files/{path+}` or `{bucket}.data.`. */
export interface LabelPattern {
  /** The pattern as written. */
  readonly text: string;
  readonly segments: readonly PatternSegment[];
}

/** A pattern, or why the text is none, in Smithy's words. */
export type ParsedPattern<Pattern extends LabelPattern> = { readonly pattern: Pattern } | { readonly problem: string };

/** A segment, or why the text is none. The offset counts from the start of the pattern. */
export function parseSegment(
  text: string,
  offset: number,
): { readonly segment: PatternSegment } | { readonly problem: string } {
  const place = ` at index ${offset}`;
  const label = /^\{([^]*?)(\+?)\}$/.exec(text);
  if (label === null) {
    if (text === "") return { problem: `Segments must not be empty${place}` };
    if (!/[{}]/.test(text)) return { segment: { kind: "literal", content: text } };
    return {
      problem: `Literal segments must not contain \`{\` or \`}\` characters. Found segment \`${text}\`${place}`,
    };
  }
  const content = label[1] ?? "";
  if (content === "") return { problem: `Empty label declaration in pattern${place}.` };
  if (isIdentifier(content)) return { segment: { kind: label[2] === "+" ? "greedyLabel" : "label", content } };
  return {
    problem: `Invalid label name in pattern: '${content}'${place}. Labels must contain value identifiers.`,
  };
}

/** A sentence about a label that comes twice, whatever the letter case; undefined when all differ. */
export function repeatedLabelProblem({ text, segments }: LabelPattern): string | undefined {
  const seen = new Set<string>();
  for (const { content } of segments.filter(isLabel)) {
    const name = content.toLowerCase();
    if (seen.has(name)) return `Label \`${content}\` is defined more than once in pattern: ${text}`;
    seen.add(name);
  }
  return undefined;
}

/** True for a label, greedy or not. */
export function isLabel(segment: PatternSegment): boolean {
  return segment.kind !== "literal";
}

/** The labels of a pattern, greedy ones among them. */
export function labelsOf(pattern: LabelPattern): readonly PatternSegment[] {
  return pattern.segments.filter(isLabel);
}

/** The label with this name. As in Smithy's implementation, letter case does not count. */
export function findLabel(pattern: LabelPattern, name: string): PatternSegment | undefined {
  const wanted = name.toLowerCase();
  return labelsOf(pattern).find(({ content }) => content.toLowerCase() === wanted);
}

/**
 * Pairs of segments at the same place that one text could match, of which one is a label where the other is a literal, or
 * greedy where the other is not. Beyond two literals that differ, patterns no longer compete.
 */
export function competingSegments(
  pattern: LabelPattern,
  other: LabelPattern,
): readonly (readonly [PatternSegment, PatternSegment])[] {
  const pairs = new Map<string, readonly [PatternSegment, PatternSegment]>();
  for (const [index, left] of pattern.segments.entries()) {
    const right = other.segments[index];
    if (right === undefined) break;
    if (left.kind !== right.kind) pairs.set(`${left.kind} ${left.content}`, [left, right]);
    else if (left.kind === "literal" && left.content !== right.content) break;
  }
  return [...pairs.values()];
}
