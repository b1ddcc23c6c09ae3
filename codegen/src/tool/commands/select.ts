import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { resolveLocations } from "../../diagnostics/locate.js";
import { placeOf } from "../../diagnostics/place.js";
import { renderSarif } from "../../diagnostics/render-sarif.js";
import { sortDiagnostics } from "../../diagnostics/sort.js";
import { tsmithVersion } from "../../emit/version.js";
import { parseSelector } from "../../selector/parse-selector.js";
import { eachMatch, evaluate } from "../../selector/select.js";
import type { Selector } from "../../selector/selector.js";
import { isBundled, type Model } from "../../shapes/model.js";
import type { Shape } from "../../shapes/shape.js";
import { createSource } from "../../source/source.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { type CommandContext, type ModelCommand, readUnvalidatedModel, reportProblems } from "./model-command.js";

export interface SelectCommand extends ModelCommand {
  readonly selector: string;
  /** Whether shapes of the prelude and of bundled trait modules count. */
  readonly bundled: boolean;
  /** Shows the variables of each match. */
  readonly variables: boolean;
}

interface Match {
  readonly shape: Shape;
  readonly variables?: Readonly<Record<string, readonly string[]>> | undefined;
}

const badSelector = defineDiagnostic("select/syntax", "ERROR", (reason: string) => reason);
const unknownRelationship = defineDiagnostic(
  "select/relationship",
  "WARNING",
  (name: string) => `There is no relationship ${name}, so that this arrow leads nowhere.`,
);
const stopped = defineDiagnostic("select/evaluation", "ERROR", (reason: string) => reason);
const match = defineDiagnostic("select", "NOTE", (type: string, id: string) => `${type} ${id}`);

/** `tsmith select`: the shapes that a selector matches, one a line, sorted. */
export async function selectCommand(command: SelectCommand, context: CommandContext): Promise<ExitCode> {
  const source = createSource("<selector>", command.selector);
  const parsed = parseSelector(command.selector);
  if (parsed.problem !== undefined) {
    const { offset, reason, suggestion } = parsed.problem;
    const location = { source, start: offset, end: offset + 1 };
    await reportProblems([badSelector.create({ location, suggestion }, reason)], command, context);
    return exitCodes.usage;
  }
  const { selector, unknownRelationships = [] } = parsed;
  const warnings = unknownRelationships.map(({ name, offset, suggestion }) => {
    const location = { source, start: offset, end: offset + name.length };
    return unknownRelationship.create({ location, suggestion }, name);
  });
  if (warnings.length > 0) await reportProblems(warnings, command, context);
  const read = await readUnvalidatedModel(command, context);
  if (read === undefined) return exitCodes.usage;
  const failures = read.diagnostics.filter(({ severity }) => severity === "ERROR");
  if (failures.length > 0) {
    await reportProblems(failures, command, context);
    return exitCodes.findings;
  }
  const found = findMatches(read.model, selector, command);
  if (found.problem !== undefined) {
    await reportProblems([stopped.create({}, found.problem)], command, context);
    return exitCodes.usage;
  }
  await print(found.matches, command, context);
  return exitCodes.success;
}

function findMatches(
  model: Model,
  selector: Selector,
  { variables, bundled }: SelectCommand,
): { readonly matches: readonly Match[]; readonly problem?: string | undefined } {
  const matches: Match[] = [];
  let problem: string | undefined;
  if (variables) {
    problem = eachMatch(model, selector, (shape, found) => {
      const entries = [...found].map(([name, shapes]) => [name, [...shapes].map(({ id }) => id).toSorted()]);
      matches.push({ shape, variables: Object.fromEntries(entries) });
    });
  } else {
    const selection = evaluate(model, selector);
    problem = selection.problem;
    for (const shape of selection.shapes) matches.push({ shape });
  }
  const wanted = matches.filter(({ shape }) => bundled || !isBundled(model, shape.id));
  return { matches: wanted.toSorted((left, right) => (left.shape.id < right.shape.id ? -1 : 1)), problem };
}

async function print(
  matches: readonly Match[],
  { format }: SelectCommand,
  { terminal }: CommandContext,
): Promise<void> {
  if (format === "text") {
    for (const { shape, variables } of matches) {
      terminal.out(variables === undefined ? shape.id : `${shape.id} ${JSON.stringify(variables)}`);
    }
    return;
  }
  const notes = await resolveLocations(matches.map(toNote));
  if (format === "sarif") {
    terminal.out(renderSarif(sortDiagnostics(notes), { name: "tsmith", version: tsmithVersion }));
    return;
  }
  const rows = matches.map(({ shape, variables }, index) => ({
    shape: shape.id,
    type: shape.kind,
    ...placeInJson(notes[index]),
    variables,
  }));
  terminal.out(JSON.stringify(rows, undefined, 2));
}

function toNote({ shape }: Match): Diagnostic {
  return match.create({ shape: shape.id, location: shape.location }, shape.kind, shape.id);
}

function placeInJson(note: Diagnostic | undefined): object {
  if (note?.location === undefined) return {};
  const { file, start, end } = placeOf(note.location);
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
