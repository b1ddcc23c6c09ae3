import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../../generated/ecr/bin/tsmith-ecr.js", import.meta.url));

function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...variables } });
  const errors: Buffer[] = [];
  child.stderr.on("data", (bytes: Buffer) => errors.push(bytes));
  return { child, errors: () => Buffer.concat(errors).toString() };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, "close")) as [number | null];
  return code;
}

describe("the command as a process", () => {
  let silent: Server;
  let endpoint: string;

  beforeAll(async () => {
    silent = createServer(() => {});
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    silent.close();
    silent.closeAllConnections();
  });

  it("ends in silence when its reader goes away", async () => {
    const { child, errors } = start(["help"]);
    child.stdout.destroy();
    await exitOf(child);
    expect(errors()).toBe("");
  });

  it("ends with 130 when it is interrupted during a call", async () => {
    const args = [
      "batch-check-layer-availability",
      "--repository-name",
      "abc",
      "--layer-digests",
      "a",
      "--no-sign-request",
    ];
    const { child, errors } = start([...args, "--endpoint-url", endpoint]);
    await once(silent, "request");
    child.kill("SIGINT");
    expect(await exitOf(child)).toBe(130);
    expect(errors().trim()).toBe("");
  });

  it("does not import operations, client or texts for a wrong call", async () => {
    const { child, errors } = start(["batch-check-layer-availability"], { NODE_DEBUG: "esm" });
    expect(await exitOf(child)).toBe(252);
    expect(errors()).toContain("/dist/cli.js");
    expect(errors()).not.toMatch(/\/dist\/(?:operations|codecs|cli-texts|client\/\w+)\.js/);
  });
});
