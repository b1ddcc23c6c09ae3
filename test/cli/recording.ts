/** One call of the AWS CLI, as it was recorded. */
export interface Recording {
  /** What stands behind `aws`, as one line, or what was missing in the environment. */
  readonly title: string;
  readonly args: readonly string[];
  readonly output: string;
  readonly errors: string;
  readonly code: number;
}

/** Reads a file of recordings: `### aws ARGUMENTS`, `--stdout`, `--stderr`, `--rc=N`. */
export function readRecordings(text: string): readonly Recording[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((record) => {
      const end = record.indexOf("\n");
      const title = record.slice(0, end).replace(/^aws /, "");
      const body = record.slice(end + 1);
      const parts = /^(?:--stdout\n([^]*?)--stderr\n)?([^]*?)--rc=(\d+)\s*$/.exec(body);
      if (parts === null) throw new Error(`The recording of ${title} is not understood`);
      const [, output = "", errors = "", code] = parts;
      return { title, args: argumentsOf(title), output, errors, code: Number(code) };
    });
}

/** Arguments were joined by single spaces: an empty one shows as two, and YAML is the only one with a space of its own. */
function argumentsOf(title: string): readonly string[] {
  const [before = "", yaml] = title.split(" --cli-input-yaml ");
  const args = before.split(" ");
  return yaml === undefined ? args : [...args, "--cli-input-yaml", yaml];
}
