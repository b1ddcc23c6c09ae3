import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Tool } from "../support/tools.js";
import type { KnownService, Peer, PeerCall, PeerOutcome } from "./peer.js";
import { fromTagged, toTagged, type Tagged } from "./tagged-values.js";

interface Answer {
  readonly output?: Tagged;
  readonly error?: {
    readonly type: string;
    readonly code: string;
    readonly message: string;
    readonly members: Tagged;
  };
  readonly refused?: string;
}

/** boto3 in one process for all calls. Calls are answered one after the other. */
export function startBoto3(tool: Tool, script: string): Peer {
  const child = spawn(tool.command, [...tool.arguments, script], {
    env: { PATH: process.env["PATH"], HOME: "/nonexistent", LC_ALL: "C.UTF-8", AWS_EC2_METADATA_DISABLED: "true" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: ((answer: unknown) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.(JSON.parse(line)));
  child.on("close", () => {
    for (const answer of waiting.splice(0)) answer({ refused: "boto3 has ended" });
  });
  const ask = (question: object): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(question)}\n`);
    });
  return {
    name: "boto3",
    async describe(sdkId) {
      return ((await ask({ describe: sdkId })) as KnownService | null) ?? undefined;
    },
    async call(call) {
      return outcomeOf((await ask({ call: { ...call, input: toTagged(call.input) } satisfies Question })) as Answer);
    },
    close() {
      child.stdin.end();
    },
  };
}

type Question = Omit<PeerCall, "input"> & { readonly input: Tagged };

function outcomeOf({ output, error, refused }: Answer): PeerOutcome {
  if (error !== undefined) {
    const members = fromTagged(error.members) as Readonly<Record<string, unknown>>;
    return { kind: "error", error: { ...error, members } };
  }
  if (output === undefined) return { kind: "refused", reason: refused ?? "no answer" };
  return { kind: "output", output: fromTagged(output) };
}
