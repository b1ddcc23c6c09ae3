// Edits one member in a copy of the reference model, regenerates, and shows that every artefact followed the edit: by its
// text where the text must differ, and by running it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Inside the workspace, so that the copy finds the runtime and vitest where the real package finds them.
const work = resolve(".cache/edited-model");
const before = "repositoryName";
const after = "repositoryTitle";
let failures = 0;

function report(ok, what, detail = "") {
  if (!ok) failures += 1;
  console.log(`${ok ? "ok  " : "FAIL"} ${what}${detail === "" ? "" : `: ${detail}`}`);
}

function run(what, command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: "utf8", ...options });
  report(result.status === 0, what);
  if (result.status !== 0) console.log(`${result.stdout}${result.stderr}`.replaceAll(/^/gm, "     "));
  return result;
}

function filesBelow(folder, prefix = "") {
  return readdirSync(folder).flatMap((name) => {
    if (name === "node_modules" || name === "dist") return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path, `${prefix}${name}/`) : [`${prefix}${name}`];
  });
}

function generate(name, model) {
  const folder = join(work, name);
  mkdirSync(join(folder, "model"), { recursive: true });
  writeFileSync(join(folder, "model", "ecr.smithy"), model);
  const configuration = JSON.parse(readFileSync("smithy-build.json", "utf8"));
  writeFileSync(join(folder, "smithy-build.json"), JSON.stringify(configuration));
  run(`tsmith generate (${name})`, process.execPath, [resolve("codegen/bin/tsmith.js"), "generate", "--quiet"], {
    cwd: folder,
  });
  return join(folder, "generated", "ecr");
}

rmSync(work, { recursive: true, force: true });
const model = readFileSync("model/ecr.smithy", "utf8");
const original = generate("original", model);
const edited = generate("edited", model.replaceAll(before, after));

const artefacts = {
  types: ["src/types.ts"],
  validators: ["src/validators.ts"],
  codecs: ["src/codecs.ts"],
  "command line": filesBelow(edited).filter((path) => /^src\/cli\b/.test(path)),
  "API pages": filesBelow(edited).filter((path) => path.startsWith("docs/api/")),
  "command-line pages": filesBelow(edited).filter((path) => path.startsWith("docs/cli/")),
  OpenAPI: ["openapi.json"],
  "OpenAPI types": ["src/openapi.ts"],
  "sample tests": filesBelow(edited).filter((path) => path.startsWith("test/")),
};
for (const [artefact, paths] of Object.entries(artefacts)) {
  const changed = paths.filter((path) => {
    const text = readFileSync(join(edited, path), "utf8");
    return text.includes(after) || text.includes("repository-title");
  });
  const stale = paths.filter((path) =>
    /\brepositoryName\b|repository-name/.test(readFileSync(join(edited, path), "utf8")),
  );
  const wasThere = changed.every(
    (path) =>
      !existsSync(join(original, path)) ||
      readFileSync(join(original, path), "utf8") !== readFileSync(join(edited, path), "utf8"),
  );
  report(
    changed.length > 0 && stale.length === 0 && wasThere,
    `${artefact} changed`,
    [...changed, ...stale.map((path) => `stale: ${path}`)].join(", "),
  );
}

// Client and server name the member in no text of their own: what they do must change.
cpSync(resolve("tsconfig.base.json"), join(work, "tsconfig.base.json"));
const tsconfig = {
  extends: join(work, "tsconfig.base.json"),
  compilerOptions: { rootDir: "src", outDir: "dist", composite: false, incremental: false },
  include: ["src"],
};
writeFileSync(join(edited, "tsconfig.json"), JSON.stringify(tsconfig));
run("the edited package type-checks and builds", process.execPath, [
  resolve("node_modules/typescript/bin/tsc"),
  "-p",
  edited,
]);

const { createEcrServer } = await import(pathToFileURL(join(edited, "dist/server.js")).href);
const { EcrClient } = await import(pathToFileURL(join(edited, "dist/client.js")).href);
let received;
const server = createEcrServer({
  batchCheckLayerAvailability(input) {
    received = input;
    return { layers: [], failures: [] };
  },
});
const call = (body) =>
  server.fetch(
    new Request("http://localhost/", {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.BatchCheckLayerAvailability",
      },
      body: JSON.stringify(body),
    }),
  );
const good = await call({ [after]: "amazonlinux", layerDigests: ["sha256:00"] });
report(good.status === 200 && received?.[after] === "amazonlinux", "the server reads the new member");
const bad = await call({ [before]: "amazonlinux", layerDigests: ["sha256:00"] });
report(bad.status === 400, "the server refuses the old one", (await bad.text()).slice(0, 120));

let sent;
const client = new EcrClient({
  region: "us-east-1",
  endpoint: "http://localhost",
  credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  transport: {
    send: async (request) => {
      sent = JSON.parse(Buffer.from(request.body).toString("utf8"));
      const headers = { "content-type": "application/x-amz-json-1.1" };
      return { statusCode: 200, headers, body: new TextEncoder().encode('{"layers":[],"failures":[]}') };
    },
  },
});
await client.batchCheckLayerAvailability({ [after]: "amazonlinux", layerDigests: ["sha256:00"] });
report(sent?.[after] === "amazonlinux" && !(before in sent), "the client sends the new member");

run("the sample tests of the edited package pass", process.execPath, [
  resolve("node_modules/vitest/vitest.mjs"),
  "run",
  "--root",
  edited,
]);

rmSync(work, { recursive: true, force: true });
console.log(failures === 0 ? "Every artefact followed the edit." : `${failures} artefacts did not follow the edit.`);
process.exitCode = failures === 0 ? 0 : 1;
