import { createSource } from "../../codegen/src/source/source.js";
import { parse } from "../../codegen/src/syntax/parse.js";
import type { Random } from "./random.js";

interface Range {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Changes the syntax tree of a text: removes, doubles, moves and replaces nodes of it and of `other`, and nests values deeper. */
export function mutateIdl(text: string, other: string, random: Random): string {
  const nodes = nodesOf(text);
  if (nodes.length === 0) return text;
  const node = random.pick(nodes);
  const written = text.slice(node.start, node.end);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, node.start) + text.slice(node.end);
    case 1:
      return `${text.slice(0, node.end)}${random.pick(["", " ", "\n"])}${written}${text.slice(node.end)}`;
    case 2:
      return replaceRange(text, node, pickText(other, node.kind, random));
    case 3:
      return replaceRange(text, node, pickText(text, node.kind, random));
    case 4: {
      const depth = 1 + random.below(random.chance(0.1) ? 500 : 3);
      return replaceRange(text, node, `${"[".repeat(depth)}${written}${"]".repeat(depth)}`);
    }
    default: {
      const target = random.pick(nodes);
      return `${text.slice(0, target.start)}${written}\n${text.slice(target.start)}`;
    }
  }
}

function replaceRange(text: string, { start, end }: Range, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** A node of the same kind, for the most part. */
function pickText(text: string, kind: string, random: Random): string {
  const nodes = nodesOf(text);
  const alike = nodes.filter((node) => node.kind === kind);
  const from = alike.length > 0 && random.chance(0.8) ? alike : nodes;
  if (from.length === 0) return "";
  const { start, end } = random.pick(from);
  return text.slice(start, end).slice(0, 4000);
}

function nodesOf(text: string): readonly Range[] {
  const nodes: Range[] = [];
  const stack: unknown[] = [parse(createSource("fuzz.smithy", text)).tree];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const node = value as Partial<Range>;
    if (node.kind !== undefined && node.kind !== "idl" && node.start !== undefined && node.end !== undefined) {
      nodes.push({ kind: node.kind, start: node.start, end: node.end });
    }
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === "object" && child !== null && key !== "source") stack.push(child);
    }
  }
  return nodes;
}
