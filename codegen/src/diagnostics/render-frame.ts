import pico from "picocolors";
import { isSpan, lineRange, type Location, positionAt, type Span } from "../source/source.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import { placeOf } from "./place.js";
import { messageWithoutPlace } from "./render-line.js";
import { type Cell, safeLine, toCells, widthOf } from "./terminal-text.js";

/** How a frame looks. */
export interface FrameOptions {
  /** Colours for a terminal; only when asked for. */
  readonly colour?: boolean | undefined;
  /** Columns for a source line; a longer one is clipped around the place. 100 unless told. */
  readonly width?: number | undefined;
}

type Colours = ReturnType<typeof pico.createColors>;

interface FrameStyle {
  readonly colours: Colours;
  readonly width: number;
}

/**
 * A diagnostic for people: what is wrong, where, the source line with the place underlined, and what to try.
 *
 * ```text
 * ERROR Model  Syntax error: Expected COLON(':') but found IDENTIFIER('String')
 *   --> model/layers.smithy:4:28
 *    |
 *  4 | structure Layer { digest String }
 *    |                          ^^^^^^
 * ```
 *
 * Model text is shown so that it cannot steer a terminal.
 *
 * @param diagnostic - with locations that were resolved before: else a place in JSON is the beginning of its file
 * @returns several lines, without a line break at the end
 */
export function renderFrame(diagnostic: Diagnostic, options: FrameOptions = {}): string {
  const style = { colours: pico.createColors(options.colour ?? false), width: Math.max(20, options.width ?? 100) };
  const { colours } = style;
  const { code, severity, shape, location, suggestion, related = [], suppressionReason } = diagnostic;
  const colour = severityColour(colours, severity);
  const lines = [
    `${colour(colours.bold(severity))} ${colours.bold(safeLine(code))}  ${messageLines(diagnostic)}`,
    ...(location === undefined ? [] : renderPlace(location, colour, style)),
  ];
  if (shape !== undefined) lines.push(`    = shape: ${safeLine(shape)}`);
  if (suggestion !== undefined) lines.push(`    = ${colours.cyan(safeLine(suggestion))}`);
  if (suppressionReason !== undefined && suppressionReason !== "") {
    lines.push(`    = suppressed: ${safeLine(suppressionReason)}`);
  }
  for (const entry of related) {
    lines.push(`    = ${safeLine(entry.message)}:`, ...renderPlace(entry.location, colours.blue, style));
  }
  return lines.join("\n");
}

function severityColour(colours: Colours, severity: Severity): (text: string) => string {
  switch (severity) {
    case "ERROR":
    case "DANGER":
      return colours.red;
    case "WARNING":
      return colours.yellow;
    default:
      return colours.blue;
  }
}

/** A message of several lines stays one, indented; a line break that it quotes is an escape. */
function messageLines(diagnostic: Diagnostic): string {
  return messageWithoutPlace(diagnostic)
    .replaceAll("\n'", "\\n'")
    .split("\n")
    .map((line) => safeLine(line.trimEnd()))
    .join("\n    ");
}

function renderPlace(location: Location, colour: (text: string) => string, style: FrameStyle): string[] {
  const { file, start } = placeOf(location);
  const name = safeLine(file);
  const dim = style.colours.dim;
  if (!isSpan(location)) return [`  ${dim("-->")} ${name} ${safeLine(location.pointer)}`];
  const head = `  ${dim("-->")} ${name}:${start.line}:${start.column}`;
  const number = String(start.line).padStart(2);
  const gutter = dim(`${" ".repeat(number.length)} |`);
  const { text, before, marked } = clipLine(location, style.width);
  return [
    head,
    ` ${gutter}`,
    ` ${dim(`${number} |`)} ${text}`,
    ` ${gutter} ${" ".repeat(before)}${colour("^".repeat(marked))}`,
  ];
}

interface ClippedLine {
  readonly text: string;
  /** Columns in front of the place, and columns of it. */
  readonly before: number;
  readonly marked: number;
}

const ellipsis: Cell = { text: "…", width: 1 };

/**
 * The first line of a span, as much of it as fits. A line can be a whole minified file, so only text near the place is
 * looked at.
 */
function clipLine(span: Span, width: number): ClippedLine {
  const { text } = span.source;
  const line = lineRange(span.source, positionAt(span.source, span.start).line);
  const start = Math.min(span.start, line.end);
  const end = Math.max(start, Math.min(span.end, line.end));
  const reach = width * 4;
  const from = pairBoundary(text, Math.max(line.start, start - reach));
  const markedTo = pairBoundary(text, Math.min(end, start + reach));
  const to = pairBoundary(text, Math.min(line.end, markedTo + reach));

  const left = takeLast(toCells(text.slice(from, start), 0), Math.floor((width * 2) / 3), from > line.start);
  const before = widthOf(left);
  const middle = takeFirst(toCells(text.slice(start, markedTo), before), width - before, markedTo < end);
  const marked = widthOf(middle);
  const room = width - before - marked;
  const right = takeFirst(toCells(text.slice(markedTo, to), before + marked), room, to < line.end);
  const shown = [...left, ...middle, ...right].map((cell) => cell.text).join("");
  return { text: shown.trimEnd(), before, marked: Math.max(1, marked) };
}

/** The offset, or the one before it where it would split a surrogate pair. */
function pairBoundary(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}

/** The last cells that fit, behind an ellipsis where some are missing. */
function takeLast(cells: readonly Cell[], room: number, isCut: boolean): readonly Cell[] {
  return takeFirst(cells.toReversed(), room, isCut).toReversed();
}

/** The first cells that fit, with an ellipsis for those that do not. */
function takeFirst(cells: readonly Cell[], room: number, isCut: boolean): readonly Cell[] {
  if (!isCut && widthOf(cells) <= room) return cells;
  const taken: Cell[] = [];
  let width = ellipsis.width;
  for (const cell of cells) {
    width += cell.width;
    if (width > room) break;
    taken.push(cell);
  }
  return room < ellipsis.width ? taken : [...taken, ellipsis];
}
