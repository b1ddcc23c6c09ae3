import { createColors } from "picocolors";

/** How parts of a text are coloured; each returns its argument where there is no colour. */
export interface Palette {
  removed(text: string): string;
  added(text: string): string;
  place(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** What a command may do to the outside, apart from files. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Shows what is being done, on a terminal only; an empty text clears it. */
  progress(text: string): void;
  readonly colours: boolean;
}

export interface Stream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** The terminal of a process. Colours and progress only where a person looks, and as NO_COLOR and FORCE_COLOR say. */
export function createTerminal(
  out: Stream,
  error: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isPerson = error.isTTY === true && environment["TERM"] !== "dumb" && environment["CI"] === undefined;
  let shown = false;
  const clear = (): void => {
    if (shown) error.write("\r\u001b[2K");
    shown = false;
  };
  return {
    out(text) {
      clear();
      out.write(`${text}\n`);
    },
    error(text) {
      clear();
      error.write(`${text}\n`);
    },
    progress(text) {
      if (!isPerson) return;
      clear();
      if (text === "") return;
      error.write(text);
      shown = true;
    },
    colours: wantsColours(out.isTTY === true && error.isTTY === true, environment),
  };
}

/** NO_COLOR of any content but none turns colours off (no-color.org); FORCE_COLOR turns them on. */
function wantsColours(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  const force = environment["FORCE_COLOR"];
  if (force !== undefined && force !== "" && force !== "0") return true;
  return isTerminal && environment["TERM"] !== "dumb";
}

export function paletteOf(terminal: Terminal): Palette {
  const colours = createColors(terminal.colours);
  return {
    removed: colours.red,
    added: colours.green,
    place: colours.cyan,
    strong: colours.bold,
    faint: colours.dim,
  };
}
