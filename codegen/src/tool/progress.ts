import type { Terminal } from "./terminal.js";

/** Tells people what takes long. */
export interface Progress {
  /**
   * @param text - what is being done
   * @param expected - milliseconds that it may take: a line is shown when the whole would be longer than half a second
   */
  begin(text: string, expected: number): void;
  end(): void;
}

const worthALine = 500;

/** A line while work goes on that takes longer than half a second, on a terminal only. */
export function createProgress(terminal: Terminal, now: () => number = () => performance.now()): Progress {
  const started = now();
  return {
    begin(text, expected) {
      if (now() - started + expected > worthALine) terminal.progress(`tsmith: ${text} …`);
    },
    end() {
      terminal.progress("");
    },
  };
}
