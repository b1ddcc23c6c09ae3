import {
  BatchCheckLayerAvailabilityCommand,
  ECRClient,
  ECRServiceException,
  InvalidParameterException,
  RepositoryNotFoundException,
} from "@aws-sdk/client-ecr";
import { EcrClient } from "@tsmith/ecr/client";
import { createClient } from "@tsmith/runtime/client";
import { ServiceError } from "@tsmith/runtime/errors";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { awsCliV1, awsCliV2, pythonWithBoto3, type Tool } from "../support/tools.js";

export interface CallInput {
  readonly registryId?: string;
  readonly repositoryName: string;
  readonly layerDigests: readonly string[];
}

/** What a client made of an answer: its output, or the error in the form that the client gives to a modelled one. */
export type Outcome =
  { readonly output: object; readonly error?: never } | { readonly error: string | null; readonly message: string };

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** An unmodified client of the operation, called the way its users call it. */
export interface CallingClient {
  readonly name: string;
  readonly available: boolean;
  call(endpoint: string, keys: Keys, input: CallInput): Promise<Outcome>;
}

interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with those keys and no other configuration of the machine. */
function run(tool: Tool, args: readonly string[], keys: Keys): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool.command, [...tool.arguments, ...args], {
      env: {
        PATH: process.env["PATH"],
        HOME: "/nonexistent",
        LC_ALL: "C.UTF-8",
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
        AWS_EC2_METADATA_DISABLED: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

function awsCli(name: string, tool: Tool | undefined): CallingClient {
  return {
    name,
    available: tool !== undefined,
    async call(endpoint, keys, input) {
      if (tool === undefined) throw new Error(`${name} is not installed`);
      const args = ["ecr", "batch-check-layer-availability", "--endpoint-url", endpoint, "--region", "us-east-1"];
      args.push("--output", "json", "--cli-input-json", JSON.stringify(input));
      const { status, stdout, stderr } = await run(tool, args, keys);
      if (status === 0) return { output: JSON.parse(stdout) };
      const match =
        /An error occurred \((\w+)\) when calling the BatchCheckLayerAvailability operation: ([^]*?)\s*$/.exec(stderr);
      if (match === null) throw new Error(`${name} ended with ${status}: ${stderr}`);
      return { error: match[1] ?? null, message: match[2] ?? "" };
    },
  };
}

function boto3(): CallingClient {
  const python = pythonWithBoto3();
  const script = fileURLToPath(new URL("boto3-call.py", import.meta.url));
  return {
    name: "boto3",
    available: python !== undefined,
    async call(endpoint, keys, input) {
      if (python === undefined) throw new Error("boto3 is not installed");
      const { status, stdout, stderr } = await run(python, [script, endpoint, JSON.stringify(input)], keys);
      if (status !== 0) throw new Error(`boto3 ended with ${status}: ${stderr}`);
      return JSON.parse(stdout);
    },
  };
}

const sdkForJavaScript: CallingClient = {
  name: "@aws-sdk/client-ecr",
  available: true,
  async call(endpoint, keys, input) {
    const client = new ECRClient({ endpoint, region: "us-east-1", credentials: keys, maxAttempts: 1 });
    try {
      const { $metadata, ...output } = await client.send(
        new BatchCheckLayerAvailabilityCommand({ ...input, layerDigests: [...input.layerDigests] }),
      );
      if ($metadata.httpStatusCode !== 200) throw new Error(`status ${$metadata.httpStatusCode}`);
      return { output };
    } catch (error) {
      if (error instanceof RepositoryNotFoundException || error instanceof InvalidParameterException) {
        return { error: error.constructor.name, message: error.message };
      }
      if (error instanceof ECRServiceException) return { error: null, message: error.message };
      throw error;
    } finally {
      client.destroy();
    }
  },
};

const ours: CallingClient = {
  name: "the generated client",
  available: true,
  async call(endpoint, keys, input) {
    const connection = createClient({ endpoint, region: "us-east-1", credentials: keys, maximumAttempts: 1 });
    const client = new EcrClient(connection);
    try {
      return { output: await client.batchCheckLayerAvailability(input) };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const modelled = error.constructor !== ServiceError && error.name === error.constructor.name;
      return { error: modelled ? error.name : null, message: error.message };
    } finally {
      connection.close();
    }
  },
};

export const callingClients: readonly CallingClient[] = [
  awsCli("AWS CLI version 1", awsCliV1()),
  awsCli("AWS CLI version 2", awsCliV2()),
  boto3(),
  sdkForJavaScript,
  ours,
];
