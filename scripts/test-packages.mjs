// Packs the published packages, installs them in empty projects as a stranger would, type-checks them under every supported
// compiler and resolution, runs them, and lets publint and attw judge the archives.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const packages = ["runtime", "codegen", "generated/ecr"];
const work = mkdtempSync(join(tmpdir(), "tsmith-packages-"));
let failures = 0;

/** Runs a command; says how it went; returns its standard output. */
function check(what, command, args, options = {}) {
  const run = spawnSync(command, args, { encoding: "utf8", timeout: 600_000, ...options });
  const ok = run.status === 0 && (options.expect === undefined || options.expect.test(run.stdout));
  console.log(`${ok ? "ok  " : "FAIL"} ${what}`);
  if (!ok) {
    failures += 1;
    console.log(`${run.stdout}${run.stderr}`.replaceAll(/^/gm, "     "));
  }
  return run.stdout;
}

function project(name, files) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

const program = readFileSync(new URL("./package-sample.ts.txt", import.meta.url), "utf8");
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  types: ["node"],
  noEmit: true,
};

try {
  const archives = packages.map((folder) => {
    const out = check(`npm pack ${folder}`, "npm", ["pack", "--json", "--pack-destination", work], {
      cwd: resolve(folder),
    });
    const [packed] = JSON.parse(out);
    return join(work, packed.filename);
  });

  for (const [index, archive] of archives.entries()) {
    check(`publint ${packages[index]}`, "npx", ["publint", archive, "--strict"]);
    check(`attw ${packages[index]}`, "npx", [
      "attw",
      archive,
      "--profile",
      "esm-only",
      "--format",
      "ascii",
      "--no-color",
    ]);
  }

  const folder = project("user", {
    "package.json": JSON.stringify({ name: "user", private: true, type: "module" }),
    "sample.ts": program,
    "nodenext.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, module: "nodenext", moduleResolution: "nodenext" },
      files: ["sample.ts"],
    }),
    "bundler.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, module: "esnext", moduleResolution: "bundler" },
      files: ["sample.ts"],
    }),
    "run.json": JSON.stringify({
      compilerOptions: {
        ...compilerOptions,
        module: "nodenext",
        moduleResolution: "nodenext",
        noEmit: false,
        outDir: "out",
      },
      files: ["sample.ts"],
    }),
  });
  check("npm install of the archives", "npm", ["install", "--no-audit", "--no-fund", ...archives], { cwd: folder });
  check(
    "npm install of the compilers",
    "npm",
    ["install", "--no-audit", "--no-fund", "-D", "typescript@7", "ts5@npm:typescript@5.9", "@types/node@20"],
    {
      cwd: folder,
    },
  );
  for (const resolution of ["nodenext", "bundler"]) {
    check(`TypeScript 7, ${resolution}`, "npx", ["tsc", "-p", `${resolution}.json`], { cwd: folder });
    check(`TypeScript 5.9, ${resolution}`, "node", ["node_modules/ts5/bin/tsc", "-p", `${resolution}.json`], {
      cwd: folder,
    });
  }
  check("compile the sample", "npx", ["tsc", "-p", "run.json"], { cwd: folder });
  check("run the sample", "node", ["out/sample.js"], { cwd: folder, expect: /^AVAILABLE 91768077$/m });
  check("the generated command", "npx", ["tsmith-ecr", "batch-check-layer-availability", "--generate-cli-skeleton"], {
    cwd: folder,
    expect: /"layerDigests"/,
  });
  mkdirSync(join(folder, "model"));
  writeFileSync(join(folder, "model", "ecr.smithy"), readFileSync("model/ecr.smithy"));
  check("tsmith generate in a stranger's project", "npx", ["tsmith", "generate", "model", "--output", "made"], {
    cwd: folder,
  });
  if (!readdirSync(join(folder, "made")).includes("src")) {
    failures += 1;
    console.log("FAIL tsmith generate wrote no src folder");
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(failures === 0 ? "Every package holds." : `${failures} checks failed.`);
process.exitCode = failures === 0 ? 0 : 1;
