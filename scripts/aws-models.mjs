// `npm run test:aws-models -- [MODEL …] [--typescript-5] [--keep]`: generates a package from each real model of ../shared/data, type-checks it
// under strict options, holds its files against prettier's layout, loads its client and its server, and lets the one call the other.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { printWidth } from "../codegen/dist/emit/print-width.js";
import { startFormatCheck } from "./aws-models/format-check.mjs";
import { sampleCall } from "./aws-models/sample-call.mjs";
import { exchangeStreams, signingNameOf, streamCalls } from "./aws-models/stream-calls.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const data = join(root, "../shared/data/smithy/models-aws/files");
// Inside the workspace, so that the packages find the runtime and vitest.
const work = join(root, ".cache/aws-models");
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { "typescript-5": { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
const compilers = [
  ["TypeScript 7", join(root, "node_modules/typescript/bin/tsc")],
  ["TypeScript 5.9", createRequire(join(root, "codegen/package.json")).resolve("typescript/bin/tsc")],
].slice(0, options["typescript-5"] ? 2 : 1);
const compilerOptions = {
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  // The generated tests import vitest, whose own types want Node's.
  types: ["node"],
  skipLibCheck: true,
  rootDir: ".",
  outDir: "dist",
};
// What validation finds so grave that generation stops, though the service lives with it.
const suppressions = `$version: "2"

metadata suppressions = [
    { id: "QueryErrorCode", namespace: "*", reason: "Two errors of CloudWatch share a code of the query protocol." }
]
`;
const counts = { passed: 0, failed: 0, skipped: 0 };

if (existsSync(data)) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "suppressions.smithy"), suppressions);
  const formatCheck = startFormatCheck({ printWidth });
  const models = readdirSync(data).map((file) => basename(file, ".json"));
  const layouts = [];
  for (const name of models) {
    if (wanted.length === 0 || wanted.includes(name)) await judge(name, formatCheck, layouts);
  }
  await Promise.all(layouts);
  await formatCheck.stop();
  if (!options.keep) rmSync(work, { recursive: true, force: true });
} else {
  console.log("SKIPPED: ../shared/data is absent.");
  counts.skipped += 1;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.failed > 0) process.exitCode = 1;

async function judge(name, formatCheck, pending) {
  const folder = join(work, name);
  const model = join(data, `${name}.json`);
  const generated = await step(name, "generates", () => {
    const parameters = ["--output", folder, "--package", `@example/${name}`];
    const models = [model, join(work, "suppressions.smithy")];
    return run("codegen/bin/tsmith.js", ["generate", ...models, ...parameters, "--quiet", "--format", "json"]);
  });
  if (!generated) return;
  // Beside the work on this model and on those that follow.
  pending.push(step(name, "is laid out as by prettier", async () => (await formatCheck.check(folder)).join("\n")));
  const configuration = join(folder, "tsconfig.strict.json");
  writeFileSync(configuration, JSON.stringify({ compilerOptions, include: ["src", "test"] }));
  for (const [compiler, path] of compilers) {
    await step(name, `type-checks with ${compiler}`, () => run(path, ["-p", configuration]));
  }
  const load = (module) => import(pathToFileURL(join(folder, `dist/src/${module}.js`)).href);
  const call = sampleCall(JSON.parse(readFileSync(model, "utf8")));
  await step(name, `client and server speak to each other (${call.operation})`, async () => {
    const [clientModule, serverModule] = await Promise.all([load("client"), load("server")]);
    return exchange(clientModule, serverModule, call);
  });
  const parsed = JSON.parse(readFileSync(model, "utf8"));
  for (const streamCall of streamCalls(parsed)) {
    await step(name, `client and server stream events to each other, signed (${streamCall.operation})`, async () => {
      const [clientModule, serverModule] = await Promise.all([load("client"), load("server")]);
      return exchangeStreams(clientOf(clientModule), serverOf(serverModule), signingNameOf(parsed), streamCall);
    });
  }
}

function clientOf(module) {
  return Object.entries(module).find(([name]) => name.endsWith("Client"))?.[1];
}

/** The function that makes a server of handlers. */
function serverOf(module) {
  return Object.entries(module).find(([name]) => /^create.*Server$/.test(name))?.[1];
}

/** Calls an operation of the generated client, whose request goes to the generated server; what is wrong, if anything is. */
async function exchange(clientModule, serverModule, { operation, input, output }) {
  const Client = clientOf(clientModule);
  const create = serverOf(serverModule);
  let received;
  const handler = (given) => {
    received = given;
    return output;
  };
  // Whatever else is called is a mistake of the routes.
  const handlers = new Proxy(
    {},
    { get: (_, name) => (name === operation ? handler : notCalled(name)), has: () => true },
  );
  const server = create(handlers);
  const client = new Client({
    region: "us-east-1",
    endpoint: "http://localhost",
    credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
    transport: { send: (request) => send(server, request) },
  });
  const answer = await client[operation](input);
  const problems = [
    ["input", input, received],
    ["output", output, answer],
  ].filter(([, sent, got]) => !includes(got, sent));
  return problems
    .map(([what, sent, got]) => `${what}: ${JSON.stringify(sent)} became ${JSON.stringify(got)}`)
    .join("\n");
}

function notCalled(name) {
  return () => {
    throw new Error(`The server called ${String(name)}.`);
  };
}

async function send(server, { method, origin, path, headers, body }) {
  const hasBody = body.length !== 0 && method !== "GET";
  const request = new Request(origin + path, { method, headers, ...(hasBody ? { body, duplex: "half" } : {}) });
  const response = await server.fetch(request);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: bytes };
}

function includes(got, sent) {
  return Object.entries(sent).every(([name, value]) => JSON.stringify(got?.[name]) === JSON.stringify(value));
}

async function step(name, what, act) {
  const start = performance.now();
  let problem;
  try {
    problem = await act();
  } catch (error) {
    problem = error.stack ?? String(error);
  }
  const passed = problem === "";
  counts[passed ? "passed" : "failed"] += 1;
  console.log(`${passed ? "ok  " : "FAIL"} ${name} ${what}  (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(problem.slice(0, 4000).replaceAll(/^/gm, "     "));
  return passed;
}

/** Runs a script of Node; what it printed where it failed, else an empty text. */
function run(script, parameters) {
  const settings = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...parameters], settings, (error, stdout, stderr) =>
      resolve(error === null ? "" : stderr + stdout),
    );
  });
}
