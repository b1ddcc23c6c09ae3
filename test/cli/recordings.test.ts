import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../runtime/src/cli/index.js";
import { loadReferencePackage, type ReferencePackage } from "../support/reference-package.js";
import { hasSharedData, sharedData } from "../support/shared-data.js";
import { readRecordings, type Recording } from "./recording.js";

/** Where our command means to differ, why, and what of the recording still holds. */
const differences: Readonly<Record<string, { readonly reason: string; readonly alike: (text: string) => string }>> = {
  "--version": {
    reason: "each program says its own name and version",
    alike: (text) => text.replace(/^\S+\/\d+\.\d+\.\d+ .*$/m, "NAME/VERSION"),
  },
  "ecr bogus-op": {
    reason: "the reference model has one operation",
    alike: (text) => text.replace(/(valid choices are:\n\n)[^]*$/, "$1"),
  },
  "ecr batch-check-layer-availability --generate-cli-skeleton yaml-input": {
    reason: "the sentences of the reference model are its own",
    alike: (text) => text.replaceAll(/(# (?:\[REQUIRED\] )?).*$/gm, "$1SENTENCE"),
  },
};

/** Calls that have no counterpart: our command is one service. */
const withoutCounterpart = new Set(["bogus-svc-x"]);

const recordings = hasSharedData() ? readRecordings(readFileSync(sharedData("aws-cli/v2.9.19.txt"), "utf8")) : [];
const answer = {
  layers: [
    {
      layerDigest: "sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b",
      layerAvailability: "AVAILABLE",
      layerSize: 32654,
      mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
    },
  ],
  failures: [],
};

/** What the recording says, in our command's terms. */
function inOurTerms(text: string): string {
  return text
    .replace(
      /usage: aws \[options\] <command> <subcommand> \[<subcommand> \.\.\.\] \[parameters\]\n([^\n]*\n)\n {2}aws help\n {2}aws <command> help\n {2}aws <command> <subcommand> help\n/,
      "usage: tsmith-ecr [options] <command> [parameters]\n$1\n  tsmith-ecr help\n  tsmith-ecr <command> help\n",
    )
    .replace("aws: error:", "tsmith-ecr: error:");
}

describe.skipIf(recordings.length === 0)("what the AWS CLI 2.9.19 printed", () => {
  let reference: ReferencePackage;
  let stub: Server;
  let endpoint: string;

  beforeAll(async () => {
    reference = await loadReferencePackage();
    stub = createServer((request, response) => {
      request.resume().on("end", () => {
        response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
    endpoint = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    stub.close();
    reference.remove();
  });

  async function run(recording: Recording): Promise<Pick<Recording, "output" | "errors" | "code">> {
    const written = { output: "", errors: "" };
    const call = recording.args[0] === "ecr" || recording.args[0]?.startsWith("--");
    const args = recording.args
      .filter((arg, index) => index > 0 || arg !== "ecr")
      .map((arg) => (arg === "http://127.0.0.1:9531" ? endpoint : arg));
    const variables: Record<string, string> = {
      HOME: "/nonexistent",
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      AWS_REGION: "us-east-1",
    };
    const whole = ["batch-check-layer-availability", "--repository-name", "abc", "--layer-digests", "a"];
    if (recording.title === "no creds") delete variables["AWS_ACCESS_KEY_ID"];
    if (recording.title === "no region") delete variables["AWS_REGION"];
    const code = await runCommandLine(
      reference.commandLine,
      call === true ? args : recording.title === "no creds" ? [...whole, "--endpoint-url", endpoint] : whole,
      {
        variables,
        output: { write: (text) => void (written.output += text) },
        errors: { write: (text) => void (written.errors += text) },
      },
    );
    return { ...written, code };
  }

  it.each(recordings.filter(({ title }) => !withoutCounterpart.has(title)))("aws $title", async (recording) => {
    const alike = differences[recording.title]?.alike ?? ((text: string) => text);
    const ours = await run(recording);
    expect({ code: ours.code, output: alike(ours.output), errors: alike(ours.errors) }).toEqual({
      code: recording.code,
      output: alike(inOurTerms(recording.output)),
      errors: alike(inOurTerms(recording.errors)),
    });
  });

  it("has no difference listed that is none", () => {
    const titles = recordings.map(({ title }) => title);
    for (const title of [...Object.keys(differences), ...withoutCounterpart]) expect(titles).toContain(title);
  });
});
