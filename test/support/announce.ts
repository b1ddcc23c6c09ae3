import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const variable = "TSMITH_ANNOUNCED";

/** Run by vitest before and after all suites: the folder in which its processes note what has been said. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tsmith-announced-"));
  process.env[variable] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Says a line once in a whole run, however many suites and processes have it to say. */
export function announceOnce(line: string): void {
  const folder = process.env[variable];
  if (folder !== undefined) {
    const name = createHash("sha256").update(line).digest("hex");
    try {
      writeFileSync(join(folder, name), "", { flag: "wx" });
    } catch {
      return;
    }
  }
  // Past vitest, which would put a heading over every line that a suite logs.
  process.stderr.write(`${line}\n`);
}
