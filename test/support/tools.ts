import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { announceOnce } from "./announce.js";

/** A program outside npm that a suite compares with. */
export interface Tool {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

interface Candidate {
  readonly command: string;
  readonly arguments?: readonly string[];
}

const toolsFolder = fileURLToPath(new URL("../../.cache/tools/", import.meta.url));

function find(
  name: string,
  candidates: readonly Candidate[],
  probe: readonly string[],
  expected: RegExp,
): Tool | undefined {
  for (const candidate of candidates) {
    if (candidate.command.includes("/") && !existsSync(candidate.command)) continue;
    const before = candidate.arguments ?? [];
    const run = spawnSync(candidate.command, [...before, ...probe], { encoding: "utf8", timeout: 60_000 });
    if (run.status === 0 && expected.test(run.stdout + run.stderr)) {
      return { name, command: candidate.command, arguments: before };
    }
  }
  announceOnce(
    `SKIPPED: ${name} is not installed; the suites that need it are skipped. Run scripts/install-test-tools to get it.`,
  );
  return undefined;
}

/** AWS CLI version 1, from PyPI. */
export function awsCliV1(): Tool | undefined {
  return find(
    "AWS CLI version 1",
    [{ command: `${toolsFolder}venv/bin/aws` }, { command: "aws" }],
    ["--version"],
    /^aws-cli\/1\./,
  );
}

/** AWS CLI version 2, from the operating system. */
export function awsCliV2(): Tool | undefined {
  return find("AWS CLI version 2", [{ command: "/usr/bin/aws" }, { command: "aws" }], ["--version"], /^aws-cli\/2\./);
}

/** A Python with boto3. */
export function pythonWithBoto3(): Tool | undefined {
  return find(
    "Python with boto3",
    [{ command: `${toolsFolder}venv/bin/python` }, { command: "python3" }],
    ["-c", "import boto3; print('boto3', boto3.__version__)"],
    /^boto3 /,
  );
}

/** A Python with docutils, the reference reader of reStructuredText. */
export function pythonWithDocutils(): Tool | undefined {
  return find(
    "Python with docutils",
    [{ command: `${toolsFolder}venv/bin/python` }, { command: "python3" }],
    ["-c", "import docutils; print('docutils', docutils.__version__)"],
    /^docutils /,
  );
}
